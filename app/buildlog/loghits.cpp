// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildlog/loghits.h"

#include <algorithm>
#include <bit>

namespace unmoor {

namespace {

constexpr qsizetype bits = 64;
constexpr qsizetype wordsPerBlock = 128;

} // namespace

void LogHits::add(qsizetype line)
{
    const auto word = size_t(line / bits);
    const auto block = word / wordsPerBlock;
    if (block >= m_perBlock.size()) {
        m_perBlock.resize(block + 1);
        m_words.resize((block + 1) * wordsPerBlock);
    }
    const quint64 bit = quint64(1) << (line % bits);
    if (m_words[word] & bit)
        return;
    m_words[word] |= bit;
    ++m_perBlock[block];
    ++m_count;
}

void LogHits::clear()
{
    *this = {};
}

bool LogHits::contains(qsizetype line) const
{
    const auto word = size_t(line / bits);
    return line >= 0 && word < m_words.size() && (m_words[word] >> (line % bits) & 1);
}

qsizetype LogHits::next(qsizetype line, bool forward) const
{
    if (m_count == 0)
        return -1;
    const qsizetype found = forward ? firstFrom(line + 1) : lastBefore(line);
    if (found >= 0)
        return found;
    return forward ? firstFrom(0) : lastBefore(qsizetype(m_words.size()) * bits);
}

qsizetype LogHits::firstFrom(qsizetype line) const
{
    line = std::max<qsizetype>(line, 0);
    auto word = size_t(line / bits);
    if (word >= m_words.size())
        return -1;
    quint64 rest = m_words[word] >> (line % bits) << (line % bits);
    while (rest == 0) {
        if (++word % wordsPerBlock == 0) {
            while (word / wordsPerBlock < m_perBlock.size() && m_perBlock[word / wordsPerBlock] == 0)
                word += wordsPerBlock;
        }
        if (word >= m_words.size())
            return -1;
        rest = m_words[word];
    }
    return qsizetype(word) * bits + std::countr_zero(rest);
}

qsizetype LogHits::lastBefore(qsizetype line) const
{
    line = std::min(line, qsizetype(m_words.size()) * bits) - 1;
    if (line < 0)
        return -1;
    qsizetype word = line / bits;
    quint64 rest = m_words[size_t(word)] << (bits - 1 - line % bits) >> (bits - 1 - line % bits);
    while (rest == 0) {
        if (word % wordsPerBlock == 0) {
            while (word > 0 && m_perBlock[size_t(word / wordsPerBlock - 1)] == 0)
                word -= wordsPerBlock;
        }
        if (--word < 0)
            return -1;
        rest = m_words[size_t(word)];
    }
    return word * bits + (bits - 1 - std::countl_zero(rest));
}

qsizetype LogHits::numberOf(qsizetype line) const
{
    if (!contains(line))
        return 0;
    const qsizetype word = line / bits;
    const qsizetype block = word / wordsPerBlock;
    qsizetype number = 0;
    for (qsizetype i = 0; i < block; ++i)
        number += m_perBlock[size_t(i)];
    for (qsizetype i = block * wordsPerBlock; i < word; ++i)
        number += std::popcount(m_words[size_t(i)]);
    const quint64 upTo = m_words[size_t(word)] << (bits - 1 - line % bits);
    return number + std::popcount(upTo);
}

} // namespace unmoor
