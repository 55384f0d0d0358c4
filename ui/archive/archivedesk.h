// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

#include <QObject>

namespace unmoor {

class ArchivePage;
class CompareView;
class SizeView;

/// Joins the page of an archive to the session: its sizes, what it is compared with, what a person accepts in it.
class ArchiveDesk : public QObject
{
    Q_OBJECT
public:
    /// Makes the page, as a child of \a parent. \a session outlives this.
    ArchiveDesk(Session &session, QWidget *parent);

    ArchivePage *page() const { return m_page; }

    void setTarget(const QString &triple); ///< whose archive the page shows; empty: none
    /// Shows the archive at \a path, judged as one for \a triple; it stays no target's.
    void inspectFile(const QString &path, const QString &triple);
    /// To the next problem, or the next change where archives are compared.
    void goToProblem(bool forward);

Q_SIGNALS:
    void ended(const unmoor::Result<void> &result, const QString &what); ///< \a what: how a failure is called

private:
    void connectPage();
    void setLayoutRules(const QString &triple);
    void showSizes();
    void compareWithLayout();
    void compareWithPrevious();
    void compareWithFile(const QString &path);
    void compareWithRebuild();
    void checkRebuild();
    void showRebuild(const RebuildReport &report);
    void showEarlier(const EarlierArchive &earlier);
    void showDiff(const std::shared_ptr<const Inspection> &before, const QString &title, const QString &label,
                  const EarlierArchive *earlier);
    void showFailure(const Error &error, std::function<void()> again);
    void act();
    void proposeLayout();
    bool isStale(int question) const { return question != m_question; }

    Session &m_session;
    ArchivePage *m_page;
    SizeView *m_sizes;
    CompareView *m_compare;
    QString m_triple; ///< of the target; empty: none
    int m_question = 0; ///< counts comparisons asked for: an answer to an older one is dropped
    int m_rebuildQuestion = -1; ///< the last one that was about building again
    std::function<void()> m_action; ///< of the compare view's message
    std::map<QString, EarlierArchive> m_earlier; ///< by triple, as it was fetched in this session
    QString m_earlierVersion; ///< the version that m_earlier is before
};

} // namespace unmoor
