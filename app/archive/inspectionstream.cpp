// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspectionstream.h"

#include <QDataStream>
#include <QIODevice>
#include <tuple>

namespace unmoor {

namespace {

// The members of each struct, in order. A structured binding names them all: a new member breaks the build here rather
// than getting lost on the way.
#define UNMOOR_MEMBERS(Struct, ...)                                                                                    \
    auto members(Struct &value)                                                                                        \
    {                                                                                                                  \
        auto &[__VA_ARGS__] = value;                                                                                   \
        return std::tie(__VA_ARGS__);                                                                                  \
    }

UNMOOR_MEMBERS(Finding::Accepted, severity, reason, source)
UNMOOR_MEMBERS(Finding, severity, code, path, message, hint, accepted)
UNMOOR_MEMBERS(NeededVersion, library, name, isWeak)
UNMOOR_MEMBERS(ElfFacts, kind, bits, isBigEndian, machine, interpreter, isDynamic, needed, soname, hasRunPath, runPath,
               hasRPath, rPath, neededVersions, definedVersions, hasExecutableStack, isPositionIndependent, hasRelro,
               bindsNow, hasTextRelocations, isStripped, hasDebugInfo, symbolBytes)
UNMOOR_MEMBERS(MachOLoad, name, isWeak, isReexport)
UNMOOR_MEMBERS(MachOSlice, arch, kind, loads, rpaths, installName, platform, minOs, sdk, isPositionIndependent,
               allowsExecutableStack, signature, isLinkerSigned, hasHardenedRuntime, signingIdentifier, pageHashes,
               firstDifferingPage, isStripped, symbolBytes, offset, size)
UNMOOR_MEMBERS(MachOFacts, isFat, slices)
UNMOOR_MEMBERS(PeFacts, kind, isPlus, machine, imports, delayImports, subsystem, hasAuthenticode, hasAslr,
               hasHighEntropyAslr, hasNx, hasSymbols, symbolBytes)
UNMOOR_MEMBERS(BinaryFacts, format, damage, isPartial)
UNMOOR_MEMBERS(EntryContent, binary, text, isTextWhole, storePaths, isCompiledWrapper, wrappedProgram)
UNMOOR_MEMBERS(ArchiveEntry, rawName, path, type, mode, size, link, sha256, mtime, uid, gid, contentKind,
               hadBackslashes, content)
UNMOOR_MEMBERS(ArchiveContents, fileName, format, isLone, bytes, sha256, entries, findings, unpackedBytes, seconds)
UNMOOR_MEMBERS(LayoutReport, findings, missing, named, programs)
UNMOOR_MEMBERS(ResolutionStep, name, outcome, path, via, neededBy, depth, tried)
UNMOOR_MEMBERS(Inspection, contents, report, chains, unsettled)
UNMOOR_MEMBERS(ExpectedFile, path, mode, minCount, maxCount)
UNMOOR_MEMBERS(ExpectedLayout, root, files, allow)
UNMOOR_MEMBERS(PortabilityTarget, os, machine, triple, glibcFloor, macOsFloor, isMusl, isUniversal)
UNMOOR_MEMBERS(Acceptance, code, path, triple, reason, source)
UNMOOR_MEMBERS(CheckSettings, severities, accepted)
UNMOOR_MEMBERS(ScanLimits, entries, unpackedBytes, ratio, memberBytes, depth, pathBytes)
UNMOOR_MEMBERS(InspectionRules, layout, target, checks, limits, lone)
UNMOOR_MEMBERS(InspectionRequest, path, rules, memory)
UNMOOR_MEMBERS(ScanProgress, batch, packedRead, packedSize)
UNMOOR_MEMBERS(Error, kind, message, retryAfter)

#undef UNMOOR_MEMBERS

template <typename T>
concept Struct = requires(T &value) { members(value); };

/// Writes values, or reads them: one description of the bytes for both ways.
class Writer
{
public:
    explicit Writer(QByteArray &bytes)
        : m_stream(&bytes, QIODevice::WriteOnly)
    {
    }

    template <typename T>
    void pass(const T &value)
    {
        if constexpr (Struct<T>)
            std::apply([this](const auto &...member) { (this->pass(member), ...); }, members(const_cast<T &>(value)));
        else if constexpr (std::is_enum_v<T>)
            m_stream << qint32(value);
        else
            m_stream << value;
    }

    template <typename T>
    void pass(const QList<T> &list)
    {
        pass(qint64(list.size()));
        for (const T &value : list)
            pass(value);
    }

