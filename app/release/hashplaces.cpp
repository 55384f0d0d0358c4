// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/hashplaces.h"

#include "app/core/plainfile.h"

#include <QDir>
#include <algorithm>

namespace unmoor {

namespace {

constexpr qint64 mostBytes = 4 << 20;
constexpr std::array notations{HashNotation::Base64, HashNotation::Hex, HashNotation::Base32};

bool isWordByte(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '+'
        || byte == '=';
}

/// Whether \a text has nothing of a longer word right before and after the \a length bytes at \a at.
bool standsAlone(const QByteArray &text, qsizetype at, qsizetype length)
{
    const qsizetype end = at + length;
    return (at == 0 || !isWordByte(text[at - 1])) && (end == text.size() || !isWordByte(text[end]));
}

} // namespace

QList<HashPlace> hashPlacesIn(const QByteArray &text, const NixHash &hash, const QString &file)
{
    QList<HashPlace> places;
    for (const HashNotation notation : notations) {
        const QByteArray written = hashText(hash, notation);
        for (qsizetype at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.size()))
            if (standsAlone(text, at, written.size()))
                places += {file, int(QByteArrayView(text).first(at).count('\n')) + 1, at, notation};
    }
    std::ranges::sort(places, {}, &HashPlace::offset);
    return places;
}

QList<HashPlace> findHash(const QString &root, const QStringList &files, const NixHash &hash)
{
    QList<HashPlace> places;
    for (const QString &name : files) {
        const auto text = readPlainFile({.path = QDir(root).filePath(name), .most = mostBytes, .folder = root});
        if (text && !text->contains('\0'))
            places += hashPlacesIn(*text, hash, name);
    }
    return places;
}

QByteArray withHash(const QByteArray &text, const HashPlace &place, const NixHash &old, const NixHash &now)
{
    QByteArray edited = text;
    return edited.replace(place.offset, hashText(old, place.notation).size(), hashText(now, place.notation));
}

} // namespace unmoor
