// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/remoterelease.h"

#include <QJsonArray>

namespace unmoor {

/// One thing that publishing does, readable before it happens.
struct PublishStep
{
    enum class Kind {
        CheckTag, ///< the tag is absent or at the commit
        CreateDraft,
        UpdateRelease, ///< title, body, flags
        DeleteBroken, ///< a "starter" or wrong-sized upload
        Upload,
        Replace, ///< under a temporary name → verify → delete old → rename
        Verify, ///< null digest: download and hash
        PushTag, ///< git's own tag, annotated or signed
        Publish,
        ReadBack, ///< compare everything with the host once more
    };

    Kind kind = Kind::CheckTag;
    QString file; ///< name of the file, where the step is about one
    QString what; ///< "Upload main-x86_64-unknown-linux-gnu.tar.xz, 61.2 MiB"
    QString why; ///< "Not on GitHub"
    QString proof; ///< what will prove it: "digest = 9f2c41d7…"
    QString takes; ///< what it takes away from the host: "asset 42", "notes 1a2b3c4d"; empty: nothing

    bool operator==(const PublishStep &) const = default;
};

/// Takes something away that is on GitHub: it is agreed to one by one.
inline bool isDangerous(const PublishStep &step)
{
    return !step.takes.isEmpty();
}

QString stepName(PublishStep::Kind kind); ///< "check-tag", "create-draft", …

/// The difference between \a desired and \a remote.
struct PublishPlan
{
    QList<PublishStep> done; ///< what is already right, for people: proof is what proved it
    QList<PublishStep> steps; ///< what is to do, in order; empty: complete
    QStringList remarks; ///< what stays for a person to do or to know; none of it is in the way
    bool isWithdrawn = false; ///< it was taken back: nothing is to do but by a person's word
    std::optional<Error> blocker; ///< why it cannot go on: tag elsewhere, immutable release that lacks a file

    bool isComplete() const { return steps.isEmpty() && !blocker; }
    bool operator==(const PublishPlan &) const = default;
};

QList<PublishStep> dangerousSteps(const PublishPlan &plan);

/// What a person agreed to: publishing this commit, and taking away what the plan that was looked at takes away.
struct PublishAgreement
{
    QString tag;
    QString commit;
    QStringList takes; ///< PublishStep::takes of the steps that were agreed to

    bool operator==(const PublishAgreement &) const = default;
};

/// Agrees to all of \a plan, whose steps a person saw.
PublishAgreement agreementTo(const DesiredRelease &desired, const PublishPlan &plan);

/// Pure. A second plan after carrying the first out is empty. No step deletes the last good copy of a file; a published
/// release is never made to lack a file it had.
PublishPlan planPublish(const DesiredRelease &desired, const RemoteRelease &remote);

/// Whether the release is to become the host's latest: a backport does not take it from a newer version.
bool takesLatest(const DesiredRelease &desired, const RemoteRelease &remote);
/// The host shows another release as latest, which this one is newer than.
bool lacksLatest(const DesiredRelease &desired, const RemoteRelease &remote);

QJsonArray stepsToJson(const QList<PublishStep> &steps); ///< [{step, what, why}]

} // namespace unmoor
