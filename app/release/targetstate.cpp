// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/targetstate.h"

#include "app/core/words.h"

using namespace Qt::StringLiterals;

namespace unmoor {

QString buildOutcomeName(TargetState::Build build)
{
    switch (build) {
    case TargetState::Build::Built:
        return u"built"_s;
    case TargetState::Build::Cached:
        return u"cached"_s;
    case TargetState::Build::Adopted:
        return u"adopted"_s;
    case TargetState::Build::Failed:
        return u"failed"_s;
    case TargetState::Build::Canceled:
        return u"canceled"_s;
    case TargetState::Build::Unbuildable:
        return u"unbuildable"_s;
    case TargetState::Build::LeftOut:
        return u"left-out"_s;
    case TargetState::Build::Unknown:
    case TargetState::Build::Planned:
    case TargetState::Build::Waiting:
    case TargetState::Build::Running:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QString otherRevisionText(const BuildRecord &record, const Project &project)
{
    const QString now = revisionText(project.checkout.commit, project.checkout.isDirty());
    if (record.revision == project.checkout.commit && record.dirty == project.checkout.isDirty())
        return Words::tr("Built as version %1; the version is %2 now.")
            .arg(record.version, project.version ? *project.version : Words::tr("not known"));
    return Words::tr("Built from %1; the checkout is at %2.").arg(revisionText(record.revision, record.dirty), now);
}

Error noSuchTarget(const QString &triple)
{
    return {Error::Kind::NotFound, Words::tr("unmoor.toml has no target %1 (any more).").arg(triple)};
}

} // namespace unmoor
