// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entrychecks.h"

#include "app/archive/entrypath.h"
#include "app/archive/linkwalk.h"
#include "app/core/format.h"
#include "app/core/words.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

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

/// The first line of a script, as the kernel reads it.
struct FirstLine
{
    QString interpreter; ///< "/bin/sh" of "#! /bin/sh -e"; empty where it says none
    QString command; ///< what env(1) is to start: "python3"; empty where the interpreter is another
    QString arguments; ///< behind the interpreter, one word to Linux
    bool hasMark = false; ///< a byte order mark stands before "#!"
    bool hasCarriageReturn = false;
};

FirstLine firstLineOf(const ArchiveEntry &entry)
{
    FirstLine first;
    QByteArrayView text = entry.content ? QByteArrayView(entry.content->text) : QByteArrayView();
    first.hasMark = entry.contentKind == ContentKind::MarkedScript || text.startsWith("\xef\xbb\xbf#!");
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    if (!text.startsWith("#!"))
        return first;
    QByteArray line = text.sliced(2, std::min<qsizetype>(text.size(), 512) - 2).toByteArray().split('\n').first();
    first.hasCarriageReturn = line.endsWith('\r');
    QStringList words = QString::fromUtf8(line).simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return first;
    first.interpreter = words.takeFirst();
    first.arguments = words.join(u' ');
    if (!first.interpreter.endsWith("/env"_L1))
        return first;
    // env -S splits the rest by itself; -i, -u NAME and NAME=VALUE come before the command.
    while (!words.isEmpty() && (words.first().startsWith(u'-') || words.first().contains(u'='))) {
        const QString option = words.takeFirst();
        if (option == "-u"_L1 || option == "-C"_L1)
            words = words.mid(1);
        else if (option.startsWith("-S"_L1) && option.size() > 2)
            words.prepend(option.sliced(2));
    }
    first.command = words.value(0);
    return first;
}

/// Places that a package manager or a person has on one machine, and others have not.
bool isOfOneMachine(const QString &program)
{
    static const QStringList places{u"/nix/"_s,
                                    u"/gnu/store/"_s,
                                    u"/run/current-system/"_s,
                                    u"/run/wrappers/"_s,
                                    u"/etc/profiles/"_s,
                                    u"/opt/homebrew/"_s,
                                    u"/usr/local/Cellar/"_s,
                                    u"/usr/local/opt/"_s,
                                    u"/opt/local/"_s,
                                    u"/opt/conda/"_s,
                                    u"/opt/hostedtoolcache/"_s,
                                    u"/home/"_s,
                                    u"/Users/"_s,
                                    u"/root/"_s,
                                    u"/build/"_s,
                                    u"/builds/"_s,
                                    u"/tmp/"_s,
                                    u"/private/"_s,
                                    u"/var/folders/"_s,
                                    u"/github/"_s,
                                    u"/workspace/"_s};
    return std::ranges::any_of(places, [&](const QString &place) { return program.startsWith(place); });
}

