// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/byteedit.h"

#include <algorithm>

namespace unmoor {

QByteArray applied(QByteArray bytes, QList<ByteEdit> edits)
{
    std::ranges::stable_sort(edits, std::greater(), &ByteEdit::at);
    for (const ByteEdit &edit : edits)
        bytes.replace(edit.at, edit.length, edit.bytes);
    return bytes;
}

} // namespace unmoor
