// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/binary/codesignature.h"

#include <QCoreApplication>
#include <algorithm>
#include <openssl/evp.h>
#include <utility>

namespace unmoor {

namespace {

// The numbers of Apple's cs_blobs.h, under its names.
enum : quint32 {
    CSMAGIC_EMBEDDED_SIGNATURE = 0xfade0cc0,
    CSMAGIC_CODEDIRECTORY = 0xfade0c02,
    CSSLOT_CODEDIRECTORY = 0,
    CSSLOT_ALTERNATE_CODEDIRECTORIES = 0x1000,
    CSSLOT_SIGNATURESLOT = 0x10000,
    CS_ADHOC = 0x2,
    CS_RUNTIME = 0x10000,
    CS_LINKER_SIGNED = 0x20000,
    CS_SUPPORTSCODELIMIT64 = 0x20300
};
enum : quint8 {
    CS_HASHTYPE_SHA1 = 1,
    CS_HASHTYPE_SHA256 = 2,
    CS_HASHTYPE_SHA256_TRUNCATED = 3,
    CS_HASHTYPE_SHA384 = 4
};

constexpr quint32 MaxBlobs = 64;
constexpr quint32 MaxAlternates = 5;
constexpr quint64 MaxIdentifier = 4096;
/// Smaller pages would cost more time than the bytes are worth; nothing signs with them.
constexpr int LeastPageBits = 12;
constexpr int MostPageBits = 24;

constexpr const char *SignatureOutside = UNMOOR_DAMAGE("the code signature lies outside the file");
constexpr const char *SignatureOdd = UNMOOR_DAMAGE("the code signature makes no sense");
constexpr const char *SignedOutside = UNMOOR_DAMAGE("the signed code lies outside the file");

/// The list of pages' hashes in a signature.
struct CodeDirectory
{
    quint64 offset = 0; ///< in the slice
    quint32 size = 0;
    quint32 flags = 0;
    quint32 hashesAt = 0; ///< from its own start, like the identifier
    quint32 identifierAt = 0;
    quint32 pages = 0;
    quint64 codeLimit = 0;
    quint8 hashSize = 0;
    quint8 hashType = 0;
    quint8 pageBits = 0;
};

/// How a directory hashes.
struct Hashing
{
    int rank = 0; ///< 0: unknown
    quint8 size = 0;
    const EVP_MD *digest = nullptr;
};

/// The kernel takes the directory with the best hash; a SHA-1 one is there for old systems.
Hashing hashingOf(quint8 hashType)
{
    switch (hashType) {
    case CS_HASHTYPE_SHA1:
        return {1, 20, EVP_sha1()};
    case CS_HASHTYPE_SHA256_TRUNCATED:
        return {2, 20, EVP_sha256()};
    case CS_HASHTYPE_SHA256:
        return {3, 32, EVP_sha256()};
    case CS_HASHTYPE_SHA384:
        return {4, 48, EVP_sha384()};
    default:
        return {};
    }
}

/// OpenSSL's, because it uses the processor's own instructions and is set up once for all pages.
class PageHasher
{
public:
    explicit PageHasher(const EVP_MD *digest)
        : m_context(EVP_MD_CTX_new())
        , m_digest(digest)
    {
    }
    ~PageHasher() { EVP_MD_CTX_free(m_context); }

    bool matches(QByteArrayView page, QByteArrayView hash)
    {
        unsigned char digest[EVP_MAX_MD_SIZE];
        unsigned int size = 0;
        // The digest is named at the first page only: OpenSSL looks it up anew each time.
        EVP_DigestInit_ex(m_context, std::exchange(m_digest, nullptr), nullptr);
        EVP_DigestUpdate(m_context, page.data(), size_t(page.size()));
        EVP_DigestFinal_ex(m_context, digest, &size);
        return QByteArrayView(digest, std::min(hash.size(), qsizetype(size))) == hash;
    }

private:
    EVP_MD_CTX *m_context;
    const EVP_MD *m_digest;
    Q_DISABLE_COPY_MOVE(PageHasher)
};

class SignatureReader
{
public:
    /// Signatures are big-endian on every machine.
    SignatureReader(const FieldReader &slice, quint64 offset, quint64 size, MachOSlice &facts)
        : m_slice(slice.view(), true, slice.notes())
        , m_start(offset)
        , m_size(size)
        , m_facts(facts)
    {
    }

    void read(quint64 &bytesToHash);

private:
    void readBlob(quint32 slot, quint32 at);
    void readDirectory(quint64 offset);
    void takeDirectory();
    void checkPages(quint64 &bytesToHash);
    MachOSlice::PageHashes comparePages(QByteArrayView hashes);

