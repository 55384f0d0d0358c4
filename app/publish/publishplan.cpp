// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/publishplan.h"

#include "app/core/format.h"
#include "app/core/hash.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"
#include "app/project/semver.h"
#include "app/publish/temporaryname.h"
#include "app/publish/withdrawnotice.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <compare>

using namespace Qt::StringLiterals;

namespace unmoor {

QString stepName(PublishStep::Kind kind)
{
    switch (kind) {
    case PublishStep::Kind::CheckTag:
        return u"check-tag"_s;
    case PublishStep::Kind::CreateDraft:
        return u"create-draft"_s;
    case PublishStep::Kind::UpdateRelease:
        return u"update-release"_s;
    case PublishStep::Kind::DeleteBroken:
        return u"delete-broken"_s;
    case PublishStep::Kind::Upload:
        return u"upload"_s;
    case PublishStep::Kind::Replace:
        return u"replace"_s;
    case PublishStep::Kind::Verify:
        return u"verify"_s;
    case PublishStep::Kind::PushTag:
        return u"push-tag"_s;
    case PublishStep::Kind::Publish:
        return u"publish"_s;
    case PublishStep::Kind::ReadBack:
        return u"read-back"_s;
    }
    return {};
}

QJsonArray stepsToJson(const QList<PublishStep> &steps)
{
    QJsonArray json;
    for (const PublishStep &step : steps)
        json += QJsonObject{{u"step"_s, stepName(step.kind)}, {u"what"_s, step.what}, {u"why"_s, step.why}};
    return json;
}

namespace {

/// "tool-v" and 1.0.5 of "tool-v1.0.5".
std::pair<QString, QString> partsOf(const QString &tag)
{
    static const QRegularExpression version(uR"(\A(.*?)(\d+(?:\.\d+)+.*)\z)"_s);
    const auto match = version.match(tag);
    return {match.captured(1), match.captured(2)};
}

/// How \a a and \a b follow each other; unordered where they are not versions of the same thing.
std::partial_ordering order(const QString &a, const QString &b, VersionScheme scheme)
{
    const auto [prefixA, versionA] = partsOf(a);
    const auto [prefixB, versionB] = partsOf(b);
    if (!isVersion(versionA, scheme) || !isVersion(versionB, scheme) || prefixA != prefixB)
        return std::partial_ordering::unordered;
    return compareVersions(versionA, versionB, scheme);
}

/// Line ends and blanks at the end are what the host's editor changes; they are no difference.
QString comparable(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).trimmed();
}

QString shortDigest(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.first(std::min<qsizetype>(8, sha256.size()))) + u'…';
}

bool mayWrite(const QStringList &scopes)
{
    return scopes.contains(u"repo"_s) || scopes.contains(u"public_repo"_s);
}

/// What a step takes away: an asset's bytes never change under its id.
QString assetKey(const github::Asset &asset)
{
    return u"asset %1"_s.arg(asset.id);
}

QString notesKey(const QString &body)
{
    return u"notes "_s + QString::fromLatin1(sha256Of(body.toUtf8()).left(16));
}

/// Makes one plan; its methods are the sections of the plan, in their order.
class PlanMaker
{
    using Kind = PublishStep::Kind;

public:
    PlanMaker(const DesiredRelease &desired, const RemoteRelease &remote)
        : m_desired(desired)
        , m_remote(remote)
        , m_states(compareFiles(desired, remote))
        , m_isPublished(remote.release && !remote.release->draft)
        , m_isFrozen(m_isPublished && remote.release->immutable)
    {
    }

