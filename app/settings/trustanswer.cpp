// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/trustanswer.h"

#include "app/core/plainfile.h"
#include "app/core/shellquote.h"
#include "app/core/words.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace unmoor {

TrustAnswer trustPlace(const QString &directory)
{
    const QString canonical = QFileInfo(directory).canonicalFilePath();
    const QString path = canonical.isEmpty() ? QDir(directory).absolutePath() : canonical;
    return {.directory = path, .root = gitRoot(path)};
}

Error needsTrust(const QString &what, const QString &directory)
{
    return {Error::Kind::Untrusted,
            Words::tr("%1 runs code that the project brings along, and nobody has said here that its checkout is "
                      "trusted. If you trust who made it, say so in the window, or run: unmoor trust add %2")
                .arg(what, shellQuoted(directory))};
}

} // namespace unmoor