    template <typename T>
    void pass(const QMap<QString, T> &map)
    {
        pass(qint64(map.size()));
        for (const auto &[key, value] : map.asKeyValueRange()) {
            pass(key);
            pass(value);
        }
    }

    template <typename T>
    void pass(const std::optional<T> &value)
    {
        pass(value.has_value());
        if (value)
            pass(*value);
    }

    template <typename T>
    void pass(const std::shared_ptr<const T> &value)
    {
        pass(value != nullptr);
        if (value)
            pass(*value);
    }

    void pass(const std::variant<ElfFacts, MachOFacts, PeFacts> &value)
    {
        pass(qint32(value.index()));
        std::visit([this](const auto &facts) { pass(facts); }, value);
    }

private:
    QDataStream m_stream;
};

class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_stream(bytes)
    {
    }

    bool isGood() const { return m_isGood && m_stream.status() == QDataStream::Ok && m_stream.atEnd(); }

    template <typename T>
    void pass(T &value)
    {
        if constexpr (Struct<T>) {
            std::apply([this](auto &...member) { (this->pass(member), ...); }, members(value));
        } else if constexpr (std::is_enum_v<T>) {
            qint32 number = 0;
            m_stream >> number;
            value = T(number);
        } else {
            m_stream >> value;
        }
    }

    template <typename T>
    void pass(QList<T> &list)
    {
        for (qint64 left = count(); left > 0 && goesOn(); --left)
            pass(list.emplaceBack());
    }

    template <typename T>
    void pass(QMap<QString, T> &map)
    {
        for (qint64 left = count(); left > 0 && goesOn(); --left) {
            QString key;
            pass(key);
            pass(map[key]);
        }
    }

    template <typename T>
    void pass(std::optional<T> &value)
    {
        bool isThere = false;
        pass(isThere);
        if (!isThere)
            return;
        value = T();
        pass(*value);
    }

    template <typename T>
    void pass(std::shared_ptr<const T> &value)
    {
        bool isThere = false;
        pass(isThere);
        if (!isThere)
            return;
        auto made = std::make_shared<T>();
        pass(*made);
        value = std::move(made);
    }

    void pass(std::variant<ElfFacts, MachOFacts, PeFacts> &value)
    {
        qint32 index = -1;
        pass(index);
        if (index == 0)
            pass(value.emplace<ElfFacts>());
        else if (index == 1)
            pass(value.emplace<MachOFacts>());
        else if (index == 2)
            pass(value.emplace<PeFacts>());
        else
            m_isGood = false;
    }

private:
    bool goesOn() const { return m_isGood && m_stream.status() == QDataStream::Ok; }

    qint64 count()
    {
        qint64 stated = 0;
        m_stream >> stated;
        // Each element takes a byte at least.
        m_isGood = m_isGood && stated >= 0 && stated <= m_stream.device()->bytesAvailable();
        return m_isGood ? stated : 0;
    }

    QDataStream m_stream;
    bool m_isGood = true;
};

template <typename T>
QByteArray written(const T &value)
{
    QByteArray bytes;
    Writer(bytes).pass(value);
    return bytes;
}

template <typename T>
std::optional<T> read(const QByteArray &bytes)
{
    T value;
    Reader reader(bytes);
    reader.pass(value);
    if (!reader.isGood())
        return std::nullopt;
    return value;
}

} // namespace

QByteArray toBytes(const InspectionRequest &request)
{
    return written(request);
}

QByteArray toBytes(const ScanProgress &progress)
{
    return written(progress);
}

QByteArray toBytes(const Result<Inspection> &outcome)
{
    return outcome ? '\1' + written(*outcome) : '\0' + written(outcome.error());
}

std::optional<InspectionRequest> requestFrom(const QByteArray &bytes)
{
    return read<InspectionRequest>(bytes);
}

std::optional<ScanProgress> progressFrom(const QByteArray &bytes)
{
    return read<ScanProgress>(bytes);
}

std::optional<Result<Inspection>> outcomeFrom(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    const QByteArray rest = bytes.sliced(1);
    if (bytes[0] == '\1') {
        auto inspection = read<Inspection>(rest);
        return inspection ? std::optional(Result<Inspection>(*std::move(inspection))) : std::nullopt;
    }
    const auto error = read<Error>(rest);
    return error ? std::optional(Result<Inspection>(std::unexpected(*error))) : std::nullopt;
}

} // namespace unmoor