    PublishPlan plan()
    {
        if (m_isPublished && hasWithdrawNotice(m_remote.release->body))
            return withdrawn();
        tag();
        if (!m_plan.blocker)
            frozen();
        if (m_plan.blocker) {
            m_plan.steps.clear();
            return m_plan;
        }
        release();
        fields();
        broken();
        uploads();
        replacements();
        verifications();
        publish();
        remarks();
        if (!m_plan.steps.isEmpty() || !m_checkTag.what.isEmpty()) {
            frame();
            rights();
        }
        return m_plan;
    }

private:
    void todo(Kind kind, const QString &file, const QString &what, const QString &why, const QString &proof,
              const QString &takes = {})
    {
        m_plan.steps += PublishStep{kind, file, what, why, proof, takes};
    }
    void right(Kind kind, const QString &file, const QString &what, const QString &why, const QString &proof)
    {
        m_plan.done += PublishStep{kind, file, what, why, proof, {}};
    }

    QString commit() const { return shortCommit(m_desired.commit); }

    /// Its files stay as they are, and what the project says by now is not asked of it.
    PublishPlan withdrawn()
    {
        m_plan.isWithdrawn = true;
        right(Kind::Publish, {}, Words::tr("Release %1").arg(m_desired.tag), Words::tr("It was taken back"),
              Words::tr("release %1").arg(m_remote.release->id));
        m_plan.remarks +=
            Words::tr("%1 was taken back. Release the fix: unmoor prepare --as patch. To put it back: unmoor "
                      "withdraw %2 --restore")
                .arg(m_desired.tag, shellQuoted(m_desired.tag));
        return m_plan;
    }

    QString tagProof() const
    {
        const QString words = m_remote.tagRef ? signatureWords(*m_remote.tagRef) : QString();
        return words.isEmpty() ? Words::tr("tag on GitHub") : Words::tr("tag on GitHub, %1").arg(words);
    }

    QString tagWords() const
    {
        return m_desired.tagKind == TagKind::Signed ? Words::tr("signed") : Words::tr("annotated");
    }

    void tag()
    {
        if (!m_remote.tagCommit)
            return;
        if (*m_remote.tagCommit == m_desired.commit)
            return right(Kind::CheckTag, {}, Words::tr("Tag %1 = %2").arg(m_desired.tag, commit()),
                         Words::tr("It points at what was built"), tagProof());
        m_plan.blocker =
            Error{Error::Kind::Conflict,
                  Words::tr("The tag %1 points at %2 on GitHub, but %3 was built. Build %2, release %3 under another "
                            "version, or, if nobody uses the tag yet, move it: git push --force origin %4")
                      .arg(m_desired.tag, shortCommit(*m_remote.tagCommit), commit(),
                           shellQuoted(m_desired.commit + u":refs/tags/"_s + m_desired.tag))};
    }

    /// Files of an immutable release stay as they are, and deleting it would burn the tag's name.
    void frozen()
    {
        QStringList faults;
        for (const FileState &state : m_states)
            if (m_isFrozen && state.local && state.verdict != FileVerdict::Verified
                && state.verdict != FileVerdict::Unverified)
                faults += state.verdict == FileVerdict::Missing ? Words::tr("%1 is missing").arg(state.name)
                                                                : Words::tr("%1 differs").arg(state.name);
        if (faults.isEmpty())
            return;
        m_plan.blocker = Error{
            Error::Kind::Conflict,
            Words::tr(
                "%1 is published and immutable, so GitHub lets nobody change its files: %2. Release the next version "
                "with the right files. Do not delete this release: its tag name could never be used again.")
                .arg(m_desired.tag, faults.join(u", "_s))};
    }

    /// Only the scopes of a classic token are told; what others may do shows when it is tried.
    void rights()
    {
        if (!m_remote.scopes || mayWrite(*m_remote.scopes))
            return;
        m_plan.steps.clear();
        m_plan.blocker =
            Error{Error::Kind::Forbidden,
                  Words::tr("The token may not write releases: its scopes are %1. Store one with the scope repo, "
                            "or a fine-grained one with Contents: write.")
                      .arg(m_remote.scopes->join(u", "_s))};
    }

