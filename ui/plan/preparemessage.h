// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

namespace unmoor {

class Preparer;

/// What the window of preparing says first.
struct PrepareMessage
{
    theme::State state = theme::State::Note;
    QString text;
};

/// How things stand with \a preparer, and what comes next. \a mayPush: see PrepareDialog.
PrepareMessage prepareMessage(const Preparer &preparer, bool mayPush);

} // namespace unmoor
