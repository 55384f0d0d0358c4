// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machines/buildhost.h"
#include "ui/mainframe/paletteitem.h"

namespace unmoor {

class SettingsGlue;
class Workspace;

/// What the palette finds in an open project: commands of the notes, targets, problems, sections of the changelog and
/// releases. Their run() does nothing once \a workspace is gone.
QList<PaletteItem> workspaceItems(Workspace &workspace);

/// The files of the archives that were read, which may be thousands.
QList<PaletteItem> archiveItems(Workspace &workspace);

/// The pages of Settings, and the machines that are set up there.
QList<PaletteItem> settingsItems(SettingsGlue &settings, const QList<BuildHost> &machines);

} // namespace unmoor