    void remarks()
    {
        const auto &tag = m_remote.tagRef;
        if (tag && m_desired.tagKind == TagKind::Signed && !(tag->signature && tag->signature->verified))
            m_plan.remarks +=
                Words::tr("unmoor.toml wants a signed tag. %1 on GitHub: %2.")
                    .arg(m_desired.tag,
                         tag->object.isEmpty() ? Words::tr("lightweight, not signed") : signatureWords(*tag));
        for (const github::Release &draft : m_remote.otherDrafts)
            m_plan.remarks +=
                Words::tr("%1 has another draft, release %2 at %3. Nothing of it is needed: unmoor withdraw --tidy")
                    .arg(m_desired.tag, QString::number(draft.id), draft.htmlUrl.toString());
        if (m_remote.release && m_remote.latest && !m_isFrozen && m_isPublished && !takesLatest(m_desired, m_remote)
            && m_remote.latest->id == m_remote.release->id)
            m_plan.remarks += Words::tr("GitHub shows %1 as the latest release, although it was not published as that.")
                                  .arg(m_desired.tag);
    }

    void release()
    {
        if (!m_remote.release)
            return todo(Kind::CreateDraft, {}, Words::tr("Create draft %1 at %2").arg(m_desired.tag, commit()),
                        Words::tr("A draft is invisible until everything in it is verified"), Words::tr("release id"));
        const QString id = Words::tr("release %1").arg(m_remote.release->id);
        // Where a draft is to be made is right only once no step below changes it.
        const bool isThere = m_remote.tagCommit || m_remote.release->targetCommitish == m_desired.commit;
        if (m_isPublished)
            right(Kind::Publish, {}, Words::tr("Release %1").arg(m_desired.tag), Words::tr("Already published"), id);
        else
            right(Kind::CreateDraft, {},
                  isThere ? Words::tr("Draft %1 at %2").arg(m_desired.tag, commit())
                          : Words::tr("Draft %1").arg(m_desired.tag),
                  Words::tr("Found by reading all drafts"), id);
    }

    void fields()
    {
        if (!m_remote.release)
            return;
        const github::Release &release = *m_remote.release;
        QStringList changed;
        if (comparable(release.name) != comparable(m_desired.title))
            changed += Words::tr("title");
        if (comparable(release.body) != comparable(m_desired.body))
            changed += Words::tr("notes");
        if (release.prerelease != m_desired.prerelease)
            changed += m_desired.prerelease ? Words::tr("pre-release") : Words::tr("not a pre-release");
        // A target matters only while the tag is still to be made.
        if (release.draft && !m_remote.tagCommit && release.targetCommitish != m_desired.commit)
            changed += Words::tr("target commit");
        if (release.tagName != m_desired.tag)
            changed += Words::tr("tag");
        if (m_isPublished && lacksLatest(m_desired, m_remote))
            changed += Words::tr("latest");
        // Somebody edited the notes on the host since they were sent: they are not replaced in silence.
        const bool isEdited = changed.contains(Words::tr("notes")) && m_desired.sentBody
            && comparable(release.body) != comparable(*m_desired.sentBody);
        if (!changed.isEmpty())
            todo(Kind::UpdateRelease, {}, Words::tr("Update %1: %2").arg(m_desired.tag, changed.join(u", "_s)),
                 isEdited ? Words::tr("The notes were edited on GitHub since they were sent; this puts those of the "
                                      "file in their place. To keep them, take them into the file first")
                          : Words::tr("GitHub has it otherwise"),
                 Words::tr("fields read back"), isEdited ? notesKey(release.body) : QString());
        else
            right(Kind::UpdateRelease, {}, Words::tr("Title and notes"), Words::tr("The same on GitHub"),
                  Words::tr("read from GitHub"));
    }

    /// What an interrupted replacement of \a state left, where it may be a good copy.
    const github::Asset *goodLeftover(const FileState &state) const
    {
        const github::Asset *left = m_remote.find(temporaryName(state.name));
        if (!left || !state.local)
            return nullptr;
        const FileVerdict verdict = verdictOf(*state.local, *left, m_remote);
        return verdict == FileVerdict::Verified || verdict == FileVerdict::Unverified ? left : nullptr;
    }

