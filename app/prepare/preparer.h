// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/activity.h"
#include "app/prepare/preparepull.h"

namespace unmoor {

/// Prepares the releases of one checkout, for who shows it: what stands of an earlier preparation, what the next one
/// would do, and doing it, one work at a time. Each work takes its values at its start.
class Preparer : public QObject
{
    Q_OBJECT
public:
    enum class Work { None, Reading, Preparing, Pushing, TakingBack };
    enum class Purpose { Release, Next }; ///< the next release, or what follows one; see planPrepare(), planNext()

    /// One step, as it stands.
    struct Step
    {
        enum class State { Planned, Running, Done, Failed };

        PrepareStep step = PrepareStep::Write;
        QString what; ///< "Tag v1.0.6, signed"
        State state = State::Planned;

        bool operator==(const Step &) const = default;
    };

    /// \a directory: of the project. \a stateDir: where journals are kept.
    Preparer(QString directory, QString stateDir, QObject *parent = nullptr);
    ~Preparer() override; ///< stops what runs; what it did until then is in the journal

    /// Before anything is read. Of what stands, the journal tells which it is.
    void setPurpose(Purpose purpose) { m_purpose = purpose; }
    Purpose purpose() const { return m_purpose; }
    QList<NextVersion> choices() const; ///< for the purpose; empty while no facts are known

    Work work() const { return m_work; }
    const std::optional<PrepareFacts> &facts() const { return m_facts; } ///< nullopt: not read, or something stands
    const Result<PreparePlan> &plan() const { return m_plan; } ///< of what was chosen
    const std::optional<PrepareStanding> &standing() const { return m_standing; } ///< prepared, or begun; not pushed
    const Result<PushPreview> &preview() const { return m_preview; } ///< of what stands
    const std::optional<Error> &problem() const { return m_problem; } ///< what the last work came to grief on
    const std::optional<PrepareJournal> &pushed() const { return m_pushed; } ///< by this one
    QList<Step> steps() const;

    /// Where a pull request can be opened, with the token that is set there; without one there is no way to.
    void setHost(const PullHost &host) { m_host = host; }
    bool mayPull() const; ///< what is prepared can be brought by a pull request

    // Each does nothing while another one runs.
    void read(const QString &wanted = {}); ///< \a wanted: what to choose at first, see choose()
    void choose(const QString &wanted); ///< see planPrepare(); nothing of it is done yet
    void prepare(bool keepsEdits); ///< the plan
    void goOn(); ///< with what was interrupted
    void push(); ///< what the preview says; of a pull request that is merged, its tag
    void pull(); ///< opens a pull request
    void takeBack();
    void cancel();

Q_SIGNALS:
    void changed();
    void said(const QString &line); ///< what was done, and what commands, hooks and the remote wrote
    void checkoutChanged(); ///< there are other commits, tags or files in it than before

private:
    std::stop_token begin(Work work);
    std::optional<std::stop_token> beginAlone(Work work);
    Result<PreparePlan> planFor(const PrepareFacts &facts, const QString &wanted) const;
    void end(const std::optional<Error> &problem, bool hasChanged);
    void readAgain();
    void takeStanding(const Result<std::optional<PrepareStanding>> &standing);
    void readFacts();
    void endPull(const Result<PrepareJournal> &journal);
    PrepareListener listener();
    QList<Step> plannedSteps() const;
    QList<Step> standingSteps() const;

    QString m_directory;
    QString m_stateDir;
    PullHost m_host;
    Purpose m_purpose = Purpose::Release;
    QString m_root; ///< of the checkout, as read last
    std::optional<PrepareJournal> m_written; ///< what was written down then
    std::shared_ptr<ProcessLock> m_alone; ///< while something is done
    Activity m_activity;
    std::stop_token m_stop; ///< of the work that runs
    Work m_work = Work::None;
    std::optional<PrepareFacts> m_facts;
    QString m_wanted;
    Result<PreparePlan> m_plan = failure(Error::Kind::NotFound, QString());
    std::optional<PrepareStanding> m_standing;
    Result<PushPreview> m_preview = failure(Error::Kind::NotFound, QString());
    std::optional<Error> m_problem;
    std::optional<PrepareJournal> m_pushed;
    std::optional<PrepareStep> m_step; ///< that runs, or that failed
};

} // namespace unmoor
