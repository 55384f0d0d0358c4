// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/packagingchecks.h"

#include "app/archive/entrypath.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Entries of which one thing is said, together: the first few by name.
class SameEntries
{
public:
    void add(const ArchiveEntry &entry)
    {
        if (m_count++ == 0)
            m_path = entry.path;
        if (m_count <= mostShown)
            m_shown.append(printable(entry.rawName));
    }

    bool isEmpty() const { return m_count == 0; }
    qint64 count() const { return m_count; }
    const QString &path() const { return m_path; } ///< of the first
    /// "a", "a, b", "a, b and 7 more".
    QString names() const
    {
        const QString shown = m_shown.join(", "_L1);
        const qint64 more = m_count - m_shown.size();
        return more > 0 ? Words::tr("%1 and %2 more").arg(shown).arg(more) : shown;
    }

private:
    static constexpr qint64 mostShown = 3;

    qint64 m_count = 0;
    QString m_path;
    QStringList m_shown;
};

/// Why Windows has no file of that name, as a sentence's end; nullopt where it has (Microsoft, "Naming Files, Paths,
/// and Namespaces").
std::optional<QString> refusalOf(const QString &path)
{
    static const QRegularExpression device(uR"(^(CON|PRN|AUX|NUL|(COM|LPT)[1-9¹²³])[ ]*(\..*)?$)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longestName = 255;
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part == "."_L1 || part == ".."_L1)
            continue;
        const auto bad = std::ranges::find_if(part, [](QChar c) { return QStringView(u"<>:\"|?*").contains(c); });
        if (bad != part.end())
            return Words::tr("it holds \"%1\"").arg(*bad);
        if (part.size() <= longestName && device.match(part).hasMatch())
            return Words::tr("\"%1\" is the name of a device").arg(part.section(u'.', 0, 0));
        if (part.endsWith(u'.') || part.endsWith(u' '))
            return part.endsWith(u'.') ? Words::tr("it ends in a dot") : Words::tr("it ends in a space");
    }
    return std::nullopt;
}

