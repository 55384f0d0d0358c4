// SPDX-License-Identifier: GPL-3.0-or-later
#include "binary/binaryfacts.h"

#include "binary/elfreader.h"

namespace unmoor {

bool looksLikeBinary(QByteArrayView head)
{
    return head.startsWith("\x7f"
                           "ELF")
        || head.startsWith("MZ");
}

std::optional<BinaryFacts> readBinary(const ByteView &file)
{
    return readElf(file);
}

} // namespace unmoor
namespace unmoor {
QJsonObject toJson(const BinaryFacts &)
{
    return {};
}
QString describe(const BinaryFacts &)
{
    return {};
}
} // namespace unmoor
