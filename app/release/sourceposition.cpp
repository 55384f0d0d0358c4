// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/sourceposition.h"

#include "app/core/plainfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QByteArray bytesOf(const QString &path)
{
    return readPlainFile({.path = path}).value_or(QByteArray());
}

/// Whether the source \a store is a copy of the checkout, not an input's: it has the project's own files. One that is
/// gone, or on another machine, is believed.
bool isCopyOf(const QString &store, const QString &root, const QString &file)
{
    if (!QFileInfo::exists(store))
        return true;
    for (const QString &own : {u"flake.nix"_s, u"unmoor.toml"_s, file})
        if (const QByteArray bytes = bytesOf(store + u'/' + own);
            !bytes.isEmpty() && bytes == bytesOf(QDir(root).filePath(own)))
            return true;
    return false;
}

/// "nix/x.nix" of "«git+file:///src/minne?rev=…»/nix/x.nix" where the URL is that of the checkout.
QString fileOfQuoted(const QString &path, const QString &root)
{
    static const QRegularExpression form(u"^«(?:git\\+file|path|file):(?://)?([^»?#]*)[^»]*»/?(.*)$"_s);
    const auto match = form.match(path);
    if (!match.hasMatch())
        return {};
    const QString source = QUrl::fromPercentEncoding(match.captured(1).toUtf8());
    return QDir::cleanPath(source) == QDir::cleanPath(root) ? match.captured(2) : QString();
}

/// No way out of the checkout.
QString plain(const QString &file)
{
    const QString clean = QDir::cleanPath(file);
    return file.isEmpty() || clean == "."_L1 || clean == ".."_L1 || clean.startsWith("../"_L1)
            || QDir::isAbsolutePath(clean)
        ? QString()
        : clean;
}

} // namespace

QString fileInCheckout(const QString &path, const QString &root)
{
    static const QRegularExpression copy(u"^(/.*/[0-9a-z]{32}-source)/(.+)$"_s);
    if (path.startsWith(u'«'))
        return plain(fileOfQuoted(path, root));
    if (const auto match = copy.match(path); match.hasMatch())
        return isCopyOf(match.captured(1), root, match.captured(2)) ? plain(match.captured(2)) : QString();
    if (!QDir::isAbsolutePath(path))
        return plain(path);
    return plain(QDir(root).relativeFilePath(path));
}

std::optional<SourcePosition> positionInCheckout(const QString &words, const QString &root)
{
    static const QRegularExpression position(u"\\bat (/\\S+|«[^»]*»\\S*):(\\d+):(\\d+)"_s);
    std::optional<SourcePosition> innermost;
    for (const auto &match : position.globalMatch(words)) {
        const QString file = fileInCheckout(match.captured(1), root);
        if (!file.isEmpty() && QFileInfo::exists(QDir(root).filePath(file)))
            innermost = SourcePosition{file, match.captured(2).toInt(), match.captured(3).toInt()};
    }
    return innermost;
}

} // namespace unmoor
