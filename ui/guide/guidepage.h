// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/proposaldraft.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace unmoor {

class Banner;
class DraftTargets;
class ElidedLabel;
class FindingsList;
class GuideForm;
class ManifestEditor;
class PageHeader;
class StateIcon;

/// Setting up a project that has no unmoor.toml: what was found, and the proposal, as a form and as a text side by
/// side. What is typed in one is in the other at once; the text is what is written.
class GuidePage : public QWidget
{
    Q_OBJECT
public:
    explicit GuidePage(const QString &directory, QWidget *parent = nullptr);

    const QString &directory() const { return m_directory; }
    /// While the folder is looked through: what is known by then, and what is asked now.
    void setAsking(const ProposalFacts &facts, ProposalSource asked);
    /// Everything is known that can be. \a canBeTrusted: the flake was not evaluated since nobody said that it may.
    void setFacts(const ProposalFacts &facts, bool canBeTrusted);
    /// Archives are read for their layouts, which \a what says; empty: no longer.
    void setReading(const QString &what);
    /// How what was asked for last came out.
    void say(theme::State state, const QString &text);

    const ProposalDraft &draft() const { return m_draft; }
    bool isEdited() const { return m_draft.isEdited(); }
    QString chosenTriple() const; ///< of the target that is chosen in the list and ticked; empty: none

    ManifestEditor *editor() const { return m_editor; }
    GuideForm *form() const { return m_form; }
    QTreeView *targetList() const { return m_list; }
    QPushButton *createButton() const { return m_create; }
    QPushButton *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void createRequested();
    void cancelRequested(); ///< of what runs: looking the folder through, or reading archives
    void surveyRequested(); ///< once more
    void trustRequested();
    void archiveLayoutRequested(const QString &triple);
    void releaseLayoutsRequested();

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeLayoutRow();
    void connectParts();
    void apply(const Result<void> &changed); ///< a change of the draft that the form asked for
    void showDraft();
    void showProblem();
    void showButtons();
    QString summary() const;

    QString m_directory;
    ProposalDraft m_draft;
    bool m_asking = true;
    bool m_reading = false;
    PageHeader *m_header;
    Banner *m_banner;
    FindingsList *m_findings;
    GuideForm *m_form;
    DraftTargets *m_targets;
    QTreeView *m_list;
    ManifestEditor *m_editor;
    StateIcon *m_icon; ///< of the line below the text
    QLabel *m_words;
    QPushButton *m_goTo;
    StateIcon *m_saidIcon;
    QLabel *m_said;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_create;
    QPushButton *m_fromArchive;
    QPushButton *m_fromRelease;
};

} // namespace unmoor
