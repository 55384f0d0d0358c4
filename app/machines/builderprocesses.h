// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace unmoor {

/// Of what `ps -eo pid=,ppid=,user=,etime=,time=,pcpu=,rss=,args=` lists: what builds for this process (\a ancestor
/// and below; 0: none) and what Nix's build users run, parents above their children, as a table for people.
QString builderProcessTable(const QString &ps, qint64 ancestor);

} // namespace unmoor
