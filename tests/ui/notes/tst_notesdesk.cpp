// SPDX-License-Identifier: GPL-3.0-or-later
// The notes' page on a real session: what is typed survives, whatever becomes of this process.
#include "app/changelog/recovery.h"
#include "tests/app/project/gitrepository.h"
#include "tests/app/release/ownsession.h"
#include "ui/notes/changelogeditor.h"
#include "ui/notes/mergeview.h"
#include "ui/notes/notesdesk.h"
#include "ui/notes/notespage.h"
#include "ui/notes/problemsmodel.h"
#include "ui/notes/problemsview.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTest>
#include <QTimer>

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
    OwnSession session;
    NotesDesk desk{session, nullptr};
    std::unique_ptr<NotesPage> owner{desk.page()};
    NotesPage &page = *owner;

    Desk(const QString &project, const QString &state)
        : session(state)
    {
        QObject::connect(&session.notes(), &NotesBook::changed, &desk, &NotesDesk::show);
        const auto opened = session.open(project);
        if (!QTest::qWaitFor([&] { return opened.isFinished(); }, 60'000) || !opened.result())
            qFatal("the project cannot be opened");
        page.show();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
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

constexpr int keysToALine = 40;

bool isReturn(int key)
{
    return key % keysToALine == keysToALine - 1;
}

/// What the first \a count keys of typeForEver() make, in a list.
QString typedBy(int count)
{
    QString text;
    for (int key = 0; key < count; ++key)
        text += isReturn(key) ? u"\n- "_s : QString(QChar(u'a' + key % 26));
    return text;
}

/// Types into a desk until it is killed, and tells of each key once it has been pressed and let go:
/// typeForEver PROJECT STATE
int typeForEver(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Desk desk(app.arguments().value(1), app.arguments().value(2));
    desk.type({});
    int key = 0;
    QTimer next; // every turn of the event loop: preview, problems and painting run between the keys
    QObject::connect(&next, &QTimer::timeout, &desk.page, [&] {
        if (isReturn(key))
            QTest::keyClick(desk.page.editor(), Qt::Key_Return);
        else
            QTest::keyClick(desk.page.editor(), char('a' + key % 26));
        std::printf("%d\n", ++key);
        std::fflush(stdout);
    });
    next.start(0);
    return QApplication::exec();
}

UNMOOR_OTHER_PROCESS(typeForEver)

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
    void changelogThatIsNotThereIsCreated()
    {
        const GitRepository repository;
        const QTemporaryDir state;
        makeProject(repository);
        QVERIFY(QFile::remove(repository.path() + u"/CHANGELOG.md"_s));
        Desk desk(repository.path(), state.path());
        QPushButton *create = desk.button(u"Create CHANGELOG.md"_s);
        QVERIFY(create);
        QTest::mouseClick(create, Qt::LeftButton);
        QVERIFY(desk.session.notes().changelog());
        desk.type(u"- First"_s);
        desk.desk.save();
        QCOMPARE(desk.session.notes().notes().body, u"- First"_s);
        QVERIFY(desk.session.notes().changelog()->bytes().startsWith("# Changelog\n\n## 1.0.5 ("));
    }

    void init()
    {
        isolateGit();
        m_project = std::make_unique<GitRepository>();
        m_state = std::make_unique<QTemporaryDir>();
        makeProject(*m_project);
    }

    void killedWhileTypingNoKeyIsLost_data()
    {
        QTest::addColumn<int>("keys");
        QTest::newRow("at the first key") << 1;
        for (int run = 1; run <= 4; ++run)
            QTest::addRow("at random, %d", run) << QRandomGenerator::global()->bounded(2, 1500);
    }

    /// The guarantee: a key that the window took is in the recovery file before the window takes the next one. So of
    /// all the keys that the other process tells of none is lost, wherever it is killed; at most the one it was just
    /// taking is there beside them.
    void killedWhileTypingNoKeyIsLost()
    {
        QFETCH(int, keys);
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"typeForEver"_s, m_project->path(), m_state->path()});
        QByteArray told;
        const auto toldOf = [&] {
            told += other.readAllStandardOutput();
            return int(told.count('\n'));
        };
        QVERIFY(QTest::qWaitFor([&] { return toldOf() >= keys; }, 120'000));
        ::kill(pid_t(other.processId()), SIGKILL);
        QVERIFY(QTest::qWaitFor([&] { return other.state() == QProcess::NotRunning; }, 60'000));
        const int taken = toldOf();
        QCOMPARE(file(), changelog);

        const Desk desk(m_project->path(), m_state->path());
        const QString found = desk.page.body();
        QVERIFY2(found == u"- One"_s + typedBy(taken) || found == u"- One"_s + typedBy(taken + 1),
                 qUtf8Printable(u"killed at key %1 or the next; found: %2"_s.arg(taken).arg(found)));
        QVERIFY(desk.page.isEdited());
        QCOMPARE(desk.page.bannerTitle(), u"Your unsaved text is back"_s);
    }

    void textOfASectionThatIsGoneIsKept()
    {
        {
            Desk desk(m_project->path(), m_state->path());
            desk.type(u" mine"_s);
        }
        m_project->write(u"CHANGELOG.md"_s, "# Changelog\n\n## 1.0.4\n\n- Old\n");
        {
            Desk desk(m_project->path(), m_state->path());
            QVERIFY(!desk.page.draft().section());
        }
        m_project->write(u"CHANGELOG.md"_s, changelog);
        const Desk desk(m_project->path(), m_state->path());
        QCOMPARE(desk.page.body(), u"- One mine"_s);
    }

    void savedTextIsNotOfferedAgain()
    {
        {
            Desk desk(m_project->path(), m_state->path());
            desk.type(u"!"_s);
            QVERIFY(readUnsaved(desk.session.notes().recoveryFile()));
            desk.desk.save();
            QVERIFY(!readUnsaved(desk.session.notes().recoveryFile()));
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
            QCOMPARE(desk.page.draft().aside(), u"- One mine"_s);
            desk.type(u" too"_s);
            desk.page.editor()->undo();
        }
        Desk desk(m_project->path(), m_state->path());
        QVERIFY(desk.button(u"Discard my text"_s));
        QTest::mouseClick(desk.button(u"Discard my text"_s), Qt::LeftButton);
        QVERIFY(!readUnsaved(desk.session.notes().recoveryFile()));
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

    void sectionThatChangedOnDiskIsMerged()
    {
        Desk desk(m_project->path(), m_state->path());
        desk.type(u" mine"_s);
        const QByteArray theirs = QByteArray(changelog).replace("- One\n", "- One theirs\n- Two\n");
        m_project->write(u"CHANGELOG.md"_s, theirs);
        QTest::keySequence(desk.page.editor(), QKeySequence::Save);
        QCOMPARE(file(), theirs);
        QVERIFY(desk.page.isMerging());
        QCOMPARE(readUnsaved(desk.session.notes().recoveryFile())->aside, u"- One mine"_s);
        MergeView *merge = desk.page.findChild<MergeView *>();
        QCOMPARE(merge->undecided(), 1);
        merge->choose(0, MergeView::Both);
        QTest::mouseClick(merge->takeButton(), Qt::LeftButton);
        QCOMPARE(desk.page.body(), u"- One mine\n- One theirs\n- Two"_s);
        QCOMPARE(file(), theirs);
        QTest::keySequence(desk.page.editor(), QKeySequence::Save);
        QCOMPARE(file(), QByteArray(theirs).replace("- One theirs", "- One mine\n- One theirs"));
        QVERIFY(!readUnsaved(desk.session.notes().recoveryFile()));
    }

    void changesOfTheWholeFileAreTakenBack()
    {
        const QByteArray before = "# Changelog\r\n\r\n## Unreleased\r\n\r\n- a\r\n\r\n## 1.0.4\r\n\r\n- Old";
        m_project->write(u"CHANGELOG.md"_s, before);
        Desk desk(m_project->path(), m_state->path());
        const auto command = [&](const QString &begin) {
            const std::unique_ptr<QMenu> menu(desk.page.commandsMenu());
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&').startsWith(begin) && action->isEnabled()) {
                    action->trigger();
                    return true;
                }
            }
            return false;
        };
        QVERIFY(command(u"Make Unreleased the section 1.0.5"_s));
        const QByteArray promoted = file();
        QCOMPARE(desk.page.body(), u"- a"_s);
        desk.type(u"!"_s);
        QTest::keySequence(desk.page.editor(), QKeySequence::Undo); // the key
        QCOMPARE(file(), promoted);
        QTest::keySequence(desk.page.editor(), QKeySequence::Undo); // the command
        QCOMPARE(file(), before);
        QVERIFY(!desk.page.draft().section());
        QTest::keySequence(desk.page.editor(), QKeySequence::Redo);
        QCOMPARE(file(), promoted);
        QVERIFY(command(u"Take back"_s));
        QCOMPARE(file(), before);

        QVERIFY(command(u"Insert a section 1.0.5"_s));
        QVERIFY(desk.page.draft().section());
        QVERIFY(file().contains("## 1.0.5"));
        QVERIFY(!command(u"Insert a section 1.0.5"_s));
        QVERIFY(!command(u"Make Unreleased"_s));
        QTest::keySequence(desk.page.editor(), QKeySequence::Undo);
        QCOMPARE(file(), before);
    }

    void typedTextComesBackWithTheFileBefore()
    {
        m_project->write(u"CHANGELOG.md"_s, "## 1.0.5\n\n- a\n\n## 1.0.4 (2026-06-24)\n\n- Old\n");
        Desk desk(m_project->path(), m_state->path());
        const QByteArray before = file();
        desk.type(u"b"_s);
        QTRY_VERIFY(desk.page.findChild<ProblemsModel *>()->rowCount() > 0);
        Q_EMIT desk.page.findChild<ProblemsView *>()->fixChosen(0); // writes the date, and what was typed with it
        QVERIFY(file().contains("- ab\n"));
        QVERIFY(!desk.page.isEdited());
        QVERIFY(!readUnsaved(desk.session.notes().recoveryFile()));
        QTest::keySequence(desk.page.editor(), QKeySequence::Undo);
        QCOMPARE(file(), before);
        QCOMPARE(desk.page.body(), u"- ab"_s);
        QVERIFY(desk.page.isEdited());
        QCOMPARE(readUnsaved(desk.session.notes().recoveryFile())->body, u"- ab"_s);
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

QTEST_MAIN(NotesDeskTest)
#include "tst_notesdesk.moc"
