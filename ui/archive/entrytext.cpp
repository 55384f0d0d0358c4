// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/entrytext.h"

#include "app/archive/findingcatalog.h"
#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "ui/archive/binarytext.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString fileNameOf(const ArchiveEntry &entry)
{
    return entry.path.sliced(entry.path.lastIndexOf(u'/') + 1);
}

bool isLibraryName(const QString &name)
{
    static const QRegularExpression pattern(uR"(\.(so(\.\d+)*|dylib|dll)$)"_s);
    return pattern.match(name.toLower()).hasMatch();
}

bool isExecutable(const ArchiveEntry &entry)
{
    return entry.mode & 0111;
}

QString describeBySuffix(const QString &name)
{
    static const QHash<QString, QString> known{
        {u"md"_s, Words::tr("Markdown")},
        {u"txt"_s, Words::tr("text")},
        {u"json"_s, Words::tr("JSON")},
        {u"toml"_s, Words::tr("TOML")},
        {u"yaml"_s, Words::tr("YAML")},
        {u"yml"_s, Words::tr("YAML")},
        {u"html"_s, Words::tr("web page")},
        {u"css"_s, Words::tr("style sheet")},
        {u"js"_s, Words::tr("JavaScript")},
        {u"sh"_s, Words::tr("shell script")},
        {u"ps1"_s, Words::tr("PowerShell")},
        {u"bat"_s, Words::tr("batch file")},
        {u"exe"_s, Words::tr("program")},
        {u"a"_s, Words::tr("static library")},
        {u"lib"_s, Words::tr("static library")},
        {u"h"_s, Words::tr("header")},
        {u"pc"_s, Words::tr("pkg-config file")},
        {u"pdf"_s, Words::tr("PDF")},
        {u"png"_s, Words::tr("picture")},
        {u"svg"_s, Words::tr("picture")},
        {u"ico"_s, Words::tr("picture")},
        {u"desktop"_s, Words::tr("menu entry")},
        {u"service"_s, Words::tr("systemd unit")},
        {u"1"_s, Words::tr("manual page")},
    };
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? known.value(name.sliced(dot + 1).toLower()) : QString();
}

/// By the interpreter that its first line names; empty where it has no such line.
QString describeScript(QByteArrayView text)
{
    if (!text.startsWith("#!"))
        return {};
    const QByteArray line = text.first(std::min<qsizetype>(text.size(), 256)).toByteArray().split('\n').first();
    static const QRegularExpression shells(uR"(\b(ba|da|k|z|fi)?sh\b)"_s);
    if (shells.match(QString::fromUtf8(line)).hasMatch())
        return Words::tr("shell script");
    for (const auto &[word, name] :
         {std::pair("python", Words::tr("Python script")), std::pair("perl", Words::tr("Perl script")),
          std::pair("ruby", Words::tr("Ruby script")), std::pair("node", Words::tr("JavaScript"))}) {
        if (line.contains(word))
            return name;
    }
    return Words::tr("script");
}

QString describeFile(const ArchiveEntry &entry)
{
    if (const BinaryFacts *binary = entry.binary())
        return describe(*binary);
    const QByteArrayView text = entry.content ? entry.content->text : QByteArrayView();
    if (const QString script = describeScript(text); !script.isEmpty())
        return script;
    const QString name = fileNameOf(entry);
    if (isLibraryName(name))
        return Words::tr("library");
    if (const QString bySuffix = describeBySuffix(name); !bySuffix.isEmpty())
        return bySuffix;
    static const QRegularExpression texts(u"^(LICEN[SC]E|COPYING|NOTICE|README|CHANGELOG|AUTHORS)"_s);
    if (name == "env-vars"_L1)
        return Words::tr("Nix build environment");
    if (texts.match(name).hasMatch() || !text.isEmpty())
        return Words::tr("text");
    return isExecutable(entry) ? Words::tr("program or script") : Words::tr("file");
}

} // namespace

QString describeEntry(const ArchiveEntry &entry)
{
    switch (entry.type) {
    case ArchiveEntry::Type::File:
        return describeFile(entry);
    case ArchiveEntry::Type::Directory:
        return Words::tr("folder");
    case ArchiveEntry::Type::Symlink:
        return Words::tr("to %1").arg(withVisibleSigns(entry.link));
    case ArchiveEntry::Type::HardLink:
        return Words::tr("same file as %1").arg(withVisibleSigns(entry.link));
    case ArchiveEntry::Type::Special:
        return Words::tr("device, pipe or socket");
    }
    Q_UNREACHABLE_RETURN({});
}

