// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/archive/archivemaker.h"
#include "tests/ui/archive/sampleinspection.h"
#include "ui/archive/acceptdialog.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/archivetree.h"
#include "ui/archive/chainview.h"
#include "ui/archive/contentsview.h"
#include "ui/archive/entrymenu.h"
#include "ui/archive/layoutplacedialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/textdialog.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QPushButton *buttonWith(const QWidget &page, const QString &text)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&').startsWith(text) && button->isVisible())
            return button;
    }
    return nullptr;
}

QPushButton *namedButton(const QWidget &page, const QString &name)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->accessibleName() == name && button->isVisible())
            return button;
    }
    return nullptr;
}

QAction *actionWith(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions())
        if (action->text().remove(u'&') == text)
            return action;
    return nullptr;
}

TargetState readTarget(const Inspection &inspection)
{
    TargetState target;
    target.target.triple = u"x86_64-unknown-linux-gnu"_s;
    target.target.layout = u"unix"_s;
    target.build = TargetState::Build::Built;
    target.archive = TargetState::Archive::Read;
    target.inspection = std::make_shared<Inspection>(inspection);
    return target;
}

} // namespace

class TestArchivePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void showsTheFirstProblemOfAnInspection()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        QCOMPARE(tree->currentIndex().data().toString(), u"LICENSE"_s);
        QCOMPARE(page.findChild<PageHeader *>()->summary(), u"61.2 MiB · read whole in 0.9 s"_s);
        QVERIFY(buttonWith(page, u"All 20"_s));
        QVERIFY(buttonWith(page, u"Problems 5"_s));
    }

    void goesThroughTheProblemsInBothDirections()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        auto *tree = page.findChild<ArchiveTree *>();
        page.goToProblem(true);
        QCOMPARE(tree->currentIndex().data().toString(), u".main-bin"_s);
        page.goToProblem(false);
        QCOMPARE(tree->currentIndex().data().toString(), u"LICENSE"_s);
    }

    void problemsAloneCanBeShown()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        QTest::mouseClick(buttonWith(page, u"Problems"_s), Qt::LeftButton);
        auto *model = page.findChild<ArchiveTree *>()->model();
        QCOMPARE(model->rowCount(model->index(0, 0)), 5);
    }

    void filteredNamesDoNotHideTheNextProblem()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *name = page.findChild<QLineEdit *>();
        QTest::keyClicks(name, u"libssl"_s);
        QTest::mouseClick(buttonWith(page, u"Next problem"_s), Qt::LeftButton);
        QVERIFY(name->text().isEmpty());
        QVERIFY(page.findChild<ArchiveTree *>()->currentIndex().data(ArchiveModel::ProblemRole).toBool());
    }

    void findingIsCopiedAsMarkdown()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        QTest::mouseClick(namedButton(page, u"Copy as Markdown"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"- **error** `missing-entry`"_s));
    }

    void entriesAppearWhileTheyAreRead()
    {
        ArchivePage page;
        page.show();
        QSignalSpy canceled(&page, &ArchivePage::cancelRequested);
        page.beginReading(u"x.tar.xz"_s);
        page.appendEntries(sampleInspection().contents.entries);
        QCOMPARE(page.findChild<PageHeader *>()->summary(), u"19 entries"_s);
        QTest::mouseClick(buttonWith(page, u"Cancel reading"_s), Qt::LeftButton);
        QCOMPARE(canceled.size(), 1);
        page.setInspection(sampleInspection());
        QVERIFY(!buttonWith(page, u"Cancel reading"_s));
    }

    void damageIsSaidInABanner()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a"_s, 1)};
        inspection.contents.findings = {
            {.code = u"stream-truncated"_s, .message = u"Ends at byte 7 inside a."_s, .hint = u"Build again."_s}};
        inspection.report.findings = inspection.contents.findings;
        ArchivePage page;
        page.setTarget(readTarget(inspection));
        page.show();
        auto *banner = page.findChild<Banner *>();
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->title(), u"Ends at byte 7 inside a."_s);
        page.setTarget(readTarget(sampleInspection()));
        QVERIFY(!banner->isVisible());
    }

    void unreadableArchiveSaysWhy()
    {
        TargetState target;
        target.target.triple = u"t"_s;
        target.archive = TargetState::Archive::Unreadable;
        target.archiveProblem = u"It is not an archive."_s;
        ArchivePage page;
        page.setTarget(target);
        page.show();
        QCOMPARE(page.findChild<Banner *>()->text(), target.archiveProblem);
    }

    void withoutAnArchiveABuildIsOffered()
    {
        TargetState target;
        target.target.triple = u"x86_64-unknown-linux-gnu"_s;
        target.build = TargetState::Build::Planned;
        ArchivePage page;
        page.setTarget(target);
        page.show();
        QSignalSpy wanted(&page, &ArchivePage::buildRequested);
        QTest::mouseClick(buttonWith(page, u"Build x86_64"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void narrowTreeDropsModeAndWhat()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        page.resize(848, 450);
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        QVERIFY(tree->isColumnHidden(ArchiveModel::Mode));
        page.resize(1104, 552);
        QTRY_VERIFY(!tree->isColumnHidden(ArchiveModel::What));
    }

    void sameInspectionKeepsTheChosenEntry()
    {
        const TargetState target = readTarget(sampleInspection());
        ArchivePage page;
        page.setTarget(target);
        page.goToProblem();
        page.setTarget(target);
        QCOMPARE(page.findChild<ArchiveTree *>()->currentIndex().data().toString(), u".main-bin"_s);
    }

    void readingSaysHowFarItIs()
    {
        ArchivePage page;
        page.beginReading(u"x.tar.xz"_s);
        page.appendEntries(sampleInspection().contents.entries);
        page.setProgress(38, 100);
        QCOMPARE(page.findChild<PageHeader *>()->summary(), u"19 entries, 38 %"_s);
    }

    void fixOfTheFirstErrorIsTheAccentButton()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        QPushButton *fix = buttonWith(page, u"Copy the fix"_s);
        QVERIFY(fix->property("accent").toBool());
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Copy LICENSE into the release in nix/release.nix."_s);
    }

    void acceptingAsksForAReason()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        QSignalSpy accepted(&page, &ArchivePage::acceptRequested);
        QTest::mouseClick(buttonWith(page, u"Accept with a reason"_s), Qt::LeftButton);
        auto *dialog = page.findChild<AcceptDialog *>();
        QVERIFY(dialog);
        QPushButton *accept = buttonWith(*dialog, u"Accept this finding"_s);
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"  "_s);
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), u"the site has it"_s);
        QTest::mouseClick(accept, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted[0][0].value<Finding>().code, u"missing-entry"_s);
        QCOMPARE(accepted[0][1].toString(), u"the site has it"_s);
    }

    void findingAboutTheReadingCannotBeAccepted()
    {
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a"_s, 1)};
        inspection.report.findings = {{.code = u"member-crc"_s, .path = u"a"_s, .message = u"a is damaged."_s}};
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(inspection));
        page.show();
        QVERIFY(!buttonWith(page, u"Accept"_s));
    }

    void acceptanceOfThisReleaseCanBeTakenBack_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("canBeTakenBack");
        QTest::newRow("release") << u"for v1.0.5"_s << true;
        QTest::newRow("project") << u"unmoor.toml"_s << false;
    }

    void acceptanceOfThisReleaseCanBeTakenBack()
    {
        QFETCH(QString, source);
        QFETCH(bool, canBeTakenBack);
        Inspection inspection;
        inspection.contents.entries = {fileEntry(u"a"_s, 1)};
        inspection.report.findings = {{.severity = Severity::Info, .code = u"setuid"_s, .path = u"a"_s}};
        inspection.report.findings[0].accepted = {Severity::Error, u"on purpose"_s, source};
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(inspection));
        page.show();
        QSignalSpy withdrawn(&page, &ArchivePage::acceptanceWithdrawn);
        QPushButton *button = buttonWith(page, u"Take back"_s);
        QCOMPARE(button != nullptr, canBeTakenBack);
        if (!button)
            return;
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(withdrawn.size(), 1);
    }

    void entryIsCopiedWithChainAndFacts()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        page.goToProblem();
        QTRY_VERIFY(namedButton(page, u"Copy all of it as Markdown"_s));
        QTest::mouseClick(namedButton(page, u"Copy all of it as Markdown"_s), Qt::LeftButton);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.startsWith(u"### `.main-bin`"_s));
        QVERIFY(text.contains(u"- **error** `interpreter-relative`"_s));
        QVERIFY(text.contains(u"  - `libcrypto.so.3`: in the archive, `for libssl.so.3, RUNPATH $ORIGIN`"_s));
        QVERIFY(text.contains(u"- glibc: `needs 2.39`"_s));
    }

    void longChainIsFoldedButNotWhatFails()
    {
        QList<ResolutionStep> chain;
        for (int i = 0; i < 40; ++i)
            chain << ResolutionStep{.name = u"lib%1.so"_s.arg(i), .outcome = ResolutionStep::Outcome::Bundled};
        chain[35].outcome = ResolutionStep::Outcome::Missing;
        ChainView view(chain);
        view.resize(300, 2000);
        view.show();
        const auto shows = [&](const QString &name) {
            return std::ranges::any_of(view.findChildren<ElidedLabel *>(),
                                       [&](const ElidedLabel *label) { return label->text() == name; });
        };
        QVERIFY(shows(u"lib35.so"_s));
        QVERIFY(!shows(u"lib39.so"_s));
        QTest::mouseClick(buttonWith(view, u"Show all 40"_s), Qt::LeftButton);
        QVERIFY(shows(u"lib39.so"_s));
        QVERIFY(!buttonWith(view, u"Show all"_s));
    }

    void linkLeadsToItsTargetEvenWhereThatIsFolded()
    {
        Inspection inspection = sampleInspection();
        inspection.contents.entries[8].link = u"libz.so.1"_s;
        ArchivePage page;
        page.resize(1104, 900);
        page.setTarget(readTarget(inspection));
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        tree->choose(page.model()->indexOfPath(sampleTop + u"/lib/libonnxruntime.so.1"_s));
        QTRY_VERIFY(buttonWith(page, u"Go to libz.so.1"_s));
        QTest::mouseClick(buttonWith(page, u"Go to libz.so.1"_s), Qt::LeftButton);
        QCOMPARE(tree->currentIndex().data().toString(), u"libz.so.1"_s);
    }

    void linkLeadsBehindTheFilter()
    {
        ArchivePage page;
        page.resize(1104, 900);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        QTest::keyClicks(page.findChild<QLineEdit *>(), u"onnxruntime.so.1"_s);
        auto *tree = page.findChild<ArchiveTree *>();
        tree->choose(page.model()->indexOfPath(sampleTop + u"/lib/libonnxruntime.so.1"_s));
        page.findChild<QLineEdit *>()->setText(u"libonnxruntime.so.1"_s);
        QTRY_VERIFY(buttonWith(page, u"Go to libonnx"_s));
        QTest::mouseClick(buttonWith(page, u"Go to libonnx"_s), Qt::LeftButton);
        QCOMPARE(tree->currentIndex().data().toString(), u"libonnxruntime.so.1.23.2"_s);
    }

    void foldOpensByAClick()
    {
        ArchivePage page;
        page.resize(1104, 900);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        const QModelIndex lib = page.model()->indexOfPath(sampleTop + u"/lib"_s);
        const QModelIndex fold = page.model()->index(4, 0, lib);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(fold).center());
        QCOMPARE(page.model()->rowCount(lib), 11);
        QCOMPARE(tree->currentIndex().data().toString(), u"libssl.so.3"_s);
    }

    void textOfAScriptIsShown()
    {
        ArchivePage page;
        page.resize(1104, 900);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        page.findChild<ArchiveTree *>()->choose(page.model()->indexOfPath(sampleTop + u"/main"_s));
        QVERIFY(page.findChild<QPlainTextEdit *>()->toPlainText().contains(u"exec \"$DIR/.main-bin\""_s));
    }

    void layoutIsProposedWhereThereIsNone()
    {
        TargetState target = readTarget(sampleInspection());
        target.target.layout.clear();
        ArchivePage page;
        page.setTarget(target);
        page.show();
        QSignalSpy proposed(&page, &ArchivePage::proposeLayoutRequested);
        QTest::mouseClick(buttonWith(page, u"Propose a layout"_s), Qt::LeftButton);
        QCOMPARE(proposed.size(), 1);
        target.target.layout = u"unix"_s;
        page.setTarget(target);
        QVERIFY(!buttonWith(page, u"Propose a layout"_s));
    }

    void otherViewsAreThereOncePluggedIn()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        QVERIFY(!buttonWith(page, u"Sizes"_s));
        auto *sizes = new QLabel(u"sizes"_s);
        auto *compare = new QLabel(u"differences"_s);
        page.setSizesView(sizes);
        page.setCompareView(compare);
        QTest::mouseClick(buttonWith(page, u"Sizes"_s), Qt::LeftButton);
        QVERIFY(sizes->isVisible());
        QSignalSpy layout(&page, &ArchivePage::compareWithLayoutRequested);
        QSignalSpy previous(&page, &ArchivePage::compareWithPreviousRequested);
        QTest::mouseClick(buttonWith(page, u"Compare"_s), Qt::LeftButton);
        QVERIFY(compare->isVisible());
        QCOMPARE(layout.size(), 1);
        QTest::mouseClick(buttonWith(page, u"Previous release"_s), Qt::LeftButton);
        QCOMPARE(previous.size(), 1);
        page.goToProblem();
        QVERIFY(page.findChild<ArchiveTree *>()->isVisible());
    }

    void chosenEntryStaysThroughAFilter()
    {
        ArchivePage page;
        page.resize(1104, 700);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        tree->choose(page.model()->indexOfPath(sampleTop + u"/README.md"_s));
        QTest::keyClicks(page.findChild<QLineEdit *>(), u"read"_s);
        page.findChild<QLineEdit *>()->clear();
        QCOMPARE(tree->currentIndex().data().toString(), u"README.md"_s);
    }

    void closedFolderStaysClosedThroughAFilter()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        const QString lib = sampleTop + u"/lib"_s;
        QVERIFY(tree->isExpanded(page.model()->indexOfPath(lib)));
        tree->collapse(page.model()->indexOfPath(lib));
        QTest::mouseClick(buttonWith(page, u"Problems"_s), Qt::LeftButton);
        QTest::mouseClick(buttonWith(page, u"All"_s), Qt::LeftButton);
        QVERIFY(!tree->isExpanded(page.model()->indexOfPath(lib)));
    }

    void fileOfARealArchiveIsOpenedAndSaved()
    {
        QTemporaryDir dir;
        QVERIFY(makeTree(dir.path()));
        const QString archive = pack(dir.path(), u"tar.xz"_s);
        const auto contents = scanArchive(archive);
        QVERIFY(contents);
        ArchivePage page;
        page.resize(1104, 552);
        page.show();
        page.beginReading(archive);
        page.setInspection({.contents = *contents});
        auto *view = page.findChild<ContentsView *>();
        const auto act = [&](const QString &text) {
            const std::unique_ptr<QMenu> menu(view->entryMenu());
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&').startsWith(text) && action->isEnabled())
                    return action->trigger(), true;
            }
            return false;
        };
        page.choosePath(u"top/lib"_s);
        QVERIFY(!act(u"Open"_s)); // a folder has no bytes
        page.choosePath(u"top/README.md"_s);

        QVERIFY(act(u"Open"_s));
        TextDialog *text = nullptr;
        QTRY_VERIFY((text = page.findChild<TextDialog *>()) != nullptr);
        QCOMPARE(text->text().trimmed().toUtf8(), readFile(dir.filePath(u"top/README.md"_s)).trimmed());
        text->close();

        page.choosePath(u"top/main"_s); // a program
        QVERIFY(act(u"Save"_s));
        auto *ask = page.findChild<QFileDialog *>();
        QVERIFY(ask);
        const QString saved = dir.filePath(u"saved"_s);
        Q_EMIT ask->fileSelected(saved);
        ask->close();
        QTRY_VERIFY(QFile::exists(saved));
        QCOMPARE(readFile(saved), readFile(dir.filePath(u"top/main"_s)));
        QVERIFY(!QFileInfo(saved).isExecutable());
    }

    void menuOfAnEntryOpensByKeyboardAndSaysWhatCannotBeDone()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *tree = page.findChild<ArchiveTree *>();
        page.choosePath(sampleTop + u"/lib"_s);
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(1, 1), tree->mapToGlobal(QPoint(1, 1)));
        QCoreApplication::sendEvent(tree, &byKey);
        auto *menu = page.findChild<EntryMenu *>();
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->toolTipsVisible());
        QCOMPARE(actionWith(*menu, u"Open as text"_s)->toolTip(), u"It is a folder. Choose a file in it."_s);
        QVERIFY(!actionWith(*menu, u"Open as text"_s)->isEnabled());
        QCOMPARE(actionWith(*menu, u"Show in the layout"_s)->toolTip(),
                 u"The target names no layout in unmoor.toml."_s);
        actionWith(*menu, u"Copy path"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), sampleTop + u"/lib"_s);
        menu->close();
    }

    void findingIsAcceptedFromTheMenuOfItsEntry()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        page.goToProblem(); // .main-bin
        const std::unique_ptr<QMenu> menu(page.findChild<ContentsView *>()->entryMenu());
        const QList<QAction *> actions = menu->actions();
        const auto accept = std::ranges::find_if(
            actions, [](const QAction *action) { return action->text().startsWith(u"&Accept"_s); });
        QVERIFY(accept != actions.cend() && (*accept)->isEnabled());
        (*accept)->trigger();
        auto *dialog = page.findChild<AcceptDialog *>();
        QVERIFY(dialog);
        QSignalSpy accepted(&page, &ArchivePage::acceptRequested);
        Q_EMIT dialog->reasonGiven(u"It must be so."_s);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.first().at(1).toString(), u"It must be so."_s);
        dialog->close();
    }

    void missingEntryIsShownInTheLayoutThatAsksForIt()
    {
        ArchivePage page;
        page.resize(1104, 552);
        page.setLayoutRules(ExpectedLayout{.root = sampleTop, .files = {{.path = u"main"_s}, {.path = u"LICENSE"_s}}},
                            u"unix"_s);
        page.setTarget(readTarget(sampleInspection()));
        page.show();
        auto *view = page.findChild<ContentsView *>();
        QCOMPARE(page.findChild<ArchiveTree *>()->currentIndex().data().toString(), u"LICENSE"_s);
        const std::unique_ptr<QMenu> menu(view->entryMenu());
        QCOMPARE(actionWith(*menu, u"Save as…"_s)->toolTip(), u"It is missing: the archive has no such file."_s);
        QVERIFY(actionWith(*menu, u"Show in the layout"_s)->isEnabled());
        actionWith(*menu, u"Show in the layout"_s)->trigger();
        auto *dialog = page.findChild<LayoutPlaceDialog *>();
        QVERIFY(dialog);
        const auto *text = dialog->findChild<QPlainTextEdit *>();
        QVERIFY(text->textCursor().block().text().contains(u"LICENSE"_s));
        dialog->close();
        page.choosePath(sampleTop + u"/README.md"_s);
        const std::unique_ptr<QMenu> unnamed(view->entryMenu());
        QCOMPARE(actionWith(*unnamed, u"Show in the layout"_s)->toolTip(), u"No line of the layout names it."_s);
    }

    void archiveThatChangedMeanwhileGivesAMessageAndNoFile()
    {
        QTemporaryDir dir;
        QVERIFY(makeTree(dir.path()));
        const QString archive = pack(dir.path(), u"zip"_s);
        const auto contents = scanArchive(archive);
        QVERIFY(contents);
        ArchivePage page;
        page.beginReading(archive);
        page.setInspection({.contents = *contents});
        page.choosePath(u"top/README.md"_s);
        QVERIFY(QFile::remove(archive));
        page.saveChosenFile();
        Q_EMIT page.findChild<QFileDialog *>()->fileSelected(dir.filePath(u"saved"_s));
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = page.findChild<QMessageBox *>()) != nullptr);
        QVERIFY2(box->text().contains(archive), qPrintable(box->text()));
        QVERIFY(!QFile::exists(dir.filePath(u"saved"_s)));
    }
};

QTEST_MAIN(TestArchivePage)
#include "tst_archivepage.moc"
