// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release/session.h"

class QWidget;

namespace unmoor {

// Links that the project of a session shows; see openForeignLink().

/// One out of notes and logs, or a file of the project. Of what they name, the pages of the repository itself are
/// known.
void openLinkOfProject(QWidget *parent, const Session &session, const QUrl &link);

/// What the host says is a page of its own.
void openPageOfHost(QWidget *parent, const Session &session, const QUrl &link);

} // namespace unmoor
