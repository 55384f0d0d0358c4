// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/binaryfacts.h"

#include "app/binary/elfreader.h"
#include "app/binary/machoreader.h"
#include "app/binary/pereader.h"

namespace unmoor {

bool looksLikeBinary(QByteArrayView head)
{
    static constexpr QByteArrayView magics[] = {
        "\x7f\x45\x4c\x46", "MZ", // ELF; PE and older
        "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe",
        "\xfe\xed\xfa\xce", "\xfe\xed\xfa\xcf" // Mach-O
    };
    for (const QByteArrayView magic : magics) {
        if (head.startsWith(magic))
            return true;
    }
    if (!head.startsWith("\xca\xfe\xba\xbe") && !head.startsWith("\xca\xfe\xba\xbf"))
        return false;
    const quint32 slices = ByteView(head).number<quint32>(4, true).value_or(0);
    return slices > 0 && slices <= MaxSlices;
}

std::optional<BinaryFacts> readBinary(const ByteView &file)
{
    if (auto facts = readElf(file))
        return facts;
    if (auto facts = readPe(file))
        return facts;
    return readMachO(file);
}

} // namespace unmoor
