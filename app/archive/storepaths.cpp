// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/storepaths.h"

#include <algorithm>
#include <cstring>

namespace unmoor {

namespace {

constexpr QByteArrayView prefix = "/nix/store/";
constexpr qsizetype hashSize = 32;
constexpr qsizetype nameMost = 211; // Nix allows no longer one
constexpr qsizetype insideMost = 256; // of what follows the name: "/bin/.x-wrapped"
constexpr qsizetype longest = prefix.size() + hashSize + 1 + nameMost + insideMost;
constexpr qsizetype mostFound = 8;

bool isHashCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z' && c != 'e' && c != 'o' && c != 't' && c != 'u');
}

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || QByteArrayView("+-._?=").contains(c);
}

/// Where the prefix comes next; null where it does not. Slashes are rare in programs: looking for one at a time is
/// several times faster than memmem(3), and every byte of an archive passes here.
const char *nextPrefix(const char *at, const char *end)
{
    while (end - at >= prefix.size()) {
        at = static_cast<const char *>(memchr(at, '/', size_t(end - at - prefix.size() + 1)));
        if (!at || memcmp(at, prefix.data(), size_t(prefix.size())) == 0)
            return at;
        ++at;
    }
    return nullptr;
}

/// The path that begins with \a bytes; empty where it is none.
QByteArrayView pathAt(QByteArrayView bytes)
{
    const QByteArrayView rest = bytes.sliced(prefix.size());
    if (rest.size() < hashSize + 2 || rest[hashSize] != '-'
        || !std::all_of(rest.begin(), rest.begin() + hashSize, isHashCharacter))
        return {};
    qsizetype end = hashSize + 1;
    while (end < rest.size() && end < hashSize + 1 + nameMost && isNameCharacter(rest[end]))
        ++end;
    // nixpkgs writes this one over references that it removed (remove-references-to).
    if (rest.startsWith("eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"))
        return {};
    return bytes.first(prefix.size() + end);
}

} // namespace

void StorePathFinder::begin()
{
    m_carry.resize(0);
    m_found.clear();
    m_wrappedProgram.clear();
    m_isCompiledWrapper = false;
}

void StorePathFinder::add(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    // The seam first: what began in the last piece, with as much of this one as a path can take.
    const qsizetype before = m_carry.size();
    m_carry.append(bytes.first(std::min(bytes.size(), longest)));
    if (before > 0)
        search(m_carry, before, false);
    search(bytes, bytes.size(), false);
    if (bytes.size() > longest)
        m_carry = bytes.last(longest).toByteArray();
    else if (m_carry.size() > longest)
        m_carry.remove(0, m_carry.size() - longest);
}

void StorePathFinder::end()
{
    search(m_carry, m_carry.size(), true);
}

/// Looks at the whole of the path that begins at \a at in \a bytes.
void StorePathFinder::noteWrapped(QByteArrayView bytes, const char *at, bool isLast)
{
    static constexpr QByteArrayView command = "makeCWrapper '";
    const QByteArrayView rest(at, bytes.data() + bytes.size());
    const qsizetype most = std::min(rest.size(), longest);
    qsizetype size = 0;
    while (size < most && (rest[size] == '/' || isNameCharacter(rest[size])))
        ++size;
    if (size == rest.size() && !isLast)
        return; // it may go on in the next piece
    const QByteArrayView path = rest.first(size);
    const QByteArrayView name = path.sliced(path.lastIndexOf('/') + 1);
    // A program that is wrapped twice ends in "-wrapped_".
    const bool isWrapped = name.startsWith('.') && (name.endsWith("-wrapped") || name.endsWith("-wrapped_"));
    const bool isStarted =
        at - bytes.data() >= command.size() && QByteArrayView(at - command.size(), command.size()) == command;
    if (isStarted || (isWrapped && m_wrappedProgram.isEmpty()))
        m_wrappedProgram = QString::fromLatin1(path);
    m_isCompiledWrapper = isStarted;
}

/// Looks for paths that begin among the first \a before of \a bytes. One that reaches their end may go on in the next
/// piece, unless this is the last.
void StorePathFinder::search(QByteArrayView bytes, qsizetype before, bool isLast)
{
    const char *at = bytes.data();
    const char *const end = bytes.data() + bytes.size();
    const char *const last = bytes.data() + before;
    while (m_found.size() < mostFound || !m_isCompiledWrapper) {
        at = nextPrefix(at, end);
        if (!at || at >= last)
            return;
        const QByteArrayView path = pathAt(QByteArrayView(at, end));
        if (!path.isEmpty() && !m_isCompiledWrapper)
            noteWrapped(bytes, at, isLast);
        const bool mayGoOn = !isLast && path.data() + path.size() == end;
        if (const QString text = QString::fromLatin1(path);
            !path.isEmpty() && !mayGoOn && m_found.size() < mostFound && !m_found.contains(text))
            m_found.append(text);
        at += prefix.size();
    }
}

} // namespace unmoor
