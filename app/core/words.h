// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace unmoor {

/// Translates what people read, wherever there is no tr() of a QObject's own: Words::tr("Build it again.").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Unmoor)
};

} // namespace unmoor
