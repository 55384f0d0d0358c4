// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/otherprocesses.h"

#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int lookMsec = 1000;
/// The file tells of a write before the ledger shows it to other processes.
constexpr int looksAfterAWrite = 2;

} // namespace

OtherProcesses::OtherProcesses(Engine &engine, Targets &targets, BuildLogs &logs, Archives &archives, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_targets(targets)
    , m_logs(logs)
    , m_archives(archives)
{
    m_timer.setInterval(lookMsec);
    connect(&m_timer, &QTimer::timeout, this, &OtherProcesses::look);
    connect(&m_ledger, &QFileSystemWatcher::fileChanged, this, &OtherProcesses::lookSoon);
    // Whether the other process still lives, no file tells.
    connect(&m_targets, &Targets::changed, this, [this](const QString &triple) {
        if (const TargetState *target = m_targets.find(triple); target && !target->other.isEmpty())
            lookSoon();
    });
}

void OtherProcesses::watch(const ProjectPtr &project)
{
    m_project = project;
    const QString file = QDir(m_engine.stateDir()).filePath(u"ledger.sqlite"_s);
    const QStringList files{file, file + u"-wal"_s};
    m_ledger.addPaths(files);
    m_canWatch = m_ledger.files().size() == files.size();
    lookSoon();
}

void OtherProcesses::lookSoon()
{
    m_looksLeft = looksAfterAWrite;
    if (!m_timer.isActive())
        m_timer.start();
}

bool OtherProcesses::isAnyBuiltElsewhere() const
{
    return std::ranges::any_of(m_targets.rows(), [](const TargetState &target) { return !target.other.isEmpty(); });
}

QString OtherProcesses::lockFile(const Project &project, const QString &what) const
{
    return project.stateFolder(m_engine.stateDir(), u"locks"_s) + u'/' + what + u".lock"_s;
}

Result<std::unique_ptr<ProcessLock>> OtherProcesses::take(const Project &project, const QString &what) const
{
    const QString file = lockFile(project, what);
    QDir().mkpath(QFileInfo(file).path());
    return ProcessLock::take(file);
}

void OtherProcesses::look()
{
    const bool changed = m_engine.ledger()->changedElsewhere();
    for (const QString &triple : m_targets.triples()) {
        const TargetState *target = m_targets.find(triple);
        const bool mayHaveEnded = !target->other.isEmpty();
        if (!target->isBeingBuilt() && (changed || mayHaveEnded))
            takeNews(triple);
    }
    m_looksLeft = std::max(0, m_looksLeft - 1);
    if (m_canWatch && m_looksLeft == 0 && !isAnyBuiltElsewhere())
        m_timer.stop();
}

/// What another process did with a target that this one leaves alone.
void OtherProcesses::takeNews(const QString &triple)
{
    TargetState &target = *m_targets.edit(triple);
    const TargetState::Build before = target.build;
    const QString beforeOther = target.other;
    const auto builds = [this, &triple] {
        return m_engine.ledger()->buildsOf(m_project->checkout.root, m_project->checkout.commit, triple);
    };
    auto known = builds();
    if (!known || known->isEmpty() || target.target.isDropped())
        return;
    if (known->first().id <= target.record.id && target.other.isEmpty())
        return;
    const QString holder = ProcessLock::holder(lockFile(*m_project, triple));
    // A build may end between the two looks. Its lock is held until its end is written, so a second look tells.
    if (known->first().outcome == "running"_L1 && holder.isEmpty())
        known = builds();
    if (!known || known->isEmpty())
        return;
    const BuildRecord newest = known->first();
    if (newest.outcome == "running"_L1 && !holder.isEmpty()) {
        target.other = holder;
        target.record = newest;
        target.startedAt = newest.startedAt;
        target.build = TargetState::Build::Running;
    } else {
        target.other.clear();
        if (newest.outcome == "failed"_L1) {
            target.record = newest;
            target.build = TargetState::Build::Failed;
            target.failure = BuildFailure{.message = newest.failureMessage};
        } else if (newest.outcome == "canceled"_L1) {
            target.record = newest;
            target.build = TargetState::Build::Canceled;
        } else {
            // Taken in again, given up without a word, or of a tree with changes, which is no release's: unless the
            // ledger has an archive of this commit, there is none.
            // One that is there and not read through yet is looked at again when its hash is written.
            const bool isBeingRead = newest.sha256.isEmpty()
                && (newest.outcome == "built"_L1 || newest.outcome == "cached"_L1 || newest.outcome == "adopted"_L1);
            target.record = {.id = isBeingRead ? newest.id - 1 : newest.id};
            target.leftOutByChoice = false;
            target.build = TargetState::Build::Planned;
            m_targets.restore(triple, *m_project, *m_engine.ledger());
        }
    }
    if (target.build == before && target.other == beforeOther)
        return;
    m_logs.forget(triple);
    if (!target.other.isEmpty())
        (void)m_logs.monitor(target, m_engine.settings().logIndexBytes()); // follows its log from now on
    m_targets.touch(triple);
    if (target.hasArchive())
        (void)m_archives.inspect(triple, m_project);
}

} // namespace unmoor
