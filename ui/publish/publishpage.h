// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publisher.h"
#include "app/publish/releasestory.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QTreeView;

namespace unmoor {

class Banner;
class ChecklistModel;
class PageHeader;
class PublishOverview;

/// What publishing will do, and what it did: now against after, then the plan as a checklist.
class PublishPage : public QWidget
{
    Q_OBJECT
public:
    explicit PublishPage(QWidget *parent = nullptr);

    void setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                    const QMap<QString, QString> &accepted);
    void setPlan(const PublishPlan &plan);
    void setComplete(bool complete); ///< all that the project means to release is on the host, as it should be
    /// Why publishing cannot start; empty: it can.
    void setObstacles(const QStringList &obstacles);
    void setReading(bool reading); ///< the host is being asked
    void setRunning(bool running);
    void stepStarted(int step);
    void stepProgressed(int step, qint64 sent, qint64 total);
    void stepFinished(int step, const StepResult &result);
    void setWaiting(int seconds, const QString &why);
    /// What is on GitHub and not whole; nullopt: nothing to tell.
    void setStory(const std::optional<ReleaseStory> &story);
    void setReadAt(const QDateTime &moment); ///< when the host was read
    /// How the last run ended; an Error is one that stopped it before the first step.
    void setOutcome(const Result<PublishOutcome> &outcome);
    void setProblem(const QString &title, const QString &text); ///< reading the host failed

    QPushButton *withdrawButton() const { return m_withdraw; }
    QPushButton *publishButton() const { return m_publish; }
    ChecklistModel *checklist() const { return m_model; }
    QString bannerTitle() const;
    QString bannerText() const;
    QString copiedText() const; ///< of the selected rows, or of all: step, state, whole proof

Q_SIGNALS:
    void publishRequested();
    void draftRequested();
    void withdrawRequested();
    void cancelRequested();
    void signInRequested(); ///< the host took the token no longer; publishing goes on afterwards
    void readRequested();
    void openReleaseRequested(const QUrl &url);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void makeCopyActions();
    void showBanner();
    void showOutcome();
    void showStanding();
    void showAge();

    PageHeader *m_header;
    QPushButton *m_read;
    QPushButton *m_open;
    QPushButton *m_cancel;
    QPushButton *m_withdraw;
    QPushButton *m_draft;
    QPushButton *m_publish;
    QWidget *m_bannerBox;
    Banner *m_banner;
    PublishOverview *m_overview;
    QTreeView *m_list;
    ChecklistModel *m_model;

    DesiredRelease m_desired;
    std::optional<RemoteRelease> m_remote;
    PublishPlan m_plan;
    bool m_complete = false;
    QStringList m_obstacles;
    std::optional<ReleaseStory> m_story;
    std::optional<Result<PublishOutcome>> m_outcome; ///< of the last run, until the next
    bool m_outcomeIsShown = false;
    std::optional<Error> m_readProblem;
    QString m_readProblemTitle;
    QDateTime m_readAt;
    QTimer m_ageTimer;
    bool m_reading = false;
    bool m_running = false;
    int m_waitSeconds = 0;
};

} // namespace unmoor
