// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// A line of Markdown with what GitHub makes links of written as links: "#12" and "owner/name#12" to the issue, "@name"
/// to the person, a commit's id to the commit. What stands in code, links, addresses and tags stays. \a webUrl is the
/// repository's page, "https://github.com/owner/name"; empty: nothing changes.
QString linkified(const QString &line, const QString &webUrl);

} // namespace unmoor
