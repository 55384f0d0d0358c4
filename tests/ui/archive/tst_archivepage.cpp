// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivemodel.h"
#include "archive/archivepage.h"
#include "archive/archivetree.h"
#include "sampleinspection.h"
#include "theme/theme.h"
#include "widgets/banner.h"
#include "widgets/pageheader.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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

TargetState readTarget(const Inspection &inspection)
{
    TargetState target;
    target.target.triple = u"x86_64-unknown-linux-gnu"_s;
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
        QVERIFY(buttonWith(page, u"All 13"_s));
        QVERIFY(buttonWith(page, u"Problems 3"_s));
    }

    void goesThroughTheProblemsInBothDirections()
    {
        ArchivePage page;
        page.setTarget(readTarget(sampleInspection()));
        auto *tree = page.findChild<ArchiveTree *>();
        page.goToProblem(true);
        QCOMPARE(tree->currentIndex().data().toString(), u".worker-bin"_s);
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
        QCOMPARE(model->rowCount(model->index(0, 0)), 3);
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
        QTest::mouseClick(buttonWith(page, u"Copy as Markdown"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"- **error** `missing-entry`"_s));
    }

    void entriesAppearWhileTheyAreRead()
    {
        ArchivePage page;
        page.show();
        QSignalSpy canceled(&page, &ArchivePage::cancelRequested);
        page.beginReading(u"x.tar.xz"_s);
        page.appendEntries(sampleInspection().contents.entries);
        QCOMPARE(page.findChild<PageHeader *>()->summary(), u"reading, 13 entries so far"_s);
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
        QCOMPARE(page.findChild<ArchiveTree *>()->currentIndex().data().toString(), u".worker-bin"_s);
    }
};

QTEST_MAIN(TestArchivePage)
#include "tst_archivepage.moc"
