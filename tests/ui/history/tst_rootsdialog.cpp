// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/rootsdialog.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

GcRoot root(const QString &version, GcRoot::State state)
{
    return {.link = u"/roots/"_s + version,
            .storePath = u"/nix/store/"_s + version,
            .revision = QString(40, u'a'),
            .triple = u"x86_64-unknown-linux-gnu"_s,
            .version = version,
            .state = state};
}

RootsOverview overview()
{
    RootsOverview all{.roots = {root(u"1.0.5"_s, GcRoot::State::Open), root(u"1.0.4"_s, GcRoot::State::Published),
                                root(u"1.0.3"_s, GcRoot::State::Published)}};
    for (const GcRoot &one : std::as_const(all.roots))
        all.closure.insert(one.storePath, {.narSize = 10 << 20, .references = {u"/nix/store/libc"_s}});
    all.closure.insert(u"/nix/store/libc"_s, {.narSize = 40 << 20});
    return all;
}

} // namespace

class TestRootsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsTheContract()
    {
        RootsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOverview(overview());
        QCOMPARE(model.index(0, RootsModel::Size).data().toString(), u"50.0 MiB"_s);
        QCOMPARE(model.index(1, RootsModel::Version).data(Qt::AccessibleTextRole).toString(),
                 u"1.0.4 for x86_64-unknown-linux-gnu, published, 50.0 MiB"_s);
        RootsOverview gone = overview();
        gone.closure.clear();
        model.setOverview(gone);
        QCOMPARE(model.index(0, RootsModel::Size).data().toString(), u"gone"_s);
    }

    void publishedResultsAreChosenAtFirst()
    {
        RootsDialog dialog(u"minne"_s);
        dialog.setOverview(overview());
        QCOMPARE(dialog.model()->chosenLinks(), (QStringList{u"/roots/1.0.4"_s, u"/roots/1.0.3"_s}));
        QCOMPARE(dialog.note(), u"2 of 3 chosen: frees up to 20.0 MiB."_s);
        QCOMPARE(dialog.freeButton()->text(), u"&Free 2 results"_s);
    }

    void unpublishedResultIsSaidWhenChosen()
    {
        RootsDialog dialog(u"minne"_s);
        dialog.setOverview(overview());
        QVERIFY(dialog.model()->setData(dialog.model()->index(0, 0), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(dialog.note(),
                 u"3 of 3 chosen: frees up to 70.0 MiB. Results of a release that is not published are "
                 "among them."_s);
    }

    void spaceKeyTicksTheRow()
    {
        RootsDialog dialog(u"minne"_s);
        dialog.setOverview(overview());
        dialog.show();
        auto *table = dialog.findChild<QTableView *>();
        table->setFocus();
        table->setCurrentIndex(dialog.model()->index(1, 0));
        QTest::keyClick(table, Qt::Key_Space);
        QCOMPARE(dialog.model()->chosenLinks(), QStringList{u"/roots/1.0.3"_s});
    }

    void freesWhatIsChosen()
    {
        RootsDialog dialog(u"minne"_s);
        dialog.setOverview(overview());
        dialog.show();
        QSignalSpy freed(&dialog, &RootsDialog::freeRequested);
        QTest::mouseClick(dialog.freeButton(), Qt::LeftButton);
        QCOMPARE(freed.size(), 1);
        QCOMPARE(freed.first().first().toStringList(), (QStringList{u"/roots/1.0.4"_s, u"/roots/1.0.3"_s}));
    }

    void withoutResultsNothingCanBeFreed()
    {
        RootsDialog dialog(u"minne"_s);
        dialog.setOverview({});
        QVERIFY(!dialog.freeButton()->isEnabled());
        QCOMPARE(dialog.note(), u"No result of this project is kept."_s);
    }
};

QTEST_MAIN(TestRootsDialog)
#include "tst_rootsdialog.moc"
