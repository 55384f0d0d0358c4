// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nix/nixhash.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Nix leaves out e, o, u and t.
constexpr QByteArrayView base32Letters("0123456789abcdfghijklmnpqrsvwxyz");

qsizetype sizeOf(const QString &algorithm)
{
    static const QMap<QString, qsizetype> sizes{
        {u"md5"_s, 16}, {u"sha1"_s, 20}, {u"sha256"_s, 32}, {u"sha512"_s, 64}, {u"blake3"_s, 32}};
    return sizes.value(algorithm);
}

qsizetype base32Length(qsizetype bytes)
{
    return (bytes * 8 + 4) / 5;
}

/// The first letter holds the highest bits of the last byte.
QByteArray toBase32(const QByteArray &bytes)
{
    QByteArray text;
    for (qsizetype n = base32Length(bytes.size()) - 1; n >= 0; --n) {
        const qsizetype bit = n * 5;
        const qsizetype byte = bit / 8;
        const auto shift = uint(bit % 8);
        uint value = uint(uchar(bytes[byte])) >> shift;
        if (byte + 1 < bytes.size())
            value |= uint(uchar(bytes[byte + 1])) << (8 - shift);
        text += base32Letters[value & 0x1f];
    }
    return text;
}

std::optional<QByteArray> fromBase32(QByteArrayView text, qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype n = 0; n < text.size(); ++n) {
        const qsizetype digit = base32Letters.indexOf(text[text.size() - 1 - n]);
        if (digit < 0)
            return {};
        const qsizetype bit = n * 5;
        const uint value = uint(digit) << uint(bit % 8);
        bytes[bit / 8] = char(uint(uchar(bytes[bit / 8])) | (value & 0xff));
        if (value > 0xff) {
            if (bit / 8 + 1 >= size)
                return {};
            bytes[bit / 8 + 1] = char(value >> 8);
        }
    }
    return bytes;
}

std::optional<QByteArray> decoded(QByteArrayView text, qsizetype size)
{
    if (text.size() == size * 2) {
        const QByteArray bytes = QByteArray::fromHex(text.toByteArray());
        return bytes.size() == size ? std::optional(bytes) : std::nullopt;
    }
    if (text.size() == base32Length(size))
        return fromBase32(text, size);
    const auto base64 = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return base64 && base64.decoded.size() == size ? std::optional(base64.decoded) : std::nullopt;
}

} // namespace

std::optional<NixHash> parseNixHash(const QString &text)
{
    const qsizetype end = text.indexOf(u'-') < 0 ? text.indexOf(u':') : text.indexOf(u'-');
    if (end < 0)
        return {};
    const QString algorithm = text.first(end);
    const qsizetype size = sizeOf(algorithm);
    const auto bytes = size > 0 ? decoded(text.sliced(end + 1).toLatin1(), size) : std::nullopt;
    return bytes ? std::optional(NixHash{algorithm, *bytes}) : std::nullopt;
}

QByteArray hashText(const NixHash &hash, HashNotation notation)
{
    switch (notation) {
    case HashNotation::Base64:
        return hash.bytes.toBase64();
    case HashNotation::Hex:
        return hash.bytes.toHex();
    case HashNotation::Base32:
        return toBase32(hash.bytes);
    }
    Q_UNREACHABLE_RETURN({});
}

QString sriText(const NixHash &hash)
{
    return hash.algorithm + u'-' + QString::fromLatin1(hash.bytes.toBase64());
}

} // namespace unmoor
