// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/withdraw/withdrawplan.h"

#include "app/changelog/withdrawnmark.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/tagtemplate.h"
#include "app/publish/publishplan.h"
#include "app/publish/temporaryname.h"
#include "app/publish/withdrawnotice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

QString withdrawWayName(WithdrawWay way)
{
    switch (way) {
    case WithdrawWay::Demote:
        return u"demote"_s;
    case WithdrawWay::ToDraft:
        return u"draft"_s;
    case WithdrawWay::Tidy:
        return u"tidy"_s;
    case WithdrawWay::Restore:
        return u"restore"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString WithdrawFacts::version() const
{
    return TagTemplate(manifest).versionIn(remote.tag).value_or(QString());
}

const github::Release *WithdrawFacts::newestGood() const
{
    const TagTemplate form(manifest);
    const github::Release *newest = nullptr;
    for (const github::Release &release : releases) {
        const auto own = form.versionIn(release.tagName);
        if (release.draft || release.prerelease || release.tagName == remote.tag || hasWithdrawNotice(release.body)
            || !own || !isVersion(*own, manifest.scheme) || isEarlyVersion(*own, manifest.scheme))
            continue;
        if (!newest || compareVersions(*own, *form.versionIn(newest->tagName), manifest.scheme) > 0)
            newest = &release;
    }
    return newest;
}

QString WithdrawStep::key() const
{
    switch (kind) {
    case Kind::MoveLatest:
        return u"latest %1"_s.arg(id);
    case Kind::Demote:
        return u"demote %1"_s.arg(id);
    case Kind::ToDraft:
        return u"hide %1"_s.arg(id);
    case Kind::Restore:
        return u"restore %1"_s.arg(id);
    case Kind::DeleteDraft:
        return u"delete-draft %1"_s.arg(id);
    case Kind::DeleteUpload:
        return u"delete-upload %1"_s.arg(id);
    case Kind::MarkChangelog:
        return u"changelog"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList WithdrawPlan::keys() const
{
    QStringList keys;
    for (const WithdrawStep &step : steps)
        keys += step.key();
    return keys;
}

namespace {

/// Makes one plan.
class WithdrawMaker
{
    using Kind = WithdrawStep::Kind;

public:
    WithdrawMaker(const WithdrawFacts &facts, const WithdrawRequest &request)
        : m_facts(facts)
        , m_request(request)
    {
    }

    WithdrawPlan plan()
    {
        switch (m_request.way) {
        case WithdrawWay::Demote:
            demote();
            break;
        case WithdrawWay::ToDraft:
            hide();
            break;
        case WithdrawWay::Tidy:
            tidy();
            break;
        case WithdrawWay::Restore:
            restore();
            break;
        }
        if (m_plan.blocker)
            m_plan.steps.clear();
        return m_plan;
    }

private:
    void todo(Kind kind, qint64 id, const QString &what, const QString &why)
    {
        m_plan.steps += WithdrawStep{kind, id, what, why};
    }

    void block(Error::Kind kind, const QString &why) { m_plan.blocker = Error{kind, why}; }

    const QString &tag() const { return m_request.tag; }
    const github::Release &release() const { return *m_facts.remote.release; }

    bool isPublished()
    {
        if (!m_facts.remote.release)
            block(Error::Kind::NotFound,
                  Words::tr("%1 has no release on GitHub, so there is none to take back.").arg(tag()));
        else if (release().draft)
            block(Error::Kind::Conflict,
                  Words::tr("%1 is a draft on GitHub. Users cannot see it, so there is nothing to take back.")
                      .arg(tag()));
        return !m_plan.blocker;
    }

    /// Users who ask for the latest release get a good one before anything else happens.
    void moveLatest()
    {
        const auto &latest = m_facts.remote.latest;
        const github::Release *good = m_facts.newestGood();
        if (!latest || latest->id != release().id)
            return;
        if (good)
            todo(Kind::MoveLatest, good->id, Words::tr("Show %1 as the latest release").arg(good->tagName),
                 Words::tr("It is the newest stable one that was not taken back"));
        else
            m_plan.remarks += Words::tr("There is no other stable release, so GitHub will show none as the latest.");
    }

    QString notice() const
    {
        const github::Release *good = m_facts.newestGood();
        const QString reason = QString(m_request.reason).remove(u"-->"_s).remove(u"<!--"_s).simplified();
        QString text = m_facts.manifest.withdraw.notice;
        if (text.isEmpty()) {
            text = u"> [!CAUTION]\n> **{tag} was withdrawn.**"_s;
            if (!reason.isEmpty())
                text += u" {reason}"_s;
            if (good)
                text += u"\n> Use {latest} instead."_s;
        }
        return text.replace(u"{name}"_s, m_facts.manifest.name)
            .replace(u"{version}"_s, m_facts.version())
            .replace(u"{tag}"_s, tag())
            .replace(u"{latest}"_s, good ? good->tagName : QString())
            .replace(u"{reason}"_s, reason)
            .trimmed();
    }

    void demote()
    {
        if (!isPublished())
            return;
        moveLatest();
        const QString text = notice();
        const bool isTold = hasWithdrawNotice(release().body)
            && (m_request.reason.isEmpty() || withWithdrawNotice(release().body, text) == release().body);
        if (!isTold)
            m_plan.notice = text;
        if (!isTold || !release().prerelease)
            todo(Kind::Demote, release().id,
                 Words::tr("Mark %1 as a pre-release, with a notice on top of its notes").arg(tag()),
                 Words::tr("Whoever sees it is warned; its files stay where users have them"));
        mark(true);
        m_plan.remarks += Words::tr("Release the fix: unmoor prepare --as patch");
    }

    void hide()
    {
        if (!m_facts.remote.release || !release().draft) {
            if (!isPublished())
                return;
            if (release().immutable)
                return block(Error::Kind::Conflict,
                             Words::tr("%1 is immutable: GitHub lets nobody turn it back into a draft. Demote it "
                                       "instead.")
                                 .arg(tag()));
            moveLatest();
            todo(Kind::ToDraft, release().id, Words::tr("Turn %1 back into a draft").arg(tag()),
                 Words::tr("Users cannot see or download it until it is published again; nothing of it is deleted"));
        }
        m_plan.remarks += Words::tr("The tag %1 stays.").arg(tag());
    }

    void restore()
    {
        if (!isPublished())
            return;
        const QString version = m_facts.version();
        DesiredRelease desired{.repository = m_facts.remote.repository,
                               .tag = tag(),
                               .prerelease = isPreRelease(m_facts.manifest, version),
                               .latest = m_facts.manifest.latest != Choice::No,
                               .latestByVersion = m_facts.manifest.latest == Choice::Auto,
                               .scheme = m_facts.manifest.scheme};
        if (hasWithdrawNotice(release().body))
            todo(Kind::Restore, release().id,
                 desired.prerelease                         ? Words::tr("Take the notice off %1").arg(tag())
                     : takesLatest(desired, m_facts.remote) ? Words::tr("Take the notice off %1, and show it as the "
                                                                        "latest release")
                                                                  .arg(tag())
                                                            : Words::tr("Take the notice off %1, and make it a release "
                                                                        "again, not the latest one")
                                                                  .arg(tag()),
                 Words::tr("It was taken back, and is good after all"));
        mark(false);
    }

    /// What the release itself has is not touched: a published one's whole files, and the draft that is gone on with.
    void tidy()
    {
        for (const github::Release &draft : m_facts.remote.otherDrafts)
            todo(Kind::DeleteDraft, draft.id,
                 Words::tr("Delete the draft %1 of %2, %3")
                     .arg(QString::number(draft.id), tag(),
                          counted(m_facts.draftFiles.value(draft.id).size(), Words::tr("1 file"),
                                  Words::tr("%1 files"))),
                 Words::tr("It is a second one, which no user has seen"));
        if (!m_facts.remote.release || release().immutable)
            return;
        for (const github::Asset &asset : m_facts.remote.assets) {
            const bool isBroken = asset.state != u"uploaded"_s;
            if (isBroken || isTemporaryName(asset.name))
                todo(Kind::DeleteUpload, asset.id,
                     Words::tr("Delete the upload %1, %2").arg(asset.name, formatBytes(asset.size)),
                     isBroken ? Words::tr("It broke off (%1): nobody can download it").arg(asset.state)
                              : Words::tr("Left by a replacement that was interrupted"));
        }
    }

    void mark(bool isWithdrawn)
    {
        if (!m_facts.changelog || m_facts.version().isEmpty())
            return;
        const QString own = m_facts.manifest.withdraw.mark;
        const auto marked = markWithdrawn(*m_facts.changelog, m_facts.version(), isWithdrawn,
                                          own.isEmpty() ? withdrawnMarkOf(*m_facts.changelog) : own);
        if (!marked) {
            m_plan.remarks += Words::tr("The changelog stays as it is. %1").arg(marked.error().message);
            return;
        }
        if (*marked == m_facts.changelog->bytes())
            return;
        m_plan.changelog = FileEdit{m_facts.changelogFile, m_facts.changelog->bytes(), *marked};
        todo(Kind::MarkChangelog, 0,
             isWithdrawn
                 ? Words::tr("Mark the section %1 of %2").arg(m_facts.version(), m_facts.changelogFile)
                 : Words::tr("Take the mark off the section %1 of %2").arg(m_facts.version(), m_facts.changelogFile),
             Words::tr("Commit it when it suits you"));
    }

    const WithdrawFacts &m_facts;
    const WithdrawRequest &m_request;
    WithdrawPlan m_plan;
};

} // namespace

WithdrawPlan planWithdraw(const WithdrawFacts &facts, const WithdrawRequest &request)
{
    return WithdrawMaker(facts, request).plan();
}

} // namespace unmoor