    FieldReader m_slice;
    quint64 m_start;
    quint64 m_size;
    MachOSlice &m_facts;
    CodeDirectory m_best;
    bool m_hasCertificate = false;
    bool m_isCertificateUnread = false;
};

void SignatureReader::read(quint64 &bytesToHash)
{
    m_facts.signature = MachOSlice::Signature::Unread;
    if (!m_slice.contains(m_start, m_size, SignatureOutside))
        return;
    const auto header = m_slice.record(m_start, 12, SignatureOutside);
    if (!header)
        return;
    const quint32 count = header->u32(8);
    if (header->u32(0) != CSMAGIC_EMBEDDED_SIGNATURE || count > MaxBlobs) {
        m_slice.notes().damaged(SignatureOdd);
        return;
    }
    for (quint32 i = 0; i < count; ++i) {
        if (const auto row = m_slice.record(m_start + 12 + 8 * i, 8, SignatureOutside))
            readBlob(row->u32(0), row->u32(4));
    }
    if (m_best.hashType != 0) {
        takeDirectory();
        checkPages(bytesToHash);
    } else if (!m_slice.notes().isPartial) {
        m_slice.notes().damaged(SignatureOdd);
    }
}

void SignatureReader::readBlob(quint32 slot, quint32 at)
{
    const bool isDirectory = slot == CSSLOT_CODEDIRECTORY
        || (slot >= CSSLOT_ALTERNATE_CODEDIRECTORIES && slot < CSSLOT_ALTERNATE_CODEDIRECTORIES + MaxAlternates);
    if (!isDirectory && slot != CSSLOT_SIGNATURESLOT)
        return;
    if (isDirectory) {
        readDirectory(m_start + at);
    } else if (const auto blob = m_slice.record(m_start + at, 8, SignatureOutside)) {
        m_hasCertificate = blob->u32(4) > 8; // codesign leaves an empty one in ad-hoc signatures
    } else {
        m_isCertificateUnread = true;
    }
}

void SignatureReader::readDirectory(quint64 offset)
{
    const auto row = m_slice.record(offset, 44, SignatureOutside);
    if (!row)
        return;
    CodeDirectory directory{.offset = offset,
                            .size = row->u32(4),
                            .flags = row->u32(12),
                            .hashesAt = row->u32(16),
                            .identifierAt = row->u32(20),
                            .pages = row->u32(28),
                            .codeLimit = row->u32(32),
                            .hashSize = row->u8(36),
                            .hashType = row->u8(37),
                            .pageBits = row->u8(39)};
    if (row->u32(0) != CSMAGIC_CODEDIRECTORY || directory.hashType == 0) {
        m_slice.notes().damaged(SignatureOdd);
        return;
    }
    if (row->u32(8) >= CS_SUPPORTSCODELIMIT64) {
        const auto more = m_slice.record(offset + 56, 8, SignatureOutside);
        if (more && more->u64(0) != 0)
            directory.codeLimit = more->u64(0);
    }
    if (m_best.hashType == 0 || hashingOf(directory.hashType).rank > hashingOf(m_best.hashType).rank)
        m_best = directory;
}

void SignatureReader::takeDirectory()
{
    if (!m_isCertificateUnread)
        m_facts.signature = m_hasCertificate ? MachOSlice::Signature::Certificate : MachOSlice::Signature::AdHoc;
    m_facts.isLinkerSigned = m_best.flags & CS_LINKER_SIGNED;
    m_facts.hasHardenedRuntime = m_best.flags & CS_RUNTIME;
    m_facts.signingIdentifier =
        m_slice.text(m_best.offset + m_best.identifierAt, MaxIdentifier, SignatureOutside).value_or(QString());
}

void SignatureReader::checkPages(quint64 &bytesToHash)
{
    const Hashing hashing = hashingOf(m_best.hashType);
    const bool isKnown = hashing.digest && m_best.hashSize == hashing.size && m_best.codeLimit > 0
        && (m_best.pageBits == 0 || (m_best.pageBits >= LeastPageBits && m_best.pageBits <= MostPageBits));
    if (!isKnown || !m_slice.contains(0, m_best.codeLimit, SignedOutside))
        return;
    const auto hashes =
        m_slice.bytes(m_best.offset + m_best.hashesAt, quint64(m_best.pages) * m_best.hashSize, SignatureOutside);
    if (!hashes || m_best.codeLimit > bytesToHash)
        return;
    bytesToHash -= m_best.codeLimit;
    m_facts.pageHashes = comparePages(*hashes);
}

/// Pages in the gap are passed over: that the others are right does not make them so, but one that differs is enough.
MachOSlice::PageHashes SignatureReader::comparePages(QByteArrayView hashes)
{
    const quint64 pageSize = m_best.pageBits == 0 ? m_best.codeLimit : quint64(1) << m_best.pageBits;
    PageHasher hasher(hashingOf(m_best.hashType).digest);
    bool isComplete = true;
    quint64 page = 0;
    for (quint64 at = 0; at < m_best.codeLimit; at += pageSize, ++page) {
        const auto bytes = m_slice.view().bytes(at, std::min(pageSize, m_best.codeLimit - at));
        // A page that the directory has no hash for is one that the kernel does not run.
        const bool isHashed = page < m_best.pages;
        if (isHashed && !bytes) {
            isComplete = false;
        } else if (!isHashed
                   || !hasher.matches(*bytes, hashes.sliced(qsizetype(page) * m_best.hashSize, m_best.hashSize))) {
            m_facts.firstDifferingPage = qint64(at);
            return MachOSlice::PageHashes::Differ;
        }
    }
    return isComplete ? MachOSlice::PageHashes::Match : MachOSlice::PageHashes::NotChecked;
}

} // namespace

void readCodeSignature(const FieldReader &slice, quint64 offset, quint64 size, quint64 &bytesToHash, MachOSlice &facts)
{
    SignatureReader(slice, offset, size, facts).read(bytesToHash);
}

} // namespace unmoor
