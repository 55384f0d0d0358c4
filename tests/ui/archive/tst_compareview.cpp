// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/compareview.h"

#include "ui/archive/comparemodel.h"
#include "ui/archive/comparetext.h"
#include "ui/archive/comparetree.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using Kind = EntryChange::Kind;

namespace {

EntryChange change(Kind kind, const QString &path, qint64 before, qint64 after, const QStringList &warnings = {})
{
    return {.kind = kind,
            .path = path,
            .oldEntry = kind == Kind::Added ? -1 : 7,
            .newEntry = kind == Kind::Removed ? -1 : 8,
            .oldSize = before,
            .newSize = after,
            .oldMode = 0644,
            .newMode = 0644,
            .contentChanged = kind != Kind::Same,
            .notes = warnings,
            .warnings = warnings};
}

ArchiveDiff sampleDiff()
{
    ArchiveDiff diff;
    EntryChange mode = change(Kind::Changed, u"worker"_s, 412, 412, {u"rwxr-xr-x → rw-r--r--"_s});
    mode.oldMode = 0755;
    mode.contentChanged = false;
    diff.changes = {change(Kind::Added, u"lib/libgomp.so.1"_s, 0, 318 << 10),
                    change(Kind::Removed, u"env-vars"_s, 9421, 0),
                    change(Kind::Changed, u".main-bin"_s, 1000, 1052, {u"glibc 2.38 → 2.39"_s}),
                    mode,
                    change(Kind::Same, u"README.md"_s, 10, 10),
                    change(Kind::Same, u"lib/libc.so.6"_s, 10, 10)};
    diff.notes = {u"glibc needed: 2.38 → 2.39"_s};
    diff.warnings = diff.notes;
    return diff;
}

ArchiveComparison sample(const ArchiveDiff &diff = sampleDiff())
{
    return {.diff = diff, .title = u"Against v1.0.4"_s, .before = u"v1.0.4"_s, .after = u"v1.0.5"_s, .folder = u"x"_s};
}

/// "Added: lib/libgomp.so.1" and so on, of what is shown.
QStringList shown(const QTreeView &tree)
{
    QStringList rows;
    const QAbstractItemModel &model = *tree.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex section = model.index(row, 0);
        QStringList names;
        for (int child = 0; child < model.rowCount(section); ++child)
            names += model.index(child, 0, section).data().toString();
        rows += section.data().toString() + u": "_s + (tree.isExpanded(section) ? names.join(u", "_s) : u"folded"_s);
    }
    return rows;
}

QStringList labelsOf(const QWidget &view)
{
    QStringList texts;
    for (const ElidedLabel *label : view.findChildren<ElidedLabel *>())
        texts += label->text();
    return texts;
}

struct Shown
{
    CompareView view;
    CompareTree *tree = view.findChild<CompareTree *>();
    SegmentedControl *scope = view.findChild<SegmentedControl *>();

    explicit Shown(const ArchiveComparison &comparison = sample())
    {
        view.resize(1104, 500);
        view.setComparison(comparison);
        view.show();
    }
};

} // namespace

