// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/publishplan.h"
#include "app/publish/temporaryname.h"

#include <algorithm>
#include <functional>

namespace unmoor {

/// A host without a network: carries plans out on a RemoteRelease, write by write, and looks after each write whether
/// the rules that keep data safe still hold.
class HostModel
{
public:
    HostModel(DesiredRelease wanted, RemoteRelease has)
        : desired(std::move(wanted))
        , remote(std::move(has))
    {
    }

    DesiredRelease desired;
    RemoteRelease remote;
    QMap<qint64, QByteArray> bytes; ///< what an asset without digest really has, by id
    QString fault; ///< the first broken rule
    int writesLeft = 1 << 20; ///< then it is interrupted

    bool interrupted() const { return writesLeft <= 0; }

    void carryOut(const PublishPlan &plan)
    {
        for (const PublishStep &step : plan.steps)
            if (!interrupted())
                carryOut(step);
    }

private:
    using Kind = PublishStep::Kind;

    void carryOut(const PublishStep &step)
    {
        const auto file = std::ranges::find(desired.files, step.file, &DesiredFile::name);
        switch (step.kind) {
        case Kind::CheckTag:
            if (remote.release && !remote.release->draft)
                write([this] { remote.tagCommit = desired.commit; });
            break;
        case Kind::CreateDraft:
            write([this] { remote.release = wanted(true); });
            break;
        case Kind::UpdateRelease:
            write([this] {
                if (lacksLatest(desired, remote))
                    remote.latest = remote.release;
                remote.release = wanted(remote.release->draft);
            });
            break;
        case Kind::DeleteBroken:
            remove(step.file);
            break;
        case Kind::Upload:
            upload(*file, file->name);
            break;
        case Kind::Replace:
            replace(*file);
            break;
        case Kind::Verify:
            remote.downloaded[remote.find(step.file)->id] = bytes.value(remote.find(step.file)->id);
            break;
        case Kind::PushTag:
            write([this] { remote.tagCommit = desired.commit; });
            break;
        case Kind::Publish:
            publish();
            break;
        case Kind::ReadBack:
            break;
        }
    }

    github::Release wanted(bool draft) const
    {
        github::Release release = remote.release.value_or(github::Release());
        release.id = std::max<qint64>(1, release.id);
        release.tagName = desired.tag;
        release.targetCommitish = desired.commit;
        release.name = desired.title;
        release.body = desired.body;
        release.prerelease = desired.prerelease;
        release.draft = draft;
        return release;
    }

    void publish()
    {
        for (const FileState &state : compareFiles(desired, remote))
            if (state.local && state.verdict != FileVerdict::Verified)
                return blame(u"published with a file that is not verified"); // the plan is made anew
        write([this] {
            if (desired.draftOnly)
                blame(u"published what was to stay a draft");
            const bool takes = takesLatest(desired, remote);
            remote.release = wanted(false);
            remote.tagCommit = desired.commit;
            if (takes || !remote.latest)
                remote.latest = remote.release;
        });
    }

    void upload(const DesiredFile &file, const QString &name)
    {
        write([&] {
            if (remote.find(name))
                blame(u"uploaded under a name that is taken");
            remote.assets += github::Asset{m_nextId++, name, QStringLiteral("uploaded"), file.bytes, file.sha256, {}};
        });
    }

    void replace(const DesiredFile &file)
    {
        const QString temporary = temporaryName(file.name);
        if (const github::Asset *left = remote.find(temporary)) {
            if (left->digest.isEmpty())
                remote.downloaded[left->id] = bytes.value(left->id);
            if (verdictOf(file, *left, remote) != FileVerdict::Verified)
                remove(temporary);
        }
        if (!remote.find(temporary))
            upload(file, temporary);
        if (remote.find(file.name))
            remove(file.name);
        write([&] {
            for (github::Asset &asset : remote.assets)
                if (asset.name == temporary)
                    asset.name = file.name;
        });
    }

    void remove(const QString &name)
    {
        write([&] {
            if (remote.release->immutable && !remote.release->draft)
                blame(u"deleted from an immutable release");
            mayGo(name);
            remote.assets.removeIf([&](const github::Asset &asset) { return asset.name == name; });
        });
    }

    /// A whole copy of a desired file may only go while another one is there that is verified.
    void mayGo(const QString &name)
    {
        const github::Asset *asset = remote.find(name);
        const bool isDraft = remote.release->draft;
        if (!asset)
            return blame(u"deleted what is not there");
        for (const DesiredFile &file : desired.files) {
            const bool isCopy = name == file.name || name == temporaryName(file.name);
            const bool isGood = asset->state == QStringLiteral("uploaded") && isCopy && trueHash(*asset) == file.sha256;
            const bool isUsers = !isDraft && name == file.name && asset->state == QStringLiteral("uploaded");
            const github::Asset *twin = remote.find(name == file.name ? temporaryName(file.name) : file.name);
            const bool hasTwin = twin && verdictOf(file, *twin, remote) == FileVerdict::Verified;
            const bool mayYetBeVerified = twin && verdictOf(file, *twin, remote) == FileVerdict::Unverified;
            if ((isUsers && !hasTwin) || (isGood && !hasTwin && !mayYetBeVerified))
                return blame(QStringLiteral("deleted the last good copy of ") + name);
        }
    }

    QByteArray trueHash(const github::Asset &asset) const
    {
        return asset.digest.isEmpty() ? bytes.value(asset.id) : asset.digest;
    }

    void write(const std::function<void()> &change)
    {
        if (writesLeft-- > 0)
            change();
    }

    void blame(QStringView rule)
    {
        if (fault.isEmpty() && !interrupted())
            fault = rule.toString();
    }

    qint64 m_nextId = 1000;
};

} // namespace unmoor