/// Archives that people unpack. Packages of a language and documents that are zips, too, are not among them.
bool isNestedArchive(const ArchiveEntry &entry)
{
    static const QRegularExpression name(
        uR"(\.(tar(\.[a-z0-9]{1,4})?|tgz|txz|tzst|tbz2?|tlz|taz|zip|7z|rar|deb|rpm|dmg|msi)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (entry.type != ArchiveEntry::Type::File || entry.path.size() > 4096)
        return false;
    const bool mayBe = entry.contentKind == ContentKind::Packed || entry.contentKind == ContentKind::StaticLibrary
        || entry.contentKind == ContentKind::Other;
    return mayBe && name.match(entry.path).hasMatch();
}

class PackagingCheck
{
public:
    PackagingCheck(const ArchiveContents &contents, const PortabilityTarget *target, const LayoutReport &layout)
        : m_contents(contents)
        , m_layout(layout)
        , m_isZip(contents.format == "zip"_L1)
        , m_hasTarget(target != nullptr)
        , m_isForWindows(target && target->os == PortabilityTarget::Os::Windows)
    {
    }

    QList<Finding> run()
    {
        for (const ArchiveEntry &entry : m_contents.entries) {
            checkRights(entry);
            checkForWindows(entry);
            if (entry.hadBackslashes)
                m_backslashes.add(entry);
            if (isMacOsLitter(entry) && !m_layout.named.contains(entry.path))
                m_litter.add(entry);
            else if (isNestedArchive(entry) && !m_layout.named.contains(entry.path))
                m_archives.add(entry);
            m_hasProgram = m_hasProgram || entry.binary() || entry.contentKind == ContentKind::Script;
        }
        reportRights();
        reportForWindows();
        reportBackslashes();
        reportLitter();
        reportArchives();
        return m_findings;
    }

private:
    void add(Severity severity, const QString &code, const QString &path, const QString &message, const QString &hint)
    {
        m_findings.append({severity, code, path, message, hint});
    }

    /// Windows keeps no modes, and a zip may have none: then they come as 0.
    void checkRights(const ArchiveEntry &entry)
    {
        const bool isFolder = entry.type == ArchiveEntry::Type::Directory;
        if (m_isForWindows || (!isFolder && entry.type != ArchiveEntry::Type::File) || (m_isZip && entry.mode == 0))
            return;
        const quint32 wanted = isFolder ? 0500 : 0400;
        if ((entry.mode & wanted) != wanted)
            (isFolder ? m_lockedFolders : m_lockedFiles).add(entry);
        else if ((entry.mode & 0044) == 0 || (isFolder && (entry.mode & 0011) == 0))
            m_ownerOnly.add(entry);
    }

    void reportRights()
    {
        const QString hint = Words::tr("Give the rights before packing: chmod -R u=rwX,go=rX. In Nix they come from "
                                       "installPhase: install -m755 for programs, -m644 for other files, and umask 022 "
                                       "before what packs.");
        if (!m_lockedFolders.isEmpty())
            add(Severity::Error, u"unreadable-entry"_s, m_lockedFolders.path(),
                Words::tr("Nobody can go into the folder once it was unpacked, since its mode lacks the right: %1.")
                    .arg(m_lockedFolders.names()),
                hint);
        if (!m_lockedFiles.isEmpty())
            add(Severity::Error, u"unreadable-entry"_s, m_lockedFiles.path(),
                Words::tr("Nobody can read the file once it was unpacked, since its mode lacks the right: %1.")
                    .arg(m_lockedFiles.names()),
                hint);
        if (!m_ownerOnly.isEmpty())
            add(Severity::Warning, u"owner-only"_s, m_ownerOnly.path(),
                Words::tr(
                    "Only the user who unpacks it can read it: %1. Installed for everyone, as with sudo, it works "
                    "for root alone.")
                    .arg(m_ownerOnly.names()),
                hint);
    }

    void checkForWindows(const ArchiveEntry &entry)
    {
        if (!m_isForWindows)
            return;
        // A drive letter and the like lead outside, which is a finding of its own.
        const auto refusal = escapeOf(entry) ? std::nullopt : refusalOf(entry.path);
        if (refusal && m_refused.isEmpty())
            m_refusal = *refusal;
        if (refusal)
            m_refused.add(entry);
        if (entry.type == ArchiveEntry::Type::Symlink)
            m_links.add(entry);
    }

    void reportForWindows()
    {
        if (!m_refused.isEmpty())
            add(Severity::Error, u"windows-name"_s, m_refused.path(),
                Words::tr("Windows has no file of that name (%1), and does not unpack it: %2.")
                    .arg(m_refusal, m_refused.names()),
                Words::tr(
                    "Rename it before packing: without < > : \" | ? *, without a dot or space at the end, and not "
                    "CON, PRN, AUX, NUL, COM1 or LPT1."));
        if (!m_links.isEmpty())
            add(Severity::Warning, u"windows-link"_s, m_links.path(),
                Words::tr(
                    "Windows makes no symbolic link when it unpacks: it leaves a small text file in its place, or "
                    "nothing: %1.")
                    .arg(m_links.names()),
                Words::tr("Pack a copy of what the link leads to (cp -L, or zip without -y)."));
    }

    void reportBackslashes()
    {
        if (m_backslashes.isEmpty())
            return;
        const bool isOnlyWarned = m_isForWindows || !m_hasTarget;
        add(isOnlyWarned ? Severity::Warning : Severity::Error, u"backslash-name"_s, m_backslashes.path(),
            counted(m_backslashes.count(), Words::tr("1 name in the zip has backslashes"),
                    Words::tr("%1 names in the zip have backslashes"))
                + Words::tr(" between folders: %1. Many programs unpack that to files with a backslash in their names, "
                            "and make no folders.")
                      .arg(m_backslashes.names()),
            Words::tr(
                "Pack with a program that writes \"/\", as the format asks for: zip, 7z, tar -a, or PowerShell 7. "
                "Compress-Archive of PowerShell 5 and old .NET write backslashes."));
    }

    void reportLitter()
    {
        if (m_litter.isEmpty())
            return;
        add(Severity::Warning, u"macos-litter"_s, m_litter.path(),
            Words::tr(
                "The Mac that packed it left its own files in the archive: %1. Other systems unpack them as files "
                "beside yours.")
                .arg(m_litter.names()),
            Words::tr("Pack with COPYFILE_DISABLE=1 tar, or tar --no-mac-metadata (--no-xattrs), or zip -X; leave the "
                      "rest out with --exclude .DS_Store --exclude '._*' --exclude __MACOSX."));
    }

    void reportArchives()
    {
        if (m_archives.isEmpty())
            return;
        // Where it is all that there is, nothing at all was judged.
        const bool isAll = !m_hasProgram;
        add(isAll ? Severity::Warning : Severity::Info, u"nested-archive"_s, m_archives.path(),
            Words::tr("An archive lies in the archive: %1. What is in it was not looked at.").arg(m_archives.names()),
            Words::tr(
                "Pack its content instead, or release it as a file of its own; \"unmoor inspect\" judges it. Where "
                "it is meant, name it in the layout."));
    }

    const ArchiveContents &m_contents;
    const LayoutReport &m_layout;
    bool m_isZip;
    bool m_hasTarget;
    bool m_isForWindows;
    bool m_hasProgram = false;
    SameEntries m_lockedFolders;
    SameEntries m_lockedFiles;
    SameEntries m_ownerOnly;
    SameEntries m_refused;
    QString m_refusal;
    SameEntries m_links;
    SameEntries m_backslashes;
    SameEntries m_litter;
    SameEntries m_archives;
    QList<Finding> m_findings;
};

} // namespace

bool isMacOsLitter(const ArchiveEntry &entry)
{
    const QString name = fileNameOf(entry.path);
    const bool isFile = entry.type == ArchiveEntry::Type::File;
    static const QRegularExpression folder(
        uR"((^|/)(__MACOSX|\.AppleDouble|\.Spotlight-V100|\.Trashes|\.fseventsd)(/|$))"_s);
    const bool mayLieInOne =
        entry.path.contains("__MACOSX"_L1) || entry.path.contains("/."_L1) || entry.path.startsWith(u'.');
    if (mayLieInOne && folder.match(entry.path).hasMatch())
        return true;
    if (name == ".DS_Store"_L1)
        return isFile;
    // Other files may be called "._x", too; where nothing could be read of it, the name decides.
    return isFile && name.startsWith("._"_L1) && name.size() > 2
        && (entry.contentKind == ContentKind::AppleDouble || entry.contentKind == ContentKind::Unread);
}

QList<Finding> checkPackaging(const ArchiveContents &contents, const PortabilityTarget *target,
                              const LayoutReport &layout)
{
    return PackagingCheck(contents, target, layout).run();
}

} // namespace unmoor
