// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/checkoutfile.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/core/words.h"
#include "app/project/git.h"
#include "app/project/projectfiles.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qint64 largestCheckoutFile = 512LL << 20; // it is held in memory

/// What `git ls-tree --long` says of one file.
struct TreeEntry
{
    QByteArray mode; ///< "100644"
    QByteArray object; ///< its id
    qint64 size = 0; ///< bytes
};

std::optional<TreeEntry> parseTreeEntry(const QByteArray &line)
{
    const QByteArrayList words = line.left(line.indexOf('\t')).simplified().split(' ');
    if (words.size() < 4)
        return {};
    return TreeEntry{.mode = words[0], .object = words[2], .size = words[3].toLongLong()};
}

std::unexpected<Error> tooLarge(const QString &path, qint64 size)
{
    return failure(Error::Kind::InvalidInput,
                   Words::tr("%1 has %2; of the checkout, files of up to %3 are shipped. Let an output of the flake "
                             "hold it.")
                       .arg(path, formatBytes(size), formatBytes(largestCheckoutFile)));
}

Result<void> checkKind(const TreeEntry &entry, const QString &path)
{
    const auto refused = [&](const QString &what) {
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is %2 in the commit, and a release ships files. Name the file itself in "
                                 "unmoor.toml.")
                           .arg(path, what));
    };
    if (entry.mode == "120000")
        return refused(Words::tr("a link"));
    if (entry.mode == "040000")
        return refused(Words::tr("a folder"));
    if (entry.mode == "160000")
        return refused(Words::tr("a submodule"));
    return entry.size > largestCheckoutFile ? tooLarge(path, entry.size) : Result<void>();
}

/// \a bytes, where they are what users shall get.
Result<QByteArray> shippableBytes(const QString &path, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return failure(
            Error::Kind::InvalidInput,
            Words::tr("%1 is empty, and GitHub takes no empty file. Write it, or take it out of unmoor.toml.")
                .arg(path));
    if (bytes.startsWith("version https://git-lfs.github.com/spec/"))
        return failure(Error::Kind::InvalidInput,
                       Words::tr("%1 is a pointer of Git LFS in the commit: users would get three lines of text. Let "
                                 "an output of the flake hold the file.")
                           .arg(path));
    return bytes;
}

QFuture<Result<QByteArray>> fileAtCommit(const QString &commit, const QString &directory, const QString &path,
                                         const std::stop_token &stop)
{
    const auto listed =
        runProcess(gitCommand({u"ls-tree"_s, u"-z"_s, u"--long"_s, commit, u"--"_s, path}, directory), stop);
    return andThen(listed, [=](const ProcessExit &exit) {
        if (exit.code != 0)
            return finished<QByteArray>(std::unexpected(gitError(exit, directory)));
        const auto entry = parseTreeEntry(exit.out);
        if (!entry)
            return finished<QByteArray>(failure(
                Error::Kind::NotFound,
                Words::tr("The commit has no file %1. Add it with \"git add\" and commit, or correct \"file\" of "
                          "its [[asset]] in unmoor.toml.")
                    .arg(path)));
        if (const auto checked = checkKind(*entry, path); !checked)
            return finished<QByteArray>(std::unexpected(checked.error()));
        const auto read =
            runProcess(gitCommand({u"cat-file"_s, u"blob"_s, QString::fromLatin1(entry->object)}, directory), stop);
        return andThen(read, [=](const ProcessExit &blob) {
            return finished<QByteArray>(blob.code == 0 ? shippableBytes(path, blob.out)
                                                       : std::unexpected(gitError(blob, directory)));
        });
    });
}

Result<QByteArray> fileInFolder(const QString &directory, const QString &path)
{
    if (const qint64 size = QFileInfo(QDir(directory).filePath(path)).size(); size > largestCheckoutFile)
        return tooLarge(path, size);
    return readProjectFile(directory, path, largestCheckoutFile).and_then([&](const QByteArray &bytes) {
        return shippableBytes(path, bytes);
    });
}

} // namespace

QFuture<Result<QByteArray>> readCheckoutFile(const Checkout &checkout, const QString &directory, const QString &path,
                                             std::stop_token stop)
{
    if (!staysInside(path))
        return finished<QByteArray>(
            failure(Error::Kind::InvalidInput,
                    Words::tr("%1 leads out of the project's folder. Name a file in it.").arg(path)));
    if (checkout.isDirty() || checkout.commit.isEmpty())
        return finished<QByteArray>(fileInFolder(directory, path));
    return fileAtCommit(checkout.commit, directory, QDir::cleanPath(path), stop);
}

} // namespace unmoor
