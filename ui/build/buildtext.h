// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/targetstate.h"
#include "ui/theme/theme.h"

#include <optional>

namespace unmoor {

/// The shape for a build's state; nullopt while nothing is known.
std::optional<theme::State> stateOf(TargetState::Build build);

/// One line about the build of \a target: "on mac-mini · 5 m 02 s so far, about 3 m 00 s left". \a elapsed:
/// milliseconds since it began, while it runs.
QString buildSummary(const TargetState &target, qint64 elapsed);

/// What there is to say of a target that comes, or came, out of GitHub Actions, in whole sentences.
QString actionsNote(const TargetState &target);

/// The words of the button that builds \a toBuild targets, \a failed and \a canceled of them for another time.
QString buildButtonText(int toBuild, int failed, int canceled);

} // namespace unmoor