class EntryCheck
{
public:
    EntryCheck(const ArchiveContents &contents, const PortabilityTarget *target)
        : m_contents(contents)
        , m_isZip(contents.format == "zip"_L1)
        , m_isForWindows(target && target->os == PortabilityTarget::Os::Windows)
        , m_isForLinux(target && target->os == PortabilityTarget::Os::Linux)
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
                    Words::tr("%1 is a device, a pipe or a socket.").arg(shown(entry)),
                    Words::tr("Leave it out when packing (tar --exclude)."));
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
            isText ? Words::tr("The name \"%1\" holds characters that cannot be seen.").arg(shown(entry))
                   : Words::tr("The name \"%1\" is not UTF-8: every machine shows another name.").arg(shown(entry)),
            Words::tr(
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
                Words::tr("%1 gives whoever starts it the rights of its owner or group (%2).")
                    .arg(shown(entry), modeText(entry.mode)),
                Words::tr("Clear the bits before packing: chmod u-s,g-s, or tar --mode='u-s,g-s'."));
        const bool isOpen = (entry.mode & writableByAll) != 0
            && (isFile || (entry.type == ArchiveEntry::Type::Directory && (entry.mode & sticky) == 0));
        if (isOpen)
            add(Severity::Error, u"world-writable"_s, entry,
                Words::tr("Every user of the machine may change %1 after it was unpacked (%2).")
                    .arg(shown(entry), modeText(entry.mode)),
                Words::tr("Take the right away before packing: chmod -R go-w, or tar --mode=go-w."));
    }

    void checkStart(const ArchiveEntry &entry)
    {
        const bool isRead = entry.content || entry.contentKind == ContentKind::MarkedScript;
        if (m_isForWindows || entry.type != ArchiveEntry::Type::File || !isRead)
            return;
        const bool isExecutable = (entry.mode & 0111) != 0;
        const BinaryFacts *binary = entry.binary();
        const bool isScript = !binary && isScriptAmongPrograms(entry);
        if (!isExecutable && (isScript || (binary && !binary->pe() && binary->isProgram())))
            add(Severity::Error, u"not-executable"_s, entry,
                Words::tr("%1 is a program, but cannot be started: its mode is %2 (%3), without the executable bit.")
                    .arg(shown(entry), u"%1"_s.arg(entry.mode, 4, 8, QLatin1Char('0')), modeText(entry.mode)),
                m_isZip ? Words::tr("Install it with install -m755 in installPhase, and pack with Info-ZIP's zip on "
                                    "Unix, which records modes.")
                        : Words::tr("Install it with install -m755 in installPhase, or chmod +x it before tar packs "
                                    "it."));
        if ((isExecutable && !binary) || isScript)
            checkFirstLine(entry, firstLineOf(entry));
    }

    /// A script that lies where programs lie, and is called like one.
    static bool isScriptAmongPrograms(const ArchiveEntry &entry)
    {
        static const QRegularExpression place(uR"((?:^|/)s?bin/[^/.]+$)"_s);
        const bool isScript =
            entry.contentKind == ContentKind::Script || entry.contentKind == ContentKind::MarkedScript;
        return isScript && place.match(entry.path).hasMatch();
    }

    void addFirstLine(const ArchiveEntry &entry, const QString &message, const QString &hint)
    {
        add(Severity::Error, u"interpreter-line"_s, entry, message, hint);
    }

    void checkFirstLine(const ArchiveEntry &entry, const FirstLine &first)
    {
        const QString &interpreter = first.interpreter;
        const bool isEnv = !first.command.isEmpty();
        const QString &program = isEnv ? first.command : interpreter;
        if (first.hasMark)
            addFirstLine(
                entry,
                Words::tr("%1 begins with a byte order mark (BOM), before the \"#!\": the kernel takes it for no "
                          "script.")
                    .arg(shown(entry)),
                Words::tr("Save it as UTF-8 without BOM: sed -i '1s/^\\xEF\\xBB\\xBF//' %1.").arg(shown(entry)));
        else if (first.hasCarriageReturn)
            addFirstLine(entry,
                         Words::tr("The first line of %1 ends in a carriage return (CR), as files of Windows do: the "
                                   "kernel looks for \"%2\\r\".")
                             .arg(shown(entry), first.arguments.isEmpty() ? interpreter : first.arguments),
                         Words::tr("Give it Unix line ends before packing (dos2unix), and keep git from changing them: "
                                   "\"* text eol=lf\" in .gitattributes."));
        else if (isOfOneMachine(program) && program.startsWith("/nix/store/"_L1))
            addFirstLine(
                entry, Words::tr("%1 is started by %2, which users do not have.").arg(shown(entry), program),
                Words::tr("Write #!/bin/sh or #!/usr/bin/env … and keep patchShebangs away from it: dontPatchShebangs "
                          "= true, or write the launcher in installPhase after fixup."));
        else if (isOfOneMachine(program) || isOfOneMachine(interpreter))
            addFirstLine(
                entry,
                Words::tr("%1 is started by %2, which is a file of the machine that built it; users do not have "
                          "it.")
                    .arg(shown(entry), isOfOneMachine(program) ? program : interpreter),
                Words::tr("Write #!/bin/sh, or let it be found: #!/usr/bin/env %1.").arg(fileNameOf(program)));
        else if (!interpreter.isEmpty() && !interpreter.startsWith(u'/'))
            addFirstLine(entry,
                         Words::tr("%1 is started by \"%2\", which the kernel looks for in the user's current folder.")
                             .arg(shown(entry), interpreter),
                         Words::tr("Name it by its whole path: #!/bin/sh, or #!/usr/bin/env %1.").arg(interpreter));
        else if (isEnv && program.contains(u'/') && !program.startsWith(u'/'))
            addFirstLine(entry,
                         Words::tr("%1 is started by \"%2\", which env looks for in the user's current folder.")
                             .arg(shown(entry), program),
                         Words::tr("Name it by its whole path, or without a folder: #!/usr/bin/env %1.")
                             .arg(fileNameOf(program)));
        else if (m_isForLinux && isEnv && !first.arguments.startsWith(u'-') && first.arguments != first.command
                 && !first.arguments.contains(u'='))
            addFirstLine(entry,
                         Words::tr("Linux hands all that follows env to it as one word, so that %1 is started by a "
                                   "program called \"%2\", which is nowhere.")
                             .arg(shown(entry), first.arguments),
                         Words::tr("Let env split it: #!/usr/bin/env -S %1.").arg(first.arguments));
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
            ? Words::tr("The link %1 leads to %2, which is not in the archive.").arg(shown(entry), target)
            : end == LinkWalk::End::Circle
            ? Words::tr("The link %1 leads to %2, and from there in a circle.").arg(shown(entry), target)
            : Words::tr("The link %1 leads to %2, and from there out of the archive.").arg(shown(entry), target);
        add(Severity::Error, u"symlink-dangling"_s, entry, message,
            Words::tr("Pack what it leads to as well, make the link anew (ln -sr), or copy the file (cp -L)."));
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
                    Words::tr("%1 and %2 are one file on macOS and Windows: the later one overwrites the other.")
                        .arg(shown(*first), shown(entry)),
                    Words::tr("Rename one of them."));
            }
        }
    }

    const ArchiveContents &m_contents;
    bool m_isZip;
    bool m_isForWindows;
    bool m_isForLinux;
    Severity m_nameSeverity;
    QList<Finding> m_findings;
};

} // namespace

QList<Finding> checkEntries(const ArchiveContents &contents, const PortabilityTarget *target)
{
    return EntryCheck(contents, target).run();
}

} // namespace unmoor