QString symbolOf(const ArchiveEntry &entry)
{
    switch (entry.type) {
    case ArchiveEntry::Type::Directory:
        return u"folder"_s;
    case ArchiveEntry::Type::Symlink:
    case ArchiveEntry::Type::HardLink:
        return u"link"_s;
    default:
        break;
    }
    const QString name = fileNameOf(entry);
    if (const BinaryFacts *binary = entry.binary(); binary ? binary->isLibrary() : isLibraryName(name))
        return u"library"_s;
    if (entry.content && !entry.content->text.isEmpty())
        return u"file"_s;
    return isExecutable(entry) || name.endsWith(".exe"_L1) ? u"program"_s : u"file"_s;
}

QString modeColumnText(const ArchiveEntry &entry)
{
    return entry.type == ArchiveEntry::Type::Symlink ? Words::tr("link") : modeText(entry.mode);
}

QString shortVerdict(const Finding &finding)
{
    if (finding.accepted)
        return Words::tr("accepted");
    if (const FindingKind *kind = findingKind(finding.code))
        return kind->verdict;
    return QString(finding.code).replace(u'-', u' ');
}

QString headlineOf(const Finding &finding)
{
    const FindingKind *kind = findingKind(finding.code);
    const QString words = kind ? kind->verdict : QString(finding.code).replace(u'-', u' ');
    return words.left(1).toUpper() + words.sliced(std::min<qsizetype>(1, words.size()));
}

QString explanationOf(const Finding &finding)
{
    const FindingKind *kind = findingKind(finding.code);
    return kind ? kind->explanation : QString();
}

QString acceptanceText(const Finding::Accepted &accepted)
{
    return accepted.source.isEmpty() ? Words::tr("Accepted: %1").arg(accepted.reason)
                                     : Words::tr("Accepted: %1 (%2)").arg(accepted.reason, accepted.source);
}

QString asCode(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    const QString pad = text.startsWith(u'`') || text.endsWith(u'`') ? u" "_s : QString();
    return fence + pad + withVisibleSigns(text) + pad + fence;
}

QString findingAsMarkdown(const Finding &finding)
{
    const Severity severity = finding.accepted ? finding.accepted->severity : finding.severity;
    QString text = u"- **%1** %2"_s.arg(severityName(severity), asCode(finding.code));
    if (!finding.path.isEmpty())
        text += u' ' + asCode(finding.path);
    text += u": %1\n"_s.arg(finding.message);
    if (finding.accepted)
        text += u"  %1\n"_s.arg(acceptanceText(*finding.accepted));
    if (!finding.hint.isEmpty())
        text += u"  %1\n"_s.arg(finding.hint);
    return text;
}

QList<EntryFact> factsOf(const ArchiveEntry &entry)
{
    QList<EntryFact> facts;
    if (const BinaryFacts *binary = entry.binary())
        facts << binaryFactLines(*binary);
    else if (entry.type == ArchiveEntry::Type::Symlink || entry.type == ArchiveEntry::Type::HardLink)
        facts << EntryFact{Words::tr("What it is"),
                           entry.type == ArchiveEntry::Type::Symlink ? Words::tr("symbolic link")
                                                                     : Words::tr("hard link")};
    else
        facts << EntryFact{Words::tr("What it is"), describeEntry(entry)};
    if (!entry.link.isEmpty())
        facts << EntryFact{Words::tr("Link to"), withVisibleSigns(entry.link)};
    facts << EntryFact{Words::tr("Path"), withVisibleSigns(entry.path)};
    if (entry.type == ArchiveEntry::Type::File)
        facts << EntryFact{Words::tr("Size"),
                           Words::tr("%1 (%2 bytes)").arg(formatBytes(entry.size), QLocale().toString(entry.size))};
    facts << EntryFact{Words::tr("Mode"),
                       u"%1 (%2)"_s.arg(modeText(entry.mode)).arg(entry.mode, 4, 8, QLatin1Char('0'))};
    if (!entry.sha256.isEmpty())
        facts << EntryFact{Words::tr("SHA-256"), QString::fromLatin1(entry.sha256)};
    facts << EntryFact{Words::tr("Owner"), u"%1:%2"_s.arg(entry.uid).arg(entry.gid)}
          << EntryFact{
                 Words::tr("Modified"),
                 QDateTime::fromSecsSinceEpoch(entry.mtime, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)};
    return facts;
}

} // namespace unmoor
