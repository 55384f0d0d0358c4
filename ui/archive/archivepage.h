// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/memberfile.h"
#include "app/release/targetstate.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace unmoor {

class ArchiveModel;
class Banner;
class ComparePane;
class ContentsView;
class EmptyState;
class MemberActions;
class PageHeader;
class SegmentedControl;

/// What is inside an archive against what should be: its header, and the views of the archive by turns.
class ArchivePage : public QWidget
{
    Q_OBJECT
public:
    enum View { Contents, Sizes, Compare };

    explicit ArchivePage(QWidget *parent = nullptr);

    /// Shows the archive of \a target, or why there is none yet.
    void setTarget(const TargetState &target);
    /// By which the shown archive is judged, and what unmoor.toml calls it; nullopt: by none.
    void setLayoutRules(const std::optional<ExpectedLayout> &layout, const QString &name);
    /// Empties the page for the archive at \a path, which is about to be read.
    void beginReading(const QString &path);
    void appendEntries(const QList<ArchiveEntry> &batch);
    /// How far reading is, in bytes of the archive file.
    void setProgress(qint64 packedRead, qint64 packedSize);
    void setInspection(const Inspection &inspection);
    /// Reading failed: \a message says why and what to do.
    void setProblem(const QString &message);

    void goToProblem(bool forward = true);
    View view() const;
    bool hasChosenFile() const; ///< one that can be opened or saved
    /// What was read last; null before.
    std::shared_ptr<const Inspection> inspection() const { return m_inspection; }
    ArchiveModel *model() const { return m_model; }

public Q_SLOTS:
    /// Adds the other views of an archive, which the page takes over. Until then there is no way to choose them.
    void setSizesView(QWidget *view);
    void setCompareView(QWidget *view);
    void setView(unmoor::ArchivePage::View view);
    void showPath(const QString &path); ///< in the tree of the contents
    void choosePath(const QString &path); ///< in the tree; the view stays
    void openChosenFile(); ///< as text, beside the window
    void saveChosenFile();

Q_SIGNALS:
    void inspectionShown(); ///< inspection() is another one
    void inspectAgainRequested();
    void cancelRequested();
    void openFileRequested(const QString &path);
    void buildRequested();
    void proposeLayoutRequested();
    void acceptRequested(const unmoor::Finding &finding, const QString &reason);
    void acceptanceWithdrawn(const unmoor::Finding &finding);
    void compareWithLayoutRequested();
    void compareWithPreviousRequested();
    void compareWithRebuildRequested(); ///< show what building again came to
    void rebuildCheckRequested(); ///< build again now
    void compareWithFileRequested(const QString &path);

private:
    enum class Phase {
        Empty,
        Reading,
        Arranging, ///< read; a large tree is being put together
        Read,
        Unreadable
    };

    void layOut();
    QWidget *makeBannerBox();
    QWidget *makeMoreButton();
    void connectParts();
    void connectHeader();
    void addShortcuts();

    void setPhase(Phase phase);
    void showTarget(const TargetState &target);
    void showEmpty(const TargetState &target);
    void showRead();
    void updateHeader();
    void updateReading();
    void updateBanner();
    void showView();
    void askForReason(const Finding &finding);
    void showInLayout(const QString &path);
    std::optional<MemberFile> chosenFile() const;
    std::optional<MemberFile> chosenFileOrSay();
    void askForFile();
    void askForRebuild();

    ArchiveModel *m_model;
    PageHeader *m_header;
    SegmentedControl *m_views;
    QPushButton *m_again;
    QPushButton *m_open; ///< while no archive is shown
    QWidget *m_more; ///< while one is
    QPushButton *m_cancel;
    QStackedWidget *m_stack; ///< nothing to show, or the views
    EmptyState *m_empty;
    Banner *m_banner;
    QStackedWidget *m_view;
    ContentsView *m_contents;
    QWidget *m_sizes;
    ComparePane *m_compare;
    MemberActions *m_members;

    Phase m_phase = Phase::Empty;
    QString m_triple;
    bool m_hasLayout = true;
    std::optional<ExpectedLayout> m_layout;
    QString m_layoutName;
    QString m_path; ///< of the archive
    QString m_fileName;
    QString m_summary;
    QString m_summaryWhenRead;
    QString m_problem;
    qint64 m_packedRead = -1; ///< below 0: not known
    qint64 m_packedSize = 0;
    std::shared_ptr<const Inspection> m_inspection;
    std::shared_ptr<const Inspection> m_shown; ///< so that the same inspection is not laid out twice
};

} // namespace unmoor
