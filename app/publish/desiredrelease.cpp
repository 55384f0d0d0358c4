// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/publish/desiredrelease.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "app/github/client.h"
#include "app/publish/temporaryname.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 sizeLimit = qint64(2) << 30; // exactly 2 GiB has come back as a bare 500
constexpr qsizetype mostFiles = 1000;
constexpr qsizetype longestBody = 125'000;

bool isHex(const QString &text, int digits)
{
    static const QRegularExpression hex(u"\\A[0-9a-f]+\\z"_s);
    return text.size() == digits && hex.match(text).hasMatch();
}

std::unexpected<Error> refused(const QString &message)
{
    return failure(Error::Kind::InvalidInput, message);
}

Result<void> checkName(const QString &name)
{
    if (name.isEmpty())
        return refused(Words::tr("A file of the release has no name."));
    if (isTemporaryName(name))
        return refused(Words::tr("%1 ends like the temporary name of a replacement. Rename the file.").arg(name));
    if (const QString stored = github::storedAssetName(name); stored != name)
        return refused(Words::tr("GitHub would store %1 as %2, and its checksums would name another file. Rename it.")
                           .arg(name, stored));
    return {};
}

Result<void> checkFile(const DesiredFile &file)
{
    if (file.bytes <= 0)
        return refused(Words::tr("%1 is empty, and GitHub takes no empty file. Build it again.").arg(file.name));
    if (file.bytes >= sizeLimit)
        return refused(Words::tr("%1 has %2; GitHub takes files below 2 GiB. Split it or make it smaller.")
                           .arg(file.name, formatBytes(file.bytes)));
    if (!isHex(QString::fromLatin1(file.sha256), 64))
        return refused(Words::tr("%1 has no SHA-256 to verify it by.").arg(file.name));
    return checkName(file.name);
}

Result<void> checkFiles(const QList<DesiredFile> &files)
{
    if (files.size() > mostFiles)
        return refused(
            Words::tr("%1 files are more than the 1,000 that GitHub takes for one release.").arg(files.size()));
    QSet<QString> names;
    for (const DesiredFile &file : files) {
        if (const auto checked = checkFile(file); !checked)
            return checked;
        if (names.contains(file.name))
            return refused(
                Words::tr("Two files are named %1. Give each target's archive a name of its own.").arg(file.name));
        names += file.name;
    }
    return {};
}

} // namespace

Result<void> checkDesired(const DesiredRelease &desired)
{
    if (desired.repository.count(u'/') != 1)
        return refused(Words::tr("\"%1\" is not a repository. Write it as owner/name.").arg(desired.repository));
    if (desired.tag.isEmpty())
        return refused(Words::tr("The release has no tag."));
    if (!isHex(desired.commit, 40))
        return refused(Words::tr("\"%1\" is not a commit: 40 hexadecimal digits are needed.").arg(desired.commit));
    if (const qsizetype count = desired.body.toUcs4().size(); count > longestBody)
        return refused(Words::tr("The notes have %1 characters; GitHub takes 125,000. Shorten them.").arg(count));
    return checkFiles(desired.files);
}

} // namespace unmoor
