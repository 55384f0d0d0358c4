// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/entrychecks.h"

#include "archive/entrypath.h"
#include "archive/linkwalk.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EntryChecks)
};

/// Characters that cannot be seen or that turn the text around them: controls, format characters (bidirectional marks
/// are among them), and what no font has.
bool hidesSomething(const QString &name)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        char32_t code = name[i].unicode();
        if (name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(name[i], name[i + 1]);
            ++i;
        }
        switch (QChar::category(code)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return true;
        default:
            break;
        }
    }
    return false;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && !decoded.isEmpty();
}

/// The file that a script says it is started by: "/bin/sh" of "#! /bin/sh -e"; empty where it says none.
QString interpreterOf(const QByteArray &text)
{
    if (!text.startsWith("#!"))
        return {};
    const QByteArray line = text.sliced(2, std::min<qsizetype>(text.size(), 512) - 2).split('\n').first().trimmed();
    return QString::fromUtf8(line.split(' ').first().split('\t').first());
}

class EntryCheck
{
public:
    EntryCheck(const ArchiveContents &contents, const PortabilityTarget *target)
        : m_contents(contents)
        , m_isZip(contents.format == "zip"_L1)
        , m_isForWindows(target && target->os == PortabilityTarget::Os::Windows)
        // Their file systems do not tell "A" from "a", and refuse names that others allow.
        , m_nameSeverity(target && target->os != PortabilityTarget::Os::Linux ? Severity::Error : Severity::Warning)
    {
    }

    QList<Finding> run()
    {
        checkCases();
        const LinkWalk links(m_contents.entries);
        for (const ArchiveEntry &entry : m_contents.entries) {
            checkName(entry);
            checkMode(entry);
            checkStart(entry);
            if (entry.type == ArchiveEntry::Type::Special)
                add(Severity::Error, u"special-file"_s, entry,
                    Text::tr("%1 is a device, a pipe or a socket.").arg(shown(entry)),
                    Text::tr("Leave it out when packing (tar --exclude)."));
            if (entry.type == ArchiveEntry::Type::Symlink || entry.type == ArchiveEntry::Type::HardLink)
                checkLink(entry, links);
        }
        return m_findings;
    }

private:
    static QString shown(const ArchiveEntry &entry) { return printable(entry.rawName); }

    void add(Severity severity, const QString &code, const ArchiveEntry &entry, const QString &message,
             const QString &hint)
    {
        m_findings.append({severity, code, entry.path, message, hint});
    }

    void checkName(const ArchiveEntry &entry)
    {
        if (entry.rawName.isEmpty())
            return; // the scan has said so
        const bool isText = isUtf8(entry.rawName);
        if (isText && !hidesSomething(entry.path))
            return;
        add(m_nameSeverity, u"unprintable-name"_s, entry,
            isText ? Text::tr("The name \"%1\" holds characters that cannot be seen.").arg(shown(entry))
                   : Text::tr("The name \"%1\" is not UTF-8: every machine shows another name.").arg(shown(entry)),
            Text::tr(
                "Rename the file before packing: letters, digits, \".\", \"-\" and \"_\" are the same everywhere."));
    }

    void checkMode(const ArchiveEntry &entry)
    {
        constexpr quint32 setIds = 06000;
        constexpr quint32 sticky = 01000;
        constexpr quint32 writableByAll = 0002;
        const bool isFile = entry.type == ArchiveEntry::Type::File;
        if (isFile && (entry.mode & setIds) != 0)
            add(Severity::Error, u"setuid"_s, entry,
                Text::tr("%1 gives whoever starts it the rights of its owner or group (%2).")
                    .arg(shown(entry), modeText(entry.mode)),
                Text::tr("Clear the bits before packing: chmod u-s,g-s, or tar --mode='u-s,g-s'."));
        const bool isOpen = (entry.mode & writableByAll) != 0
            && (isFile || (entry.type == ArchiveEntry::Type::Directory && (entry.mode & sticky) == 0));
        if (isOpen)
            add(Severity::Error, u"world-writable"_s, entry,
                Text::tr("Every user of the machine may change %1 after it was unpacked (%2).")
                    .arg(shown(entry), modeText(entry.mode)),
                Text::tr("Take the right away before packing: chmod -R go-w, or tar --mode=go-w."));
    }

