// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/version.h"

#include "nix/flake.h"
#include "project/gates.h"

namespace unmoor {

QFuture<Result<QString>> resolveVersion(const ReleaseManifest &manifest, const QString &directory, std::stop_token stop)
{
    switch (manifest.version.kind) {
    case VersionSource::Kind::Literal:
        return QtFuture::makeReadyValueFuture(Result<QString>(manifest.version.literal));
    case VersionSource::Kind::File:
        return QtFuture::makeReadyValueFuture(textOfFileMatch(manifest.version.match, directory));
    case VersionSource::Kind::Eval:
        return Flake(directory).evalText(manifest.version.eval, stop);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace unmoor
