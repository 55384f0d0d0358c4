// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/editabletext.h"
#include "notes/livenotes.h"
#include "theme/theme.h"

#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace unmoor {

class Banner;
class ChangelogEditor;
class EmptyState;
class NotesPreview;
class NotesStrip;
class PageHeader;
class ProblemsModel;
class ProblemsView;
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
    void setNotes(const ReleaseNotes &notes); ///< what the engine found in the saved file
    void setSaved(); ///< what body() gives is on disk now
    void showSaveError(const QString &message);

    QString body() const; ///< as edited, "\n" line ends, no blank lines around it
    bool isEdited() const { return m_edited; }
    int problemCount(Severity severity) const;
    void showNextProblem(int direction = 1); ///< F8, Shift+F8
    QString bannerTitle() const; ///< empty where there is none

    ChangelogEditor *editor() const { return m_editor; }
    NotesPreview *preview() const { return m_preview; }
    ProblemsModel *problems() const { return m_problems; }
    QPushButton *saveButton() const { return m_save; }
    QPushButton *undoAllButton() const { return m_undoAll; }

Q_SIGNALS:
    void saveRequested(const QString &body);
    void editedChanged(bool edited);
    void problemsChanged();
    void linkActivated(const QUrl &url);
    void openFileRequested(); ///< to mend what this page cannot: a missing or double heading
    void reloadRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeEditorSide();
    QWidget *makePreviewSide();
    void layOut();
    void wire();
    void save();
    void undoAll();
    void setBase(const Changelog &changelog);
    void showSection(bool isSame, bool wasEdited, const QString &draft, const QString &oldBase);
    void bodyEdited();
    void readAnew(); ///< problems, counts and preview, from the text as it stands
    QList<Finding> absence() const;
    QList<NotesProblem> withEngineFindings(QList<NotesProblem> problems) const;
    void updateEdited();
    void updateHeader();
    void updateEditorStrip();
    void updatePreview(const LiveNotes &live);
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
    QSplitter *m_splitter;
    NotesStrip *m_editorStrip;
    ChangelogEditor *m_editor;
    NotesStrip *m_previewStrip;
    SegmentedControl *m_views;
    QStackedWidget *m_previewStack;
    EmptyState *m_noPreview;
    NotesPreview *m_preview;
    QPlainTextEdit *m_source;
    ProblemsModel *m_problems;
    ProblemsView *m_problemsView;
    QTimer m_refresh;

    Changelog m_changelog;
    std::optional<ChangelogSection> m_section;
    QString m_fileName;
    QString m_version;
    QString m_title;
    ReleaseNotes m_notes;
    bool m_edited = false;
    QString m_draft; ///< edits set aside; empty: none
    enum class Notice { None, Absent, NotSaved, DraftAside };
    Notice m_notice = Notice::None;
};

} // namespace unmoor