    bool isRight(const FileState &state) const
    {
        return state.verdict == FileVerdict::Verified || state.verdict == FileVerdict::Unverified;
    }

    void broken()
    {
        for (const FileState &state : m_states) {
            if (!state.local || m_isFrozen)
                continue;
            if (state.verdict == FileVerdict::Broken)
                todo(
                    Kind::DeleteBroken, state.name, Words::tr("Delete the broken upload %1").arg(state.name),
                    Words::tr("%1 of %2 arrived").arg(formatBytes(state.remote->size), formatBytes(state.local->bytes)),
                    Words::tr("gone from the list"), assetKey(*state.remote));
            const QString temporary = temporaryName(state.name);
            const github::Asset *leftover = m_remote.find(temporary);
            if (leftover && (isRight(state) || !goodLeftover(state)))
                todo(Kind::DeleteBroken, temporary, Words::tr("Delete the leftover %1").arg(temporary),
                     Words::tr("Left by a replacement that was interrupted"), Words::tr("gone from the list"),
                     assetKey(*leftover));
        }
    }

    QString digestProof(const FileState &state) const
    {
        return Words::tr("digest = %1").arg(shortDigest(state.local->sha256));
    }

    void uploads()
    {
        for (const FileState &state : m_states) {
            const bool isGone = state.verdict == FileVerdict::Missing || state.verdict == FileVerdict::Broken;
            if (state.verdict == FileVerdict::Verified)
                right(Kind::Upload, state.name, Words::tr("%1, %2").arg(state.name, formatBytes(state.local->bytes)),
                      state.remote->digest.isEmpty() ? Words::tr("Downloaded and compared")
                                                     : Words::tr("GitHub's digest is ours"),
                      u"sha256 "_s + shortDigest(state.local->sha256));
            else if (isGone && !goodLeftover(state))
                todo(Kind::Upload, state.name,
                     Words::tr("Upload %1, %2").arg(state.name, formatBytes(state.local->bytes)),
                     state.verdict == FileVerdict::Broken ? Words::tr("Only a broken upload is on GitHub")
                                                          : Words::tr("Not on GitHub"),
                     digestProof(state));
        }
    }

    void replacements()
    {
        for (const FileState &state : m_states) {
            if (!state.local || isRight(state))
                continue;
            const bool isLeft = goodLeftover(state);
            if (state.verdict == FileVerdict::Different && !isLeft)
                todo(Kind::Replace, state.name,
                     Words::tr("Replace %1, %2").arg(state.name, formatBytes(state.local->bytes)),
                     Words::tr("GitHub has another file of this name; it stays until the new one is verified"),
                     digestProof(state), assetKey(*state.remote));
            else if (isLeft)
                todo(Kind::Replace, state.name, Words::tr("Finish replacing %1").arg(state.name),
                     Words::tr("The new file is there under its temporary name"), digestProof(state),
                     state.remote ? assetKey(*state.remote) : QString());
        }
    }

    void verifications()
    {
        for (const FileState &state : m_states)
            if (state.verdict == FileVerdict::Unverified)
                todo(Kind::Verify, state.name,
                     Words::tr("Verify %1, %2").arg(state.name, formatBytes(state.local->bytes)),
                     Words::tr("GitHub gives no digest for it, so it is downloaded and hashed"),
                     u"sha256 = "_s + shortDigest(state.local->sha256));
    }

