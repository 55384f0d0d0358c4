// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/archive/sampleinspection.h"
#include "tests/ui/notes/notespagefixture.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/archivetree.h"
#include "ui/archive/compareview.h"
#include "ui/archive/sizeview.h"
#include "ui/build/failurecard.h"
#include "ui/history/historypage.h"
#include "ui/history/rootsdialog.h"
#include "ui/mainframe/headerbar.h"
#include "ui/mainframe/statusline.h"
#include "ui/matrix/matrixmodel.h"
#include "ui/matrix/matrixview.h"
#include "ui/plan/planpage.h"
#include "ui/publish/confirmpublish.h"
#include "ui/publish/publishpage.h"
#include "ui/start/startpage.h"
#include "ui/steprail/steprail.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/openlink.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/question.h"

#include <QAction>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDirIterator>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTreeView>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

const QString foreign = QStringLiteral("<b>evil<img src='x'> & <i>"); // no "/": it is a file's name, too

/// What a person reads where Qt decides by itself whether \a text is HTML, as in tooltips.
QString asRead(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

/// All texts below a widget that Qt may take for HTML, as they are read.
class Texts
{
public:
    explicit Texts(const QWidget &top)
    {
        take(top);
        for (const auto *widget : top.findChildren<QWidget *>())
            take(*widget);
        for (const auto *action : top.findChildren<QAction *>())
            add(*action, action->toolTip());
    }

    int foreignCount = 0; ///< texts in which the foreign one was found, as it is
    QStringList wrong; ///< those in which it was taken for HTML

private:
    void take(const QWidget &widget)
    {
        add(widget, widget.toolTip());
        add(widget, widget.whatsThis());
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            if (label->textFormat() == Qt::PlainText)
                addRead(*label, label->text());
            else
                add(*label, label->text());
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
            takeRows(*view, *view->model(), {});
    }

    void takeRows(const QWidget &view, const QAbstractItemModel &model, const QModelIndex &parent)
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column)
                add(view, model.index(row, column, parent).data(Qt::ToolTipRole).toString());
            takeRows(view, model, model.index(row, 0, parent));
        }
    }

    void add(const QObject &owner, const QString &text)
    {
        addRead(owner, text.contains(u"evil") ? asRead(text) : text);
    }

    void addRead(const QObject &owner, const QString &read)
    {
        if (!read.contains(u"evil"))
            return;
        if (read.contains(u"<b>evil"))
            ++foreignCount;
        else
            wrong.append(QString::fromLatin1(owner.metaObject()->className()) + u": "_s + read);
    }
};

TargetState hostileTarget()
{
    TargetState target;
    target.target.triple = foreign;
    target.where = foreign;
    target.build = TargetState::Build::Unbuildable;
    target.failure = BuildFailure{.message = foreign, .hint = foreign};
    return target;
}

DesiredRelease hostileRelease()
{
    return {.repository = foreign,
            .tag = foreign,
            .title = foreign,
            .files = {{.name = foreign, .bytes = 7, .sha256 = QByteArray(64, 'a')}}};
}

PublishPlan hostilePlan()
{
    PublishPlan plan;
    plan.steps = {{.kind = PublishStep::Kind::Replace, .file = foreign, .what = foreign, .why = foreign}};
    return plan;
}

} // namespace

/// Names and messages that others wrote are shown as they are, wherever they stand.
class TestForeignText : public QObject
{
    Q_OBJECT

    static void verify(const QWidget &page)
    {
        const Texts texts(page);
        QVERIFY2(texts.wrong.isEmpty(), qPrintable(texts.wrong.join(u'\n')));
        QVERIFY(texts.foreignCount > 0);
    }

    QList<QUrl> m_opened;

public Q_SLOTS:
    void openedByTheDesktop(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void toolTipsSayTextsAsTheyAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << foreign;
        QTest::newRow("lines") << u"<i>one</i>\n  two"_s;
        QTest::newRow("entity") << u"a &lt; b"_s;
        QTest::newRow("ampersand") << u"a &amp; b"_s;
        QTest::newRow("plain") << u"a < b & c > d"_s;
    }
    void toolTipsSayTextsAsTheyAre()
    {
        QFETCH(QString, text);
        QCOMPARE(asRead(toolTipText(text)), text);
    }

