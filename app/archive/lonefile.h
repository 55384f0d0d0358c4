// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/bytesource.h"
#include "app/archive/packedfile.h"
#include "app/archive/scan.h"

namespace unmoor {

/// Hands on the bytes of another source, and shows the first of them before.
class PeekedSource : public ByteSource
{
public:
    /// \a source outlives this.
    explicit PeekedSource(ByteSource &source)
        : m_source(source)
        , m_head(source.next())
    {
    }

    QByteArrayView head() const { return m_head; } ///< the first piece, until next() is called
    QByteArrayView next() override;

private:
    ByteSource &m_source;
    QByteArrayView m_head;
    bool m_isHeadTaken = false;
};

/// What a file that is no archive is, by its first bytes: "program" (ELF, PE, Mach-O), "script" (it begins with #!),
/// "AppImage", "wasm", "msi", "squashfs" (a snap), "flatpak", "xar" (a .pkg); empty where it is none of these.
QString loneFormat(QByteArrayView head);

/// Whether a web page or a pointer of Git LFS, which \a head begins, has the place and \a name of a program.
bool standsInForAProgram(const QString &name, QByteArrayView head);

/// Whether Unmoor reads nothing of what a file of this format holds.
bool isOpaque(const QString &loneFormat);

/// Whether \a fileName promises an archive: ".tar.xz", ".zip", ".deb". A file of such a name that is none is damaged
/// or mixed up, whatever it is instead.
bool isCalledLikeAnArchive(const QString &fileName);

/// The name that a file has once it is unpacked: "demo" of "demo.gz"; a store path's hash is left out.
QString loneName(const QString &path, const QString &compression);

/// Reads the file that \a bytes are, unpacked, as the only entry \a name of \a scan. \a format: see loneFormat(), or
/// "file". False where it says it is a program and is none.
bool scanLoneFile(const QString &name, const QString &format, ByteSource &bytes, PackedFile &packed, Scan &scan);

} // namespace unmoor
