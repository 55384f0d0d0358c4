// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/editabletext.h"
#include "notes/livenotes.h"
#include "release/bodymerge.h"
#include "theme/theme.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>

class QMenu;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QTreeView;
class QStackedWidget;

namespace unmoor {

class Banner;
class FindBar;
class ChangelogEditor;
class EmptyState;
class MergeView;
class NotesPreview;
class NotesStrip;
class PageHeader;
class ProblemsModel;
class ProblemsView;
class SectionsModel;
class SegmentedControl;

/// The notes of a release: its section of the changelog to edit, beside what the host will show of it.
class NotesPage : public QWidget
{
    Q_OBJECT
public:
    explicit NotesPage(QWidget *parent = nullptr);

    /// Shows the section of \a version; \a title stands above the preview. Unsaved edits stay where the section is as
    /// it was when they began; otherwise they are set aside and offered again.
    void setDocument(const Changelog &changelog, const QString &fileName, const QString &version, const QString &title);
    /// What the text is held against from now on; see Session::notesContext().
    void setContext(const NotesContext &context);
    void setNotes(const ReleaseNotes &notes); ///< what the engine found in the saved file
    void setNewFile(const QString &name) { m_newFile = name; } ///< what can be made where there is nothing; or empty
    void setDirectory(const QString &directory); ///< of the checkout: where the notes' images are
    /// What the release on the host says, where that is not what the file would send.
    void setHostBody(const std::optional<BodyMerge> &merge);
    /// Entries to begin with: below what the section says, or into a new section.
    void takeDraft(const QString &text);
    /// What the release will say for a section: the section and the blocks of unmoor.toml. Called in other threads too.
    void setSentBody(const std::function<QString(const QString &section)> &sent);
    void setSaved(); ///< what body() gives is on disk now
    void showSaveError(const QString &message);
    void showMerge(); ///< of the text that was set aside and the one on disk

    /// Changes of the whole file, which are written at once and which Undo takes back.
    void promote(); ///< Unreleased becomes the section
    void insert(); ///< an empty section, where its version belongs
    void undoRewrite();
    void redoRewrite();

    /// Brings back what was typed and never saved, over \a base: into the section if it is still that, else set aside.
    void restoreDraft(const QString &draft, const QString &base);
    bool hasSection() const { return m_section.has_value(); }
    const QString &draftAside() const { return m_draft; } ///< text that the file's changes set aside; empty: none
    QString savedBody() const { return m_section ? m_section->body : QString(); }

    QString body() const; ///< as edited, "\n" line ends, no blank lines around it
    bool isEdited() const { return m_edited; }
    int problemCount(Severity severity) const;
    QString counter() const; ///< how much of the host's limit the notes take, in words
    void showNextProblem(int direction = 1); ///< F8, Shift+F8
    EmptyState *emptyState() const { return m_empty; } ///< what stands there while there is no changelog
    QString bannerTitle() const; ///< empty where there is none

