// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace unmoor {

/// Environment for programs that are git or start it. A git hook runs with variables such as GIT_DIR and
/// GIT_INDEX_FILE, which name the hook's repository and win over the folder that git is started in; here they are
/// unset (null), so that the folder alone decides. Configuration (GIT_CONFIG_…) stays as it is.
QMap<QString, QString> withoutGitPlace();

} // namespace unmoor
