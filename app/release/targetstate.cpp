// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/targetstate.h"

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

} // namespace unmoor
