// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

namespace unmoor {

/// The address of a repository that a person typed, as it may be given to git: https://, ssh://, file://,
/// user@host:path, or the path of a folder. InvalidInput: nothing else is taken. Other schemes are not encrypted, or
/// make git start programs ("ext::"), and what begins with "-" would be taken for an option by git or ssh.
Result<QString> cloneAddress(const QString &typed);

/// What the folder of a clone of \a address is called, as git would call it: "name" of "https://host/owner/name.git".
/// Empty: the address does not say.
QString cloneName(const QString &address);

} // namespace unmoor