    ChangelogEditor *editor() const { return m_editor; }
    NotesPreview *preview() const { return m_preview; }
    FindBar *findBar() const { return m_find; }
    SectionsModel *sections() const { return m_sections; }
    QPlainTextEdit *hostText() const { return m_hostText; }
    MergeView *mergeView() const { return m_merge; }
    bool isMerging() const;
    QMenu *commandsMenu(); ///< what can be done with the section now; the caller's
    ProblemsModel *problems() const { return m_problems; }
    QPushButton *saveButton() const { return m_save; }
    QPushButton *undoAllButton() const { return m_undoAll; }

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

private:
    QWidget *makeSectionList();
    QWidget *makeEditorSide();
    void addShortcut(const QKeySequence &keys, void (NotesPage::*slot)());
    void find();
    void showCommands();
    void rewrite(const QString &name, const QByteArray &updated);
    void changeFile(const QByteArray &updated);
    void askMerge(const struct MergeQuestion &question);
    void leaveMerge();
    void takeMerged(const QString &text);
    void compareHost();
    QString hostSection(const QString &hostBody) const;
    void showRestored();
    void goToProblem(int row);
    void discardTyped();
    void scrollPreview();
    void scrollEditor();
    QList<std::pair<double, double>> places() const;
    void showHostNotice();
    void showHostText();
    void takeHostText();
    QWidget *makePreviewSide();
    void layOut();
    void wire();
    void save();
    void undoAll();
    void takeFix(const NotesProblem &problem);
    void setBase(const Changelog &changelog);
    void showSection(bool isSame, bool wasEdited, const QString &draft, const QString &oldBase);
    void bodyEdited();
    NotesContext context() const; ///< with this page's own version and file
    /// What a text means for the release.
    struct Reading
    {
        std::shared_ptr<const LiveReader> reader;
        LiveNotes live;
        QString sent; ///< with the blocks
        qsizetype characters = 0;
    };
    void readAnew(); ///< problems, counts and preview, from the text as it stands
    void readNow();
    void readBeside();
    bool isLong() const;
    std::function<Reading()> reading() const;
    void showReading(const Reading &reading);
    QList<Finding> absence() const;
    QList<NotesProblem> withEngineFindings(QList<NotesProblem> problems) const;
    void updateEdited();
    void updateHeader();
    void updateEditorStrip();
    void updatePreview(const Reading &reading);
    void updatePreviewKind();
    void updateProblems(const QList<NotesProblem> &problems);
    void updateNotice(bool isSameFile);
    void showBanner(theme::State state, const QString &title, const QString &text);
    void hideBanner();
    void showAbsence();
    void showDraftAside();
    void clearNotice();
    void showLocked();
    QString plainFileName() const;

    PageHeader *m_header;
    QPushButton *m_save;
    QPushButton *m_undoAll;
    QPushButton *m_open;
    QWidget *m_bannerRow;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QString m_newFile; ///< can be made; empty: something else is wrong with it
    QSplitter *m_splitter;
    SectionsModel *m_sections;
    QTreeView *m_sectionList;
    NotesStrip *m_editorStrip;
    ChangelogEditor *m_editor;
    FindBar *m_find;
    NotesStrip *m_previewStrip;
    SegmentedControl *m_views;
    QStackedWidget *m_previewStack;
    EmptyState *m_noPreview;
    NotesPreview *m_preview;
    QPlainTextEdit *m_source;
    QPlainTextEdit *m_hostText;
    QPushButton *m_commands;
    MergeView *m_merge;
    ProblemsModel *m_problems;
    ProblemsView *m_problemsView;
    QTimer m_refresh;

    Changelog m_changelog;
    std::optional<ChangelogSection> m_section;
    std::shared_ptr<const LiveReader> m_reader; ///< null: not made yet, or nothing to read
    int m_bases = 0; ///< how many texts were read from the disk
    bool m_isScrolling = false;
    bool m_isReading = false;
    QThreadPool m_pool; ///< ends its work before this does
    bool m_isReadingOutdated = false;
    QString m_sentText;
    NotesContext m_context;
    QString m_fileName;
    QString m_version;
    QString m_title;
    ReleaseNotes m_notes;
    bool m_edited = false;
    QString m_draft; ///< edits set aside; empty: none
    QString m_draftBase; ///< the section that they were edits of; null: not known
    std::optional<BodyMerge> m_host;
    QString m_keptOverHost; ///< a text of the host that a person decided against
    QString m_directory;
    std::function<QString(const QString &)> m_sent;

    /// A change of the whole file.
    struct FileStep
    {
        QString name;
        QByteArray before;
        QString typed; ///< and not saved before; null: nothing was
        QByteArray after;
    };
    QList<FileStep> m_undoable;
    QList<FileStep> m_redoable;
    bool m_isRewriting = false;

    enum class Notice { None, Absent, NotSaved, DraftAside, Host, Restored };
    Notice m_notice = Notice::None;
};

} // namespace unmoor