    void checkStart(const ArchiveEntry &entry)
    {
        if (m_isForWindows || entry.type != ArchiveEntry::Type::File || !entry.content)
            return;
        const bool isExecutable = (entry.mode & 0111) != 0;
        const BinaryFacts *binary = entry.binary();
        if (binary && !binary->pe() && binary->isProgram() && !isExecutable)
            add(Severity::Error, u"not-executable"_s, entry,
                Text::tr("%1 is a program, but cannot be started: its mode is %2 (%3), without the executable bit.")
                    .arg(shown(entry), u"%1"_s.arg(entry.mode, 4, 8, QLatin1Char('0')), modeText(entry.mode)),
                m_isZip ? Text::tr("Install it with install -m755 in installPhase, and pack with Info-ZIP's zip on "
                                   "Unix, which records modes.")
                        : Text::tr("Install it with install -m755 in installPhase, or chmod +x it before tar packs "
                                   "it."));
        const QString interpreter = isExecutable ? interpreterOf(entry.content->text) : QString();
        if (interpreter.startsWith("/nix/store/"_L1))
            add(Severity::Error, u"interpreter-line"_s, entry,
                Text::tr("%1 is started by %2, which users do not have.").arg(shown(entry), interpreter),
                Text::tr("Write #!/bin/sh or #!/usr/bin/env … and keep patchShebangs away from it: dontPatchShebangs "
                         "= true, or write the launcher in installPhase after fixup."));
        else if (!interpreter.isEmpty() && !interpreter.startsWith(u'/'))
            add(Severity::Error, u"interpreter-line"_s, entry,
                Text::tr("%1 is started by \"%2\", which the kernel looks for in the user's current folder.")
                    .arg(shown(entry), interpreter),
                Text::tr("Name it by its whole path: #!/bin/sh, or #!/usr/bin/env %1.").arg(interpreter));
    }

    void checkLink(const ArchiveEntry &entry, const LinkWalk &links)
    {
        // In an archive that breaks off, the target may be what was not read.
        if (!m_contents.isWhole())
            return;
        const LinkWalk::End end = links.follow(entry);
        if (end == LinkWalk::End::There || (end == LinkWalk::End::Outside && !linkTarget(entry)))
            return; // what leads outside by itself is a finding of its own
        const QString target = printable(entry.link.toUtf8());
        const QString message = end == LinkWalk::End::Nowhere
            ? Text::tr("The link %1 leads to %2, which is not in the archive.").arg(shown(entry), target)
            : end == LinkWalk::End::Circle
            ? Text::tr("The link %1 leads to %2, and from there in a circle.").arg(shown(entry), target)
            : Text::tr("The link %1 leads to %2, and from there out of the archive.").arg(shown(entry), target);
        add(Severity::Error, u"symlink-dangling"_s, entry, message,
            Text::tr("Pack what it leads to as well, make the link anew (ln -sr), or copy the file (cp -L)."));
    }

    void checkCases()
    {
        QHash<QString, const ArchiveEntry *> byFolded;
        QSet<QString> reported;
        for (const ArchiveEntry &entry : m_contents.entries) {
            const QString place = placedParts(entry.path).join(u'/');
            const QString folded = place.toCaseFolded();
            const ArchiveEntry *&first = byFolded[folded];
            if (!first)
                first = &entry;
            else if (placedParts(first->path).join(u'/') != place && !reported.contains(folded)) {
                reported.insert(folded);
                add(m_nameSeverity, u"case-collision"_s, entry,
                    Text::tr("%1 and %2 are one file on macOS and Windows: the later one overwrites the other.")
                        .arg(shown(*first), shown(entry)),
                    Text::tr("Rename one of them."));
            }
        }
    }

    const ArchiveContents &m_contents;
    bool m_isZip;
    bool m_isForWindows;
    Severity m_nameSeverity;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> checkEntries(const ArchiveContents &contents, const PortabilityTarget *target)
{
    return EntryCheck(contents, target).run();
}

} // namespace unmoor
