// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/plainfile.h"

#include "app/core/format.h"
#include "app/core/insidefolder.h"
#include "app/core/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString kindOfPlace(mode_t mode)
{
    if (S_ISDIR(mode))
        return Words::tr("a folder");
    if (S_ISFIFO(mode))
        return Words::tr("a pipe");
    if (S_ISSOCK(mode))
        return Words::tr("a socket");
    return Words::tr("a device");
}

QString nameOf(const PlainFile &file)
{
    return file.name.isEmpty() ? file.path : file.name;
}

std::unexpected<Error> notReadable(const PlainFile &file, int number)
{
    return failure(
        number == ENOENT || number == ENOTDIR ? Error::Kind::NotFound : Error::Kind::Io,
        Words::tr("Could not read %1: %2.").arg(nameOf(file), QString::fromLocal8Bit(std::strerror(number))));
}

Result<void> checkPlain(const PlainFile &file, const struct stat &facts)
{
    if (!S_ISREG(facts.st_mode))
        return failure(Error::Kind::Io,
                       Words::tr("%1 is %2, not a file, so it was not read. Put a file in its place, or name another "
                                 "one in unmoor.toml.")
                           .arg(nameOf(file), kindOfPlace(facts.st_mode)));
    if (facts.st_size > file.most)
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 has %2; such a file may have %3 at most, so it was not read. Make it smaller, or "
                                 "name another one in unmoor.toml.")
                           .arg(nameOf(file), formatBytes(facts.st_size), formatBytes(file.most)));
    return {};
}

/// Reads what is open as \a descriptor. Some files tell no size, and a file may grow meanwhile.
Result<QByteArray> readOpen(const PlainFile &file, int descriptor, qint64 size)
{
    QFile open;
    if (!open.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return notReadable(file, EIO);
    }
    QByteArray bytes;
    bytes.reserve(size);
    while (bytes.size() <= file.most) {
        const QByteArray more = open.read(std::min<qint64>(1 << 20, file.most + 1 - bytes.size()));
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (open.error() != QFileDevice::NoError)
        return failure(Error::Kind::Io, Words::tr("Could not read %1: %2.").arg(nameOf(file), open.errorString()));
    struct stat grown = {};
    grown.st_mode = S_IFREG;
    grown.st_size = bytes.size();
    return checkPlain(file, grown).transform([&] { return bytes; });
}

/// The nearest folder from \a directory upwards that has \a name; empty where none has.
QString nearestWith(const QString &name, const QString &directory)
{
    QDir dir(directory);
    do {
        if (QFileInfo::exists(dir.filePath(name)))
            return dir.absolutePath();
    } while (dir.cdUp());
    return {};
}

} // namespace

Result<QByteArray> readPlainFile(const PlainFile &file)
{
    // The path without links: what is looked at here is what is opened below, and not what a link says by then.
    const QString end = QFileInfo(file.path).canonicalFilePath();
    const QByteArray path = QFile::encodeName(end.isEmpty() ? file.path : end);
    struct stat facts;
    if (::stat(path.constData(), &facts) != 0)
        return notReadable(file, errno);
    if (!file.folder.isEmpty() && !isInside(file.folder, end))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 leads out of the project through a link, to %2, so it was not read. Put a file in "
                                 "the place of the link, or name another one in unmoor.toml.")
                           .arg(nameOf(file), end));
    if (const auto plain = checkPlain(file, facts); !plain)
        return std::unexpected(plain.error());
    const int descriptor = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return notReadable(file, errno);
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(descriptor);
        return notReadable(file, EIO);
    }
    return readOpen(file, descriptor, facts.st_size);
}

QString gitRoot(const QString &directory)
{
    return nearestWith(u".git"_s, directory);
}

QString projectBounds(const QString &directory)
{
    const QString folder = QDir(directory).absolutePath();
    for (const QString &sign : {u".git"_s, u"unmoor.toml"_s})
        if (const QString top = nearestWith(sign, folder); !top.isEmpty())
            return top;
    return folder;
}

} // namespace unmoor