    void archives()
    {
        Inspection inspection = sampleInspection();
        const QString path = sampleTop + u"/lib/"_s + foreign;
        inspection.contents.entries.append(textEntry(path, foreign.toUtf8()));
        inspection.contents.entries.append(linkEntry(path + u'2', foreign));
        inspection.report.findings.append({Severity::Error, u"unexpected-entry"_s, path, foreign, foreign});
        ResolutionStep step = sampleChain().first();
        step.name = foreign;
        inspection.chains.insert(path, {step});
        ArchivePage page;
        page.setInspection(inspection);
        QTRY_VERIFY(page.model()->indexOfPath(path).isValid());
        page.findChild<ArchiveTree *>()->choose(page.model()->reveal(path));
        verify(page);
        page.findChild<ArchiveTree *>()->choose(page.model()->reveal(path + u'2'));
        verify(page);
    }

    void plan()
    {
        PlanPage page;
        page.setGates({{.name = foreign, .outcome = Gate::Outcome::Failed, .message = foreign, .hint = foreign}},
                      false);
        page.setTargets({hostileTarget()});
        page.setProblem(foreign);
        verify(page);
    }

    void build()
    {
        verify(FailureCard({.message = foreign, .hint = foreign},
                           FailureRepair{.offers = {{.label = foreign, .detail = foreign}}, .note = foreign}, foreign));
    }

    void matrix()
    {
        MatrixModel model;
        TargetState running = hostileTarget();
        running.build = TargetState::Build::Running;
        running.current = foreign;
        model.setTargets({hostileTarget(), running});
        MatrixView view;
        view.setMatrixModel(&model);
        verify(view);
    }

    void publish()
    {
        PublishPage page;
        page.setRelease(hostileRelease(), std::nullopt, {});
        page.setPlan(hostilePlan());
        page.setObstacles({foreign});
        verify(page);
        page.setProblem(foreign, foreign);
        verify(page);
        verify(ConfirmPublish(hostileRelease(), hostilePlan(), {{foreign, foreign}},
                              {.host = foreign, .account = foreign, .leftOut = {foreign}}));
    }

    void history()
    {
        HistoryPage page;
        page.setReleases({{.project = foreign,
                           .version = foreign,
                           .tag = foreign,
                           .revision = foreign,
                           .state = foreign,
                           .note = foreign,
                           .updatedAt = QDateTime::currentDateTime()}});
        verify(page);
    }

    void notes()
    {
        NotesPage page;
        const QByteArray text = "# Changelog\n\n## 1.0.5 - " + foreign.toUtf8() + "\n\n- [x](<b>evil.md)\n";
        page.setContext({.today = QDate(2026, 7, 8), .tag = u"v1.0.5"_s});
        page.setDocument(Changelog::parse(text), foreign, u"1.0.5"_s, foreign);
        page.showSaveError(foreign);
        verify(page);
    }

    void frame()
    {
        HeaderBar bar;
        bar.setProject(foreign);
        bar.setRecentProjects({{.path = foreign, .name = foreign}});
        bar.setSource(HeaderBar::Source{foreign, foreign, true});
        bar.setVersion(foreign, foreign);
        verify(bar);
        StepRail rail;
        rail.setState(StepRail::Plan, {theme::State::Error, foreign});
        verify(rail);
        StatusLine line;
        line.setMessage(theme::State::Error, foreign);
        verify(line);
        StartPage start;
        start.setProjects({{.path = foreign, .name = foreign, .summary = foreign}});
        verify(start);
        Banner banner;
        banner.showMessage(theme::State::Error, foreign, foreign);
        verify(banner);
    }

