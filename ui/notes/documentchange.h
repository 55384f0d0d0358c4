// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;

namespace unmoor {

/// The run of blocks in which two renderings of nearly the same text differ.
struct DocumentChange
{
    bool isPossible = false; ///< whether applyChange() can make one out of the other
    int first = 0; ///< number of the first block that differs
    int removed = 0;
    int added = 0;
};

/// What makes \a after out of \a before. Not possible where tables change their shape, or lists are joined or split.
DocumentChange changeBetween(const QTextDocument &before, const QTextDocument &after);

/// Makes \a shown, which is like the document before the change, like \a after. Qt lays out only these blocks again.
void applyChange(const DocumentChange &change, QTextDocument &shown, const QTextDocument &after);

} // namespace unmoor
