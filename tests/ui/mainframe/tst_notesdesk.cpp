// SPDX-License-Identifier: GPL-3.0-or-later
// The notes' page on a real session: what is typed survives, whatever becomes of this process.
#include "../../app/project/gitrepository.h"
#include "changelog/recovery.h"
#include "mainframe/notesdesk.h"
#include "notes/changelogeditor.h"
#include "notes/notespage.h"

#include <QApplication>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QByteArray changelog = "# Changelog\n\n## 1.0.5\n\n- One\n\n## 1.0.4\n\n- Old\n";

void makeProject(const GitRepository &repository)
{
    repository.write(u"unmoor.toml"_s, "schema = 1\n[project]\nname = \"minne\"\nversion = { literal = \"1.0.5\" }\n");
    repository.commit(u"CHANGELOG.md"_s, changelog);
}

/// A window's worth of the notes: session, page, and what joins them.
struct Desk
{
    Session session;
    NotesPage page;
    NotesDesk desk{session, &page};

    Desk(const QString &project, const QString &state)
        : session({.stateDir = state})
    {
        QObject::connect(&session, &Session::notesChanged, &desk, &NotesDesk::show);
        const auto opened = session.open(project);
        if (!QTest::qWaitFor([&] { return opened.isFinished(); }, 60'000) || !opened.result())
            qFatal("the project cannot be opened");
        page.show();
        desk.show();
    }

    void type(const QString &text)
    {
        page.editor()->goToLine(page.editor()->lastLine());
        QTest::keyClick(page.editor(), Qt::Key_End);
        QTest::keyClicks(page.editor(), text);
    }

    /// A button that can be seen, or can be by the next turns: a banner's own are shown then.
    QPushButton *button(const QString &text) const
    {
        QPushButton *found = nullptr;
        const auto isThere = [&] {
            for (QPushButton *button : page.findChildren<QPushButton *>()) {
                if (button->isVisible() && button->text().remove(u'&') == text)
                    found = button;
            }
            return found != nullptr;
        };
        return QTest::qWaitFor(isThere) ? found : nullptr;
    }
};

/// Types into a desk until it is killed.
int typeForEver(const QString &project, const QString &state)
{
    Desk desk(project, state);
    desk.type(u" and more"_s);
    std::puts("typed");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class NotesDeskTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_project;
    std::unique_ptr<QTemporaryDir> m_state;

    QByteArray file() const
    {
        QFile file(m_project->filePath(u"CHANGELOG.md"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        isolateGit();
        m_project = std::make_unique<GitRepository>();
        m_state = std::make_unique<QTemporaryDir>();
        makeProject(*m_project);
    }

    void killedWhileTypingTheTextIsThere()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--type"_s, m_project->path(), m_state->path()});
        QVERIFY(QTest::qWaitFor([&] { return other.canReadLine(); }, 120'000));
        QCOMPARE(other.readLine(), "typed\n");
        ::kill(pid_t(other.processId()), SIGKILL);
        QVERIFY(QTest::qWaitFor([&] { return other.state() == QProcess::NotRunning; }, 60'000));
        QCOMPARE(file(), changelog);

        const Desk desk(m_project->path(), m_state->path());
        QCOMPARE(desk.page.body(), u"- One and more"_s);
        QVERIFY(desk.page.isEdited());
    }

    void savedTextIsNotOfferedAgain()
    {
        {
            Desk desk(m_project->path(), m_state->path());
            desk.type(u"!"_s);
            QVERIFY(readUnsaved(desk.session.recoveryFile()));
            desk.desk.save();
            QVERIFY(!readUnsaved(desk.session.recoveryFile()));
        }
        QCOMPARE(file(), QByteArray(changelog).replace("- One", "- One!"));
        const Desk desk(m_project->path(), m_state->path());
        QVERIFY(!desk.page.isEdited());
    }

    void undoReachesBackBeyondASave()
    {
        Desk desk(m_project->path(), m_state->path());
        desk.type(u"!"_s);
        desk.desk.save();
        desk.type(u"?"_s);
        desk.page.editor()->undo();
        QCOMPARE(desk.page.body(), u"- One!"_s);
        desk.page.editor()->undo();
        QCOMPARE(desk.page.body(), u"- One"_s);
        QVERIFY(desk.page.isEdited());
    }

    void textOverAnotherSectionIsSetAsideAndKept()
    {
        {
            Desk desk(m_project->path(), m_state->path());
            desk.type(u" mine"_s);
        }
        m_project->write(u"CHANGELOG.md"_s, QByteArray(changelog).replace("- One", "- Theirs"));
        for (int start = 0; start < 2; ++start) {
            Desk desk(m_project->path(), m_state->path());
            QCOMPARE(desk.page.body(), u"- Theirs"_s);
            QCOMPARE(desk.page.draftAside(), u"- One mine"_s);
            desk.type(u" too"_s);
            desk.page.editor()->undo();
        }
        Desk desk(m_project->path(), m_state->path());
        QVERIFY(desk.button(u"Discard my text"_s));
        QTest::mouseClick(desk.button(u"Discard my text"_s), Qt::LeftButton);
        QVERIFY(!readUnsaved(desk.session.recoveryFile()));
    }

    void fileThatChangedOnDiskIsNotOverwritten()
    {
        Desk desk(m_project->path(), m_state->path());
        desk.type(u" mine"_s);
        const QByteArray theirs = QByteArray(changelog).replace("- Old", "- Older");
        m_project->write(u"CHANGELOG.md"_s, theirs);
        desk.desk.save();
        QCOMPARE(file(), theirs);
        QVERIFY(desk.page.bannerTitle().contains(u"not saved"));
        QTest::mouseClick(desk.button(u"Reload from disk"_s), Qt::LeftButton);
        QCOMPARE(desk.page.body(), u"- One mine"_s);
        desk.desk.save();
        QCOMPARE(file(), QByteArray(theirs).replace("- One", "- One mine"));
    }

    void draftComesOutOfTheCommits()
    {
        m_project->git({u"tag"_s, u"v1.0.4"_s});
        m_project->git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"feat: ask twice"_s});
        Desk desk(m_project->path(), m_state->path());
        Q_EMIT desk.page.commitsRequested();
        QTRY_COMPARE_WITH_TIMEOUT(desk.page.body(), u"- One\n\n- Ask twice"_s, 60'000);
        QCOMPARE(file(), changelog);
    }

    void fixBeyondTheSectionIsWritten()
    {
        m_project->write(u"CHANGELOG.md"_s, "## Unreleased\n\n- a\n\n## 1.0.4\n\n- Old\n");
        Desk desk(m_project->path(), m_state->path());
        QVERIFY(desk.button(u"Make it 1.0.5"_s));
        QTest::mouseClick(desk.button(u"Make it 1.0.5"_s), Qt::LeftButton);
        QCOMPARE(file(), "## Unreleased\n\n## 1.0.5\n\n- a\n\n## 1.0.4\n\n- Old\n");
        QCOMPARE(desk.page.body(), u"- a"_s);
        QCOMPARE(desk.page.bannerTitle(), QString());
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == u"--type")
        return typeForEver(arguments.value(2), arguments.value(3));
    NotesDeskTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notesdesk.moc"
