// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/contentkeeper.h"

#include <algorithm>

namespace unmoor {

namespace {

constexpr qsizetype magicSize = 16;
constexpr qsizetype textMost = 64 * 1024;

/// A script whose text goes on as data, as a Python zipapp does, is known by its first line.
QByteArrayView firstLine(QByteArrayView script)
{
    constexpr qsizetype longest = 512;
    const QByteArrayView head = script.first(std::min(script.size(), longest));
    const qsizetype end = head.indexOf('\n');
    return end < 0 ? QByteArrayView() : head.first(end + 1);
}

} // namespace

void ContentKeeper::begin(qint64 expectedSize)
{
    m_size = 0;
    m_head.resize(0); // the memory stays for the next file
    m_tail.resize(0);
    m_tailNext = 0;
    m_headMost = textMost;
    m_tailMost = 0;
    m_expected = expectedSize;
    m_storePaths.begin();
    if (expectedSize > 0)
        m_head.reserve(std::min<qint64>(expectedSize, textMost));
}

void ContentKeeper::add(QByteArrayView bytes)
{
    m_storePaths.add(bytes);
    const bool knowsKind = m_head.size() >= magicSize;
    m_size += bytes.size();
    const qsizetype forHead = std::min<qsizetype>(bytes.size(), m_headMost - m_head.size());
    addToHead(bytes.first(forHead));
    if (!knowsKind && m_head.size() >= magicSize && looksLikeBinary(m_head)) {
        // The dynamic section and the signature lie at the end, the headers and most names at the beginning.
        m_headMost = m_memberBytes - m_memberBytes / 4;
        m_tailMost = m_memberBytes / 4;
        m_head.reserve(std::min(m_expected, m_headMost));
        const qsizetype more = std::min<qsizetype>(bytes.size(), m_headMost - m_head.size() + forHead);
        addToHead(bytes.sliced(forHead, more - forHead));
        addToTail(bytes.sliced(more));
    } else if (m_tailMost > 0) {
        addToTail(bytes.sliced(forHead));
    }
}

void ContentKeeper::addToHead(QByteArrayView bytes)
{
    m_head.append(bytes);
}

void ContentKeeper::addToTail(QByteArrayView bytes)
{
    if (bytes.size() >= m_tailMost) {
        m_tail = bytes.last(m_tailMost).toByteArray();
        m_tailNext = 0;
        return;
    }
    const qsizetype room = std::min<qsizetype>(bytes.size(), m_tailMost - m_tail.size());
    m_tail.append(bytes.first(room));
    for (QByteArrayView rest = bytes.sliced(room); !rest.isEmpty();) {
        const qsizetype step = std::min<qsizetype>(rest.size(), m_tailMost - m_tailNext);
        std::copy_n(rest.data(), step, m_tail.data() + m_tailNext);
        m_tailNext = (m_tailNext + step) % m_tailMost;
        rest = rest.sliced(step);
    }
}

QByteArray ContentKeeper::tailInOrder() const
{
    return m_tail.sliced(m_tailNext) + m_tail.first(m_tailNext);
}

std::shared_ptr<const BinaryFacts> ContentKeeper::readFacts()
{
    if (!looksLikeBinary(m_head) || contentKindOf(m_head, m_size) == ContentKind::EverySystem)
        return nullptr;
    if (m_tailNext > 0)
        m_tail = tailInOrder();
    // Without a gap it is one piece: a table may lie across the seam.
    if (m_head.size() + m_tail.size() == m_size)
        m_head.append(std::exchange(m_tail, {}));
    if (auto facts = readBinary(ByteView(m_head, m_tail, m_size)))
        return std::make_shared<const BinaryFacts>(*std::move(facts));
    return nullptr;
}

std::shared_ptr<const EntryContent> ContentKeeper::finish()
{
    EntryContent content;
    m_storePaths.end();
    content.storePaths = m_storePaths.found();
    content.wrappedProgram = m_storePaths.wrappedProgram();
    content.isCompiledWrapper = m_storePaths.isCompiledWrapper();
    content.binary = readFacts();
    m_kind = content.binary ? ContentKind::Binary : contentKindOf(m_head, m_size);
    const QByteArrayView head = QByteArrayView(m_head).first(std::min(m_head.size(), textMost));
    const QByteArrayView text = content.binary ? QByteArrayView()
        : isText(head)                         ? head
        : m_kind == ContentKind::Script        ? firstLine(head)
                                               : QByteArrayView();
    if (!text.isEmpty() && text.size() <= m_textRoom) {
        content.text = text.toByteArray();
        content.isTextWhole = m_size == text.size();
        m_textRoom -= text.size();
    }
    if (!content.binary && content.text.isEmpty() && content.storePaths.isEmpty())
        return nullptr;
    return std::make_shared<const EntryContent>(std::move(content));
}

} // namespace unmoor
