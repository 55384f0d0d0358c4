// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/documentchange.h"

#include <QHash>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

namespace unmoor {

namespace {

QTextBlockFormat ownFormat(const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    format.clearProperty(QTextFormat::ObjectIndex);
    return format;
}

bool haveSameWords(const QTextBlock &one, const QTextBlock &other)
{
    if (one.text() != other.text())
        return false;
    auto a = one.begin();
    auto b = other.begin();
    for (; !a.atEnd() && !b.atEnd(); ++a, ++b) {
        if (a.fragment().length() != b.fragment().length() || a.fragment().charFormat() != b.fragment().charFormat())
            return false;
    }
    return a.atEnd() && b.atEnd();
}

QTextListFormat listFormat(const QTextBlock &block)
{
    QTextListFormat format = block.textList()->format();
    format.clearProperty(QTextFormat::ObjectIndex);
    return format;
}

bool areAlike(const QTextBlock &one, const QTextBlock &other)
{
    if (bool(one.textList()) != bool(other.textList()) || ownFormat(one) != ownFormat(other))
        return false;
    return haveSameWords(one, other) && (!one.textList() || listFormat(one) == listFormat(other));
}

/// Which list of one document a list of the other is; false where that is not one to one.
class ListPairs
{
public:
    bool add(const QTextBlock &one, const QTextBlock &other)
    {
        const QTextList *a = one.textList();
        const QTextList *b = other.textList();
        return m_there.emplace(a, b).value() == b && m_back.emplace(b, a).value() == a;
    }

private:
    struct Map : QHash<const QTextList *, const QTextList *>
    {
        iterator emplace(const QTextList *key, const QTextList *value)
        {
            const auto found = find(key);
            return found == end() ? insert(key, value) : found;
        }
    };
    Map m_there;
    Map m_back;
};

bool isInText(const QTextDocument &document, const QTextBlock &block)
{
    return QTextCursor(block).currentFrame() == document.rootFrame();
}

bool areInText(const QTextDocument &document, int first, int count)
{
    QTextBlock block = document.findBlockByNumber(first);
    for (int i = 0; i < count; ++i, block = block.next()) {
        if (!isInText(document, block))
            return false;
    }
    return true;
}

void write(const QTextBlock &target, const QTextBlock &source, const QTextList *list)
{
    QTextCursor cursor(target);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QTextBlockFormat own = ownFormat(source);
    if (list && target.textList() == list)
        own.setObjectIndex(list->objectIndex());
    if (own != target.blockFormat())
        cursor.setBlockFormat(own);
    cursor.setBlockCharFormat(source.charFormat());
    for (auto it = source.begin(); !it.atEnd(); ++it) {
        const QTextCharFormat format = it.fragment().charFormat();
        if (format.isImageFormat())
            cursor.insertImage(format.toImageFormat());
        else
            cursor.insertText(it.fragment().text(), format);
    }
}

/// The list in \a shown that \a source is an item of, by an item of it that did not change or is written already.
QTextList *listIn(QTextDocument &shown, const QTextBlock &source, const DocumentChange &change, int done)
{
    const QTextList *list = source.textList();
    if (!list)
        return nullptr;
    const int moved = change.removed - change.added;
    for (int i = 0; i < list->count(); ++i) {
        const int number = list->item(i).blockNumber();
        const bool isAbove = number < change.first + done;
        if (isAbove || number >= change.first + change.added) {
            const QTextBlock block = shown.findBlockByNumber(isAbove ? number : number + moved);
            if (block.textList())
                return block.textList();
        }
    }
    return nullptr;
}

/// Qt lays out every item of a list that gets another one. Without numbers nobody can tell where a list of its own is.
bool isLongAndUnnumbered(const QTextList &list)
{
    return list.count() > 100 && list.format().style() > QTextListFormat::ListDecimal;
}

} // namespace

DocumentChange changeBetween(const QTextDocument &before, const QTextDocument &after)
{
    DocumentChange change;
    ListPairs lists;
    bool pairs = true;
    QTextBlock a = before.begin(), b = after.begin();
    for (; a.isValid() && b.isValid() && areAlike(a, b); a = a.next(), b = b.next(), ++change.first)
        pairs = pairs && lists.add(a, b);
    const int most = std::min(before.blockCount(), after.blockCount()) - change.first;
    int tail = 0;
    a = before.lastBlock();
    b = after.lastBlock();
    for (; tail < most && areAlike(a, b); a = a.previous(), b = b.previous(), ++tail)
        pairs = pairs && lists.add(a, b);
    change.removed = before.blockCount() - change.first - tail;
    change.added = after.blockCount() - change.first - tail;
    change.isPossible = pairs && change.first > 0
        && before.rootFrame()->childFrames().size() == after.rootFrame()->childFrames().size()
        && areInText(before, change.first - 1, change.removed + 1)
        && areInText(after, change.first - 1, change.added + 1);
    return change;
}

void applyChange(const DocumentChange &change, QTextDocument &shown, const QTextDocument &after)
{
    QTextCursor edit(&shown);
    edit.beginEditBlock();
    const int surplus = change.removed - change.added;
    if (surplus > 0) {
        QTextCursor cursor(shown.findBlockByNumber(change.first + change.added - 1));
        cursor.movePosition(QTextCursor::EndOfBlock);
        const QTextBlock last = shown.findBlockByNumber(change.first + change.removed - 1);
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
    // What is below moves with each block that is inserted.
    DocumentChange now = change;
    now.removed = std::min(change.removed, change.added);
    for (int i = 0; i < change.added; ++i) {
        const QTextBlock source = after.findBlockByNumber(change.first + i);
        if (i >= now.removed) {
            QTextCursor cursor(shown.findBlockByNumber(change.first + i - 1));
            cursor.movePosition(QTextCursor::EndOfBlock);
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
            now.removed = i + 1;
        }
        const QTextBlock target = shown.findBlockByNumber(change.first + i);
        QTextList *list = listIn(shown, source, now, i);
        write(target, source, list);
        if (!source.textList() || (list && target.textList() == list))
            continue;
        if (list && !isLongAndUnnumbered(*list))
            list->add(target);
        else
            QTextCursor(target).createList(listFormat(source));
    }
    edit.endEditBlock();
}

} // namespace unmoor