    void questions()
    {
        QWidget window;
        bool agreed = false;
        ask(&window, {.title = foreign, .text = foreign, .detail = foreign, .yes = u"Yes"_s, .no = u"No"_s},
            [&] { agreed = true; });
        auto *box = window.findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(Texts(*box).wrong, QStringList());
        QCOMPARE(Texts(*box).foreignCount, 2); // the text and what follows from it
        for (QAbstractButton *button : box->buttons())
            if (button->text() == "No"_L1)
                button->click();
        QVERIFY(!agreed);
    }

    void linksOpenPagesAndTextsAlone_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("opened"); // empty: nothing
        QTest::newRow("page") << u"https://example.org/a?b"_s << u"https://example.org/a?b"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
        QTest::newRow("share") << u"smb://server/share"_s << QString();
        QTest::newRow("file elsewhere") << u"file://server/share/x.txt"_s << QString();
        QTest::newRow("text") << u"file:FOLDER/notes.md"_s << u"file:FOLDER/notes.md"_s;
        QTest::newRow("program") << u"file:FOLDER/run.sh"_s << u"file:FOLDER"_s;
        QTest::newRow("starter") << u"file:FOLDER/x.desktop"_s << u"file:FOLDER"_s;
        QTest::newRow("page of this machine") << u"file:FOLDER/x.html"_s << u"file:FOLDER"_s;
        QTest::newRow("folder") << u"file:FOLDER"_s << u"file:FOLDER"_s;
    }
    void linksOpenPagesAndTextsAlone()
    {
        QFETCH(QString, link);
        QFETCH(QString, opened);
        QTemporaryDir folder;
        for (const QString &name : {u"notes.md"_s, u"run.sh"_s, u"x.desktop"_s, u"x.html"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(name.endsWith(u".sh") ? "#!/bin/sh\n" : "text\n");
        }
        m_opened.clear();
        const QStringList schemes{u"http"_s, u"https"_s, u"file"_s, u"javascript"_s, u"smb"_s};
        for (const QString &scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "openedByTheDesktop");
        openLink(QUrl(link.replace(u"FOLDER"_s, u"//"_s + folder.path())));
        for (const QString &scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
        const QList<QUrl> expected =
            opened.isEmpty() ? QList<QUrl>() : QList<QUrl>{QUrl(opened.replace(u"FOLDER"_s, u"//"_s + folder.path()))};
        QCOMPARE(m_opened, expected);
    }

    /// Every other way is left to ui/widgets, where it is looked at.
    void windowHasOneWayToShowText()
    {
        static const QRegularExpression forbidden(
            uR"(new QLabel\b|\bnew QMessageBox\b|toHtmlEscaped|QDesktopServices|QToolTip::showText|)"
            uR"(QMessageBox::(about|question|warning|information|critical)\(|)"
            uR"(setToolTip\((?!\s*(tr|toolTipText)\()|)"
            uR"(case Qt::ToolTipRole:\s+(case [^\n]+\s+)*(if [^\n]+\s+)?return (?!\s*(tr|toolTipText)\())"_s);
        QStringList wrong;
        QDirIterator files(QStringLiteral(UNMOOR_SOURCE_DIR) + u"/ui"_s, {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString name = QDir(QStringLiteral(UNMOOR_SOURCE_DIR)).relativeFilePath(file.fileName());
            const bool looksAtIt =
                QStringList{u"ui/widgets/buttons.cpp"_s, u"ui/widgets/question.cpp"_s, u"ui/widgets/openlink.cpp"_s,
                            u"ui/widgets/plaintext.cpp"_s, u"ui/desktop/notifier.cpp"_s} // the markup of notifications
                    .contains(name);
            if (looksAtIt)
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (const auto &match : forbidden.globalMatch(text))
                wrong.append(u"%1:%2: %3"_s.arg(name)
                                 .arg(text.first(match.capturedStart()).count(u'\n') + 1)
                                 .arg(match.captured().left(80)));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

QTEST_MAIN(TestForeignText)
#include "tst_foreigntext.moc"
