// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publishplan.h"

#include "core/format.h"
#include "project/semver.h"
#include "publish/temporaryname.h"

#include <QCoreApplication>
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
std::pair<QString, std::optional<SemVer>> partsOf(const QString &tag)
{
    static const QRegularExpression version(u"\\A(.*?)(\\d+\\.\\d+\\.\\d+(?:[-+].*)?)\\z"_s);
    const auto match = version.match(tag);
    return {match.captured(1), SemVer::parse(match.captured(2))};
}

/// How \a a and \a b follow each other; unordered where they are not versions of the same thing.
std::partial_ordering order(const QString &a, const QString &b)
{
    const auto [prefixA, versionA] = partsOf(a);
    const auto [prefixB, versionB] = partsOf(b);
    if (!versionA || !versionB || prefixA != prefixB)
        return std::partial_ordering::unordered;
    return *versionA <=> *versionB;
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

/// Makes one plan; its methods are the sections of the plan, in their order.
class Planner
{
    Q_DECLARE_TR_FUNCTIONS(Publish)
    using Kind = PublishStep::Kind;

public:
    Planner(const DesiredRelease &desired, const RemoteRelease &remote)
        : m_desired(desired)
        , m_remote(remote)
        , m_states(compareFiles(desired, remote))
        , m_isPublished(remote.release && !remote.release->draft)
        , m_isFrozen(m_isPublished && remote.release->immutable)
    {
    }

    PublishPlan plan()
    {
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
    void todo(Kind kind, const QString &file, const QString &what, const QString &why, const QString &proof)
    {
        m_plan.steps += PublishStep{kind, file, what, why, proof};
    }
    void right(Kind kind, const QString &file, const QString &what, const QString &why, const QString &proof)
    {
        m_plan.done += PublishStep{kind, file, what, why, proof};
    }

    QString commit() const { return shortCommit(m_desired.commit); }

    void tag()
    {
        if (!m_remote.tagCommit)
            return;
        if (*m_remote.tagCommit == m_desired.commit)
            return right(Kind::CheckTag, {}, tr("Tag %1 = %2").arg(m_desired.tag, commit()),
                         tr("It points at what was built"), tr("tag on GitHub"));
        m_plan.blocker =
            Error{Error::Kind::Conflict,
                  tr("The tag %1 points at %2 on GitHub, but %3 was built. Build %2, release %3 under another "
                     "version, or, if nobody uses the tag yet, move it: git push --force origin %4:refs/tags/%1")
                      .arg(m_desired.tag, shortCommit(*m_remote.tagCommit), commit(), m_desired.commit)};
    }

    /// Files of an immutable release stay as they are, and deleting it would burn the tag's name.
    void frozen()
    {
        QStringList faults;
        for (const FileState &state : m_states)
            if (m_isFrozen && state.local && state.verdict != FileVerdict::Verified
                && state.verdict != FileVerdict::Unverified)
                faults += state.verdict == FileVerdict::Missing ? tr("%1 is missing").arg(state.name)
                                                                : tr("%1 differs").arg(state.name);
        if (faults.isEmpty())
            return;
        m_plan.blocker = Error{
            Error::Kind::Conflict,
            tr("%1 is published and immutable, so GitHub lets nobody change its files: %2. Release the next version "
               "with the right files. Do not delete this release: its tag name could never be used again.")
                .arg(m_desired.tag, faults.join(u", "_s))};
    }

    /// Only the scopes of a classic token are told; what others may do shows when it is tried.
    void rights()
    {
        if (!m_remote.scopes || mayWrite(*m_remote.scopes))
            return;
        m_plan.steps.clear();
        m_plan.blocker = Error{Error::Kind::Forbidden,
                               tr("The token may not write releases: its scopes are %1. Store one with the scope repo, "
                                  "or a fine-grained one with Contents: write.")
                                   .arg(m_remote.scopes->join(u", "_s))};
    }

    void remarks()
    {
        for (const github::Release &draft : m_remote.otherDrafts)
            m_plan.remarks += tr("%1 has another draft, release %2 at %3. Nothing of it is needed; delete it by hand.")
                                  .arg(m_desired.tag, QString::number(draft.id), draft.htmlUrl.toString());
        if (m_remote.release && m_remote.latest && !m_isFrozen && m_isPublished && !takesLatest(m_desired, m_remote)
            && m_remote.latest->id == m_remote.release->id)
            m_plan.remarks +=
                tr("GitHub shows %1 as the latest release, although it was not published as that.").arg(m_desired.tag);
    }

    void release()
    {
        if (!m_remote.release)
            return todo(Kind::CreateDraft, {}, tr("Create draft %1 at %2").arg(m_desired.tag, commit()),
                        tr("A draft is invisible until everything in it is verified"), tr("release id"));
        const QString id = tr("release %1").arg(m_remote.release->id);
        if (m_isPublished)
            right(Kind::Publish, {}, tr("Release %1").arg(m_desired.tag), tr("Already published"), id);
        else
            right(Kind::CreateDraft, {}, tr("Draft %1 at %2").arg(m_desired.tag, commit()),
                  tr("Found by reading all drafts"), id);
    }

    void fields()
    {
        if (!m_remote.release)
            return;
        const github::Release &release = *m_remote.release;
        QStringList changed;
        if (comparable(release.name) != comparable(m_desired.title))
            changed += tr("title");
        if (comparable(release.body) != comparable(m_desired.body))
            changed += tr("notes");
        if (release.prerelease != m_desired.prerelease)
            changed += m_desired.prerelease ? tr("pre-release") : tr("not a pre-release");
        // A target matters only while the tag is still to be made.
        if (release.draft && !m_remote.tagCommit && release.targetCommitish != m_desired.commit)
            changed += tr("target commit");
        if (release.tagName != m_desired.tag)
            changed += tr("tag");
        if (m_isPublished && lacksLatest(m_desired, m_remote))
            changed += tr("latest");
        if (!changed.isEmpty())
            todo(Kind::UpdateRelease, {}, tr("Update %1: %2").arg(m_desired.tag, changed.join(u", "_s)),
                 tr("GitHub has it otherwise"), tr("fields read back"));
        else
            right(Kind::UpdateRelease, {}, tr("Title and notes"), tr("The same on GitHub"), tr("read from GitHub"));
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
                todo(Kind::DeleteBroken, state.name, tr("Delete the broken upload %1").arg(state.name),
                     tr("%1 of %2 arrived").arg(formatBytes(state.remote->size), formatBytes(state.local->bytes)),
                     tr("gone from the list"));
            const QString temporary = temporaryName(state.name);
            if (m_remote.find(temporary) && (isRight(state) || !goodLeftover(state)))
                todo(Kind::DeleteBroken, temporary, tr("Delete the leftover %1").arg(temporary),
                     tr("Left by a replacement that was interrupted"), tr("gone from the list"));
        }
    }

    QString digestProof(const FileState &state) const
    {
        return tr("digest = %1").arg(shortDigest(state.local->sha256));
    }

    void uploads()
    {
        for (const FileState &state : m_states) {
            const bool isGone = state.verdict == FileVerdict::Missing || state.verdict == FileVerdict::Broken;
            if (state.verdict == FileVerdict::Verified)
                right(Kind::Upload, state.name, tr("%1, %2").arg(state.name, formatBytes(state.local->bytes)),
                      state.remote->digest.isEmpty() ? tr("Downloaded and compared") : tr("GitHub's digest is ours"),
                      u"sha256 "_s + shortDigest(state.local->sha256));
            else if (isGone && !goodLeftover(state))
                todo(Kind::Upload, state.name, tr("Upload %1, %2").arg(state.name, formatBytes(state.local->bytes)),
                     state.verdict == FileVerdict::Broken ? tr("Only a broken upload is on GitHub")
                                                          : tr("Not on GitHub"),
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
                todo(Kind::Replace, state.name, tr("Replace %1, %2").arg(state.name, formatBytes(state.local->bytes)),
                     tr("GitHub has another file of this name; it stays until the new one is verified"),
                     digestProof(state));
            else if (isLeft)
                todo(Kind::Replace, state.name, tr("Finish replacing %1").arg(state.name),
                     tr("The new file is there under its temporary name"), digestProof(state));
        }
    }

    void verifications()
    {
        for (const FileState &state : m_states)
            if (state.verdict == FileVerdict::Unverified)
                todo(Kind::Verify, state.name, tr("Verify %1, %2").arg(state.name, formatBytes(state.local->bytes)),
                     tr("GitHub gives no digest for it, so it is downloaded and hashed"),
                     u"sha256 = "_s + shortDigest(state.local->sha256));
    }

    void publish()
    {
        if (m_isPublished) {
            if (!m_remote.tagCommit)
                m_checkTag = {Kind::CheckTag,
                              {},
                              tr("Make tag %1 at %2").arg(m_desired.tag, commit()),
                              tr("The release is published, but its tag is not there"),
                              tr("tag on GitHub")};
            return;
        }
        if (m_desired.draftOnly)
            return;
        const QString what = m_desired.prerelease ? tr("Publish %1 as pre-release")
            : takesLatest(m_desired, m_remote)    ? tr("Publish %1 as latest")
                                                  : tr("Publish %1, not as latest");
        todo(Kind::Publish, {}, what.arg(m_desired.tag),
             m_remote.freezes.value_or(false)
                 ? tr("Last, when every file is verified: this repository freezes what is published")
                 : tr("Last, when every file is verified"),
             tr("public page, %1 files").arg(m_desired.files.size()));
    }

    /// The tag is looked at before anything is changed, everything after it.
    void frame()
    {
        if (m_checkTag.what.isEmpty() && !m_remote.tagCommit)
            m_checkTag = {Kind::CheckTag,
                          {},
                          tr("Check that tag %1 is free or at %2").arg(m_desired.tag, commit()),
                          tr("GitHub makes the tag on publishing"),
                          tr("tag on GitHub")};
        if (!m_checkTag.what.isEmpty())
            m_plan.steps.prepend(m_checkTag);
        todo(Kind::ReadBack, {}, tr("Compare %1 with GitHub once more").arg(m_desired.tag),
             tr("What GitHub says now counts, not what was sent"),
             m_desired.draftOnly && !m_isPublished
                 ? tr("release, %1 files").arg(m_desired.files.size())
                 : tr("tag = %1, %2 files").arg(commit()).arg(m_desired.files.size()));
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
    return !desired.latestByVersion || !remote.latest || order(remote.latest->tagName, desired.tag) <= 0
        || order(remote.latest->tagName, desired.tag) == std::partial_ordering::unordered;
}

bool lacksLatest(const DesiredRelease &desired, const RemoteRelease &remote)
{
    if (!remote.latestRead || !remote.release || remote.release->draft || !takesLatest(desired, remote))
        return false;
    return !remote.latest
        || (remote.latest->id != remote.release->id && order(remote.latest->tagName, desired.tag) < 0);
}

PublishPlan planPublish(const DesiredRelease &desired, const RemoteRelease &remote)
{
    return Planner(desired, remote).plan();
}

} // namespace unmoor
