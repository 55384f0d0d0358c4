// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace unmoor {

class Workspace;

/// Says what closing the window would stop or leave unsaved in \a workspace, and what can be done about it. \a close
/// runs once somebody chose to; the notes are saved or discarded by then.
void askToClose(QWidget *window, Workspace &workspace, const std::function<void()> &close);

} // namespace unmoor