class TestCompareView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void modelKeepsItsPromises()
    {
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        CompareFilter filter;
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setSourceModel(&model);
        model.setDiff(sampleDiff());
        for (const auto scope : {CompareFilter::Scope::All, CompareFilter::Scope::Libraries,
                                 CompareFilter::Scope::Modes, CompareFilter::Scope::Changed})
            filter.setScope(scope);
        filter.setNeedle(u"lib"_s);
        QCOMPARE(filter.rowCount(), 2);
        model.setDiff({});
        QCOMPARE(filter.rowCount(), 0);
    }

    void changesAreGroupedAndWhatIsSameIsFolded()
    {
        Shown page;
        QCOMPARE(shown(*page.tree),
                 (QStringList{u"Added: lib/libgomp.so.1"_s, u"Removed: env-vars"_s, u"Changed: .main-bin, worker"_s,
                              u"Same: folded"_s}));
    }

    void scopesSayHowMuchTheyHold()
    {
        Shown page;
        QStringList texts;
        for (int i = 0; i < 4; ++i)
            texts += page.scope->button(i)->text();
        QCOMPARE(texts, (QStringList{u"Changed 4"_s, u"All 6"_s, u"Libraries 2"_s, u"Modes 1"_s}));
    }

    void scopesChooseRows()
    {
        Shown page;
        page.scope->setCurrentIndex(1);
        QCOMPARE(shown(*page.tree).last(), u"Same: README.md, lib/libc.so.6"_s);
        page.scope->setCurrentIndex(2);
        QCOMPARE(shown(*page.tree), (QStringList{u"Added: lib/libgomp.so.1"_s, u"Same: lib/libc.so.6"_s}));
        page.scope->setCurrentIndex(3);
        QCOMPARE(shown(*page.tree), QStringList{u"Changed: worker"_s});
    }

    void namesAreFoundAmongWhatIsSameToo()
    {
        Shown page;
        QTest::keyClicks(page.view.findChild<QLineEdit *>(), u"LIBC"_s);
        QCOMPARE(shown(*page.tree), QStringList{u"Same: lib/libc.so.6"_s});
    }

    void clickOnASectionFoldsIt()
    {
        Shown page;
        const QModelIndex section = page.tree->model()->index(3, 0);
        QTest::mouseClick(page.tree->viewport(), Qt::LeftButton, {}, page.tree->visualRect(section).center());
        QVERIFY(page.tree->isExpanded(section));
        QTest::mouseClick(page.tree->viewport(), Qt::LeftButton, {}, page.tree->visualRect(section).center());
        QVERIFY(!page.tree->isExpanded(section));
    }

    void nextChangeGoesRoundInBothDirections()
    {
        Shown page;
        QStringList names{page.tree->currentIndex().data().toString()};
        for (int i = 0; i < 4; ++i) {
            page.view.goToChange();
            names += page.tree->currentIndex().data().toString();
        }
        QCOMPARE(
            names,
            (QStringList{u"lib/libgomp.so.1"_s, u"env-vars"_s, u".main-bin"_s, u"worker"_s, u"lib/libgomp.so.1"_s}));
        page.view.goToChange(false);
        QCOMPARE(page.tree->currentIndex().data().toString(), u"worker"_s);
    }

    void nextChangeAfterWhatIsSameIsTheFirst()
    {
        Shown page;
        page.scope->setCurrentIndex(1);
        const QModelIndex same = page.tree->model()->index(3, 0);
        page.tree->setCurrentIndex(page.tree->model()->index(1, 0, same));
        page.view.goToChange();
        QCOMPARE(page.tree->currentIndex().data().toString(), u"lib/libgomp.so.1"_s);
    }

    void changeBehindAFilterIsStillFound()
    {
        Shown page;
        page.scope->setCurrentIndex(3);
        auto *name = page.view.findChild<QLineEdit *>();
        name->setText(u"worker"_s);
        page.view.goToChange();
        QVERIFY(name->text().isEmpty());
        QCOMPARE(page.scope->currentIndex(), 0);
        QVERIFY(page.tree->currentIndex().isValid());
    }

    void summarySaysCountsAndNotes()
    {
        Shown page;
        const QStringList labels = labelsOf(page.view);
        QVERIFY(labels.contains(u"Against v1.0.4"_s));
        QVERIFY(labels.contains(u"1 added, 1 removed, 2 changed, 2 same"_s));
        QVERIFY(labels.contains(u"glibc needed: 2.38 → 2.39"_s));
    }

    void manyNotesEndInOneLine()
    {
        ArchiveDiff diff = sampleDiff();
        diff.notes = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s};
        diff.warnings = {u"e"_s};
        Shown page(sample(diff));
        const QStringList labels = labelsOf(page.view);
        QVERIFY(labels.contains(u"e"_s) && labels.contains(u"a"_s)); // warnings first
        QVERIFY(labels.contains(u"3 more"_s));
        QVERIFY(!labels.contains(u"c"_s));
    }

    void identicalArchivesSaySo()
    {
        ArchiveDiff diff;
        diff.changes = {change(Kind::Same, u"a"_s, 1, 1)};
        Shown page(sample(diff));
        QVERIFY(labelsOf(page.view).contains(u"Every file is the same"_s));
        page.view.goToChange();
        QVERIFY(!page.tree->currentIndex().isValid());
    }

    void chosenEntryIsSaid()
    {
        Shown page;
        QSignalSpy chosen(&page.view, &CompareView::entryChosen);
        page.view.goToChange();
        QCOMPARE(chosen.takeFirst().first().toInt(), -1);
        page.view.goToChange();
        QCOMPARE(chosen.takeFirst().first().toInt(), 8);
    }

    void messageTakesThePlaceOfAComparison()
    {
        Shown page;
        QSignalSpy wanted(&page.view, &CompareView::actionRequested);
        page.view.setMessage(u"No release is older."_s, u"Choose release…"_s);
        auto *empty = page.view.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        page.view.setComparison(sample());
        QVERIFY(!empty->isVisible());
    }

    void cellsSayWhatChanged_data()
    {
        QTest::addColumn<EntryChange>("entry");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const EntryChange &entry, const QString &before, const QString &after,
                            const QString &text) { QTest::newRow(name) << entry << before << after << text; };
        row("added", change(Kind::Added, u"a"_s, 0, 5), u"–"_s, u"5 B"_s, u"new"_s);
        row("added and worth a look", change(Kind::Added, u"a"_s, 0, 5, {u"sets LD_LIBRARY_PATH"_s}), u"–"_s, u"5 B"_s,
            u"new, sets LD_LIBRARY_PATH"_s);
        row("removed", change(Kind::Removed, u"a"_s, 5, 0), u"5 B"_s, u"–"_s, u"gone"_s);
        row("grown", change(Kind::Changed, u"a"_s, 1000, 1052, {u"glibc 2.38 → 2.39"_s}), u"1000 B"_s, u"1.0 KiB"_s,
            u"+5.2 %, glibc 2.38 → 2.39"_s);
        row("shrunk", change(Kind::Changed, u"a"_s, 1000, 978), u"1000 B"_s, u"978 B"_s, u"−2.2 %"_s);
        row("same size", change(Kind::Changed, u"a"_s, 9, 9), u"9 B"_s, u"9 B"_s, u"other content, same size"_s);
        row("mode", sampleDiff().changes[3], u"rwxr-xr-x"_s, u"rw-r--r--"_s, u"rwxr-xr-x → rw-r--r--"_s);
        row("was empty", change(Kind::Changed, u"a"_s, 0, 9), u"0 B"_s, u"9 B"_s, u"other content"_s);
    }
    void cellsSayWhatChanged()
    {
        QFETCH(EntryChange, entry);
        QTEST(sideText(entry, false), "before");
        QTEST(sideText(entry, true), "after");
        QTEST(changeText(entry), "text");
    }

    void screenReadersHearKindStateAndChange()
    {
        CompareModel model;
        model.setDiff(sampleDiff());
        const QModelIndex changed = model.index(2, 0);
        QCOMPARE(changed.data(Qt::AccessibleTextRole).toString(), u"Changed, 2 files"_s);
        QCOMPARE(model.index(0, 0, changed).data(Qt::AccessibleTextRole).toString(),
                 u".main-bin, changed, warning, +5.2 %, glibc 2.38 → 2.39"_s);
        Shown page;
        QVERIFY(!page.view.findChild<SizeBars *>()->accessibleDescription().isEmpty());
    }

    void barsFollowTheTargets()
    {
        ArchiveComparison comparison = sample();
        comparison.targets = {{u"a"_s, 1000, 1500}, {u"b"_s, -1, 700}};
        Shown page(comparison);
        QCOMPARE(page.view.findChild<SizeBars *>()->accessibleDescription(),
                 u"a: 1000 B → 1.5 KiB (+500 B)\nb: 700 B, none before"_s);
    }

    void narrowTreeDropsTheBars()
    {
        Shown page;
        QVERIFY(!page.tree->isColumnHidden(CompareModel::Size));
        page.view.resize(848, 380);
        QTRY_VERIFY(page.tree->isColumnHidden(CompareModel::Size));
        QVERIFY(page.view.minimumSizeHint().width() <= 848);
    }
};

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