    void publish()
    {
        const bool isPushed = !m_desired.tagObject.isEmpty();
        const PublishStep push{Kind::PushTag,
                               {},
                               Words::tr("Push tag %1, %2, at %3").arg(m_desired.tag, tagWords(), commit()),
                               Words::tr("It is git's own; GitHub itself would make one without a signature"),
                               Words::tr("tag on GitHub"),
                               {}};
        if (m_isPublished) {
            if (!m_remote.tagCommit && isPushed)
                m_checkTag = push;
            else if (!m_remote.tagCommit)
                m_checkTag = {Kind::CheckTag,
                              {},
                              Words::tr("Make tag %1 at %2").arg(m_desired.tag, commit()),
                              Words::tr("The release is published, but its tag is not there"),
                              Words::tr("tag on GitHub"),
                              {}};
            return;
        }
        if (m_desired.draftOnly)
            return;
        if (!m_remote.tagCommit && isPushed)
            m_plan.steps += push;
        const QString what = m_desired.prerelease ? Words::tr("Publish %1 as pre-release")
            : takesLatest(m_desired, m_remote)    ? Words::tr("Publish %1 as latest")
                                                  : Words::tr("Publish %1, not as latest");
        todo(Kind::Publish, {}, what.arg(m_desired.tag),
             m_remote.freezes.value_or(false)
                 ? Words::tr("Last, when every file is verified: this repository freezes what is published")
                 : Words::tr("Last, when every file is verified"),
             Words::tr("public page, %1 files").arg(m_desired.files.size()));
    }

    /// The tag is looked at before anything is changed, everything after it.
    void frame()
    {
        if (m_checkTag.what.isEmpty() && !m_remote.tagCommit)
            m_checkTag = {Kind::CheckTag,
                          {},
                          Words::tr("Check that tag %1 is free or at %2").arg(m_desired.tag, commit()),
                          m_desired.tagObject.isEmpty() ? Words::tr("GitHub makes the tag on publishing")
                                                        : Words::tr("git's own tag is pushed before publishing"),
                          Words::tr("tag on GitHub"),
                          {}};
        if (!m_checkTag.what.isEmpty())
            m_plan.steps.prepend(m_checkTag);
        todo(Kind::ReadBack, {}, Words::tr("Compare %1 with GitHub once more").arg(m_desired.tag),
             Words::tr("What GitHub says now counts, not what was sent"),
             m_desired.draftOnly && !m_isPublished
                 ? Words::tr("release, %1 files").arg(m_desired.files.size())
                 : Words::tr("tag = %1, %2 files").arg(commit()).arg(m_desired.files.size()));
    }

    const DesiredRelease &m_desired;
    const RemoteRelease &m_remote;
    const QList<FileState> m_states;
    const bool m_isPublished;
    const bool m_isFrozen;
    PublishStep m_checkTag;
    PublishPlan m_plan;
};

} // namespace

bool takesLatest(const DesiredRelease &desired, const RemoteRelease &remote)
{
    if (!desired.latest || desired.prerelease) // GitHub refuses a pre-release as latest
        return false;
    if (!desired.latestByVersion || !remote.latest)
        return true;
    const auto latest = order(remote.latest->tagName, desired.tag, desired.scheme);
    return latest <= 0 || latest == std::partial_ordering::unordered;
}

bool lacksLatest(const DesiredRelease &desired, const RemoteRelease &remote)
{
    if (!remote.latestRead || !remote.release || remote.release->draft || !takesLatest(desired, remote))
        return false;
    return !remote.latest
        || (remote.latest->id != remote.release->id && order(remote.latest->tagName, desired.tag, desired.scheme) < 0);
}

QList<PublishStep> dangerousSteps(const PublishPlan &plan)
{
    QList<PublishStep> steps;
    std::ranges::copy_if(plan.steps, std::back_inserter(steps), isDangerous);
    return steps;
}

PublishAgreement agreementTo(const DesiredRelease &desired, const PublishPlan &plan)
{
    PublishAgreement agreement{.tag = desired.tag, .commit = desired.commit, .takes = {}};
    for (const PublishStep &step : dangerousSteps(plan))
        agreement.takes += step.takes;
    return agreement;
}

PublishPlan planPublish(const DesiredRelease &desired, const RemoteRelease &remote)
{
    return PlanMaker(desired, remote).plan();
}

} // namespace unmoor
