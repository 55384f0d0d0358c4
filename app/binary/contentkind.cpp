// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/contentkind.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

bool startsWithAnyOf(QByteArrayView head, std::initializer_list<QByteArrayView> starts)
{
    return std::ranges::any_of(starts, [&](QByteArrayView start) { return head.startsWith(start); });
}

bool isPacked(QByteArrayView head)
{
    constexpr qsizetype tarMark = 257;
    const bool isTar = head.size() > tarMark + 5 && head.sliced(tarMark).startsWith("ustar");
    const bool isBzip2 = head.startsWith("BZh") && head.size() > 9 && head.sliced(4).startsWith("1AY&SY");
    return isTar || isBzip2
        || startsWithAnyOf(head,
                           {QByteArrayView("\x1f\x8b\x08"), QByteArrayView("\xfd\x37zXZ\x00", 6),
                            QByteArrayView("\x28\xb5\x2f\xfd"), QByteArrayView("PK\x03\x04"),
                            QByteArrayView("\x04\x22\x4d\x18"), QByteArrayView("LZIP\x01"), QByteArrayView("\x1f\x9d"),
                            QByteArrayView("7z\xbc\xaf\x27\x1c")});
}

/// The shell part of these files is also the magic of DOS, so that every system finds its own beginning
/// (cosmopolitan, ape/specification.md).
bool startsOnEverySystem(QByteArrayView head)
{
    return startsWithAnyOf(head, {"MZqFpD='", "jartsr='", "APEDBG='"});
}

bool isLinkerScript(const QString &text)
{
    static const QRegularExpression script(
        uR"(\A\s*(/\*.*?\*/\s*)*(OUTPUT_FORMAT|GROUP|INPUT|SEARCH_DIR|EXTERN|VERSION)\s*\()"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return script.match(text).hasMatch();
}

/// What servers answer where a file is not there, or not for everyone: a page of HTML, GitHub's JSON, the XML of a
/// bucket, or a few words.
bool isErrorPage(const QString &text, qint64 size)
{
    static const QRegularExpression html(
        uR"(\A\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression words(
        uR"x(\A\s*("?(error\s*:?\s*)?(http/\S+\s+)?[45]\d\d\b|(404|403|page|file|resource|object|artifact)?[:\s]*not found\b|forbidden\b|access denied\b|unauthorized\b|bad (request|gateway|credentials)\b|service unavailable\b|internal server error\b|gateway time-?out\b|too many requests\b|rate limit|temporary redirect\b|moved permanently\b|\{\s*"(message|error|errors|code|status)"|(<\?xml[^>]*>\s*)?<error>))x"_s,
        QRegularExpression::CaseInsensitiveOption);
    constexpr qint64 mostWords = 4096;
    return html.match(text).hasMatch() || (size <= mostWords && words.match(text).hasMatch());
}

ContentKind kindOfText(QByteArrayView head, qint64 size)
{
    constexpr qsizetype enough = 4096;
    const QString text = QString::fromUtf8(head.first(std::min(head.size(), enough)));
    if (isLinkerScript(text))
        return ContentKind::LinkerScript;
    return isErrorPage(text, size) ? ContentKind::ErrorPage : ContentKind::Text;
}

} // namespace

bool isText(QByteArrayView bytes)
{
    if (bytes.isEmpty() || bytes.contains('\0'))
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && !decoded.isEmpty();
}

ContentKind contentKindOf(QByteArrayView head, qint64 size)
{
    if (size == 0)
        return ContentKind::Empty;
    if (std::ranges::all_of(head, [](char byte) { return byte == '\0'; }))
        return ContentKind::Zeros;
    if (startsOnEverySystem(head))
        return ContentKind::EverySystem;
    if (head.startsWith("#!"))
        return ContentKind::Script;
    // In UTF-16 every second byte is zero: "#!" with its mark.
    if (startsWithAnyOf(head,
                        {QByteArrayView("\xef\xbb\xbf#!"), QByteArrayView("\xff\xfe#\0!\0", 6),
                         QByteArrayView("\xfe\xff\0#\0!", 6)}))
        return ContentKind::MarkedScript;
    if (head.startsWith("version https://git-lfs.github.com/spec/"))
        return ContentKind::LfsPointer;
    if (startsWithAnyOf(head, {"!<symlink>", "XSym\n"}))
        return ContentKind::OddLink;
    if (startsWithAnyOf(head, {"!<arch>\n", "!<thin>\n"}))
        return ContentKind::StaticLibrary;
    if (isPacked(head))
        return ContentKind::Packed;
    if (head.startsWith(QByteArrayView("\x00\x05\x16\x07", 4)))
        return ContentKind::AppleDouble;
    constexpr qsizetype textMost = 64 * 1024;
    const QByteArrayView beginning = head.first(std::min(head.size(), textMost));
    return isText(beginning) ? kindOfText(beginning, size) : ContentKind::Other;
}

} // namespace unmoor
