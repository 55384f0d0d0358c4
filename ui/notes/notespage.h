// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/notesreader.h"
#include "app/release/notesdraft.h"
#include "ui/notes/notesnotice.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace unmoor {

class ChangelogEditor;
class EditorPane;
class EmptyState;
class MergeView;
class PageHeader;
class PreviewPane;
class ProblemsModel;
class ProblemsView;
class SectionsModel;

/// The notes of a release: its section of the changelog to edit, beside what the host will show of it. What is edited
/// is in a NotesDraft, what it means comes from a NotesReader; the page shows both and does what a person chooses.
/// Its commands that change more than the text stand in notespagecommands.cpp, its problems in notespageproblems.cpp.
class NotesPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotesPage(QWidget *parent = nullptr);

    /// Shows the section of \a version; \a title stands above the preview. Unsaved edits stay where the section is as
    /// it was when they began; otherwise they are set aside and offered again.
    void setDocument(const Changelog &changelog, const QString &fileName, const QString &version, const QString &title);
    /// What the text is held against from now on; see Session::notesContext(). \a directory: of the checkout, where the
    /// notes' images are.
    void setContext(const NotesContext &context, const QString &directory = {});
    void setNotes(const ReleaseNotes &notes); ///< what the engine found in the saved file
    void setNewFile(const QString &name) { m_newFile = name; } ///< what can be made where there is nothing; or empty
    /// What the release on the host says, where that is not what the file would send.
    void setHostBody(const std::optional<BodyMerge> &merge);
    /// Entries to begin with: below what the section says, or into a new section.
    void takeDraft(const QString &text);
    /// What the release will say for a section: the section and the blocks of unmoor.toml. Called in other threads too.
    void setSentBody(const NotesReader::MakeSent &sent) { m_reader.setMakeSent(sent); }
    void setSaved(); ///< what body() gives is on disk now
    void showSaveError(const QString &message);
    void showMerge(); ///< of the text that was set aside and the one on disk

    /// Changes of the whole file, which are written at once and which Undo takes back.
    void promote(); ///< Unreleased becomes the section
    void insert(); ///< an empty section, where its version belongs
    void undoRewrite();

    /// Brings back what was typed and never saved, over \a base: into the section if it is still that, else set aside.
    void restoreDraft(const QString &draft, const QString &base);

    const NotesDraft &draft() const { return m_draft; }
    const QString &body() const { return m_draft.body(); }
    bool isEdited() const { return m_draft.isEdited(); }
    bool isMerging() const;
    int problemCount(Severity severity) const;
    QString counter() const; ///< how much of the host's limit the notes take, in words
    QString bannerTitle() const { return m_notice->title(); } ///< empty where there is none
    void showProblem(const QString &message); ///< the one that says so
    void goToLine(int line); ///< of the changelog, from 1
    ChangelogEditor *editor() const;
    QMenu *commandsMenu(); ///< what can be done with the section now; the caller's

Q_SIGNALS:
    void saveRequested(const QString &body);
    void editedChanged(bool edited);
    void problemsChanged();
    void linkActivated(const QUrl &url);
    void commitsRequested(); ///< a draft out of the commits
    void generatedRequested(); ///< a draft out of what the host generates
    void bodyChanged(); ///< typed, or brought by a fix
    void rewriteRequested(const QByteArray &updated); ///< the whole file, where a fix reaches beyond the section
    void openFileRequested(); ///< to mend what this page cannot: a missing or double heading
    void reloadRequested();
    void newFileRequested();
    void publishRequested(); ///< to send the section to the host
    void refused(const QString &message); ///< a command that could not be

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void layOutSections();
    void wire();

    void showBody(const QString &body);
    void setBody(const QString &body);
    void bodyEdited();
    void readAnew();
    void showReading(const NotesReading &reading);
    void updateEdited();
    void updateHeader();
    void updateNotice(bool isSameFile);
    NotesContext context() const; ///< with the draft's version and file

    void showAbsence();
    QList<Finding> absence() const;
    void showAside();
    void showHostNotice();
    void clearNotice();
    void takeAnswer(NotesNotice::Answer answer);
    std::optional<NotesProblem> absenceProblem() const;

    // In notespageproblems.cpp:
    QList<NotesProblem> withEngineFindings(QList<NotesProblem> problems) const;
    void updateProblems(const QList<NotesProblem> &problems);
    void goToProblem(int row);
    void chooseFix(int row);

    // In notespagecommands.cpp:
    void save();
    void undoAll();
    void find();
    void showCommands();
    void takeFix(const NotesProblem &problem);
    void rewrite(const QString &name, const QByteArray &updated);
    void redoRewrite();
    void changeFile(const QByteArray &updated);
    void compareHost();
    void takeHostText();
    void askMerge(const struct MergeQuestion &question);
    void leaveMerge();
    void takeMerged(const QString &text);

    PageHeader *m_header;
    QPushButton *m_save;
    NotesNotice *m_notice;
    QStackedWidget *m_stack; ///< nothing to show, the panes, or the merge
    EmptyState *m_empty;
    QSplitter *m_panes;
    MergeView *m_merge;
    SectionsModel *m_sections;
    QTreeView *m_sectionList;
    EditorPane *m_editing;
    PreviewPane *m_previewing;
    ProblemsModel *m_problems;
    ProblemsView *m_problemsView;

    NotesDraft m_draft;
    HostNotes m_host;
    FileChanges m_changes;
    NotesReader m_reader;
    NotesContext m_context;
    ReleaseNotes m_notes;
    QString m_directory;
    QString m_title;
    QString m_newFile; ///< can be made; empty: something else is wrong with it
    bool m_wasEdited = false; ///< as it was told last
    bool m_isRewriting = false;
};

} // namespace unmoor
