// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/insidefolder.h"

#include "app/core/words.h"

#include <algorithm>
#include <filesystem>

namespace unmoor {

namespace fs = std::filesystem;

namespace {

constexpr int mostLinks = 40; ///< as Linux follows

/// Where \a path ends. A link whose target is not there is followed too: writing would make that target.
fs::path endOf(fs::path path)
{
    std::error_code error;
    for (int links = 0; links < mostLinks && fs::is_symlink(path, error); ++links)
        path = fs::weakly_canonical(path.parent_path(), error) / fs::read_symlink(path, error);
    return fs::weakly_canonical(path, error);
}

} // namespace

bool isInside(const QString &folder, const QString &path)
{
    const fs::path top = endOf(folder.toStdString());
    const fs::path end = endOf(path.toStdString());
    return std::ranges::mismatch(top, end).in1 == top.end() && top != end;
}

Result<void> staysInside(const QString &folder, const QString &path)
{
    if (isInside(folder, path))
        return {};
    return failure(Error::Kind::InvalidInput,
                   Words::tr("%1 leads out of the project through a link, to %2, so nothing was written. Put a file in "
                             "the place of the link, or name another file in unmoor.toml.")
                       .arg(path, QString::fromStdString(endOf(path.toStdString()).string())));
}

} // namespace unmoor
