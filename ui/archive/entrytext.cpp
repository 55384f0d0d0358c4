// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/entrytext.h"

#include "build/ansitext.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EntryText", text);
}

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
        {u"md"_s, tr("Markdown")},
        {u"txt"_s, tr("text")},
        {u"json"_s, tr("JSON")},
        {u"toml"_s, tr("TOML")},
        {u"yaml"_s, tr("YAML")},
        {u"yml"_s, tr("YAML")},
        {u"html"_s, tr("web page")},
        {u"css"_s, tr("style sheet")},
        {u"js"_s, tr("JavaScript")},
        {u"sh"_s, tr("shell script")},
        {u"ps1"_s, tr("PowerShell")},
        {u"bat"_s, tr("batch file")},
        {u"exe"_s, tr("program")},
        {u"a"_s, tr("static library")},
        {u"lib"_s, tr("static library")},
        {u"h"_s, tr("header")},
        {u"pc"_s, tr("pkg-config file")},
        {u"pdf"_s, tr("PDF")},
        {u"png"_s, tr("picture")},
        {u"svg"_s, tr("picture")},
        {u"ico"_s, tr("picture")},
        {u"desktop"_s, tr("menu entry")},
        {u"service"_s, tr("systemd unit")},
        {u"1"_s, tr("manual page")},
    };
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 ? known.value(name.sliced(dot + 1).toLower()) : QString();
}

QString describeFile(const ArchiveEntry &entry)
{
    const QString name = fileNameOf(entry);
    if (isLibraryName(name))
        return tr("library");
    if (const QString bySuffix = describeBySuffix(name); !bySuffix.isEmpty())
        return bySuffix;
    static const QRegularExpression texts(u"^(LICEN[SC]E|COPYING|NOTICE|README|CHANGELOG|AUTHORS)"_s);
    if (texts.match(name).hasMatch())
        return tr("text");
    if (name == "env-vars"_L1)
        return tr("Nix build environment");
    return isExecutable(entry) ? tr("program or script") : tr("file");
}

} // namespace

QString describeEntry(const ArchiveEntry &entry)
{
    switch (entry.type) {
    case ArchiveEntry::Type::File:
        return describeFile(entry);
    case ArchiveEntry::Type::Directory:
        return tr("folder");
    case ArchiveEntry::Type::Symlink:
        return tr("link to %1").arg(withVisibleSigns(entry.link));
    case ArchiveEntry::Type::HardLink:
        return tr("same file as %1").arg(withVisibleSigns(entry.link));
    case ArchiveEntry::Type::Special:
        return tr("device, pipe or socket");
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
    if (isLibraryName(name))
        return u"library"_s;
    return isExecutable(entry) || name.endsWith(".exe"_L1) ? u"program"_s : u"file"_s;
}

QString modeColumnText(const ArchiveEntry &entry)
{
    return entry.type == ArchiveEntry::Type::Symlink ? tr("link") : modeText(entry.mode);
}

QString shortVerdict(const Finding &finding)
{
    static const QHash<QString, QString> words{
        {u"missing-entry"_s, tr("missing")},         {u"unexpected-entry"_s, tr("unexpected")},
        {u"wrong-top-folder"_s, tr("wrong folder")}, {u"not-executable"_s, tr("not executable")},
        {u"duplicate-entry"_s, tr("twice")},         {u"path-escapes"_s, tr("leaves its folder")},
        {u"symlink-escapes"_s, tr("leads outside")}, {u"stream-truncated"_s, tr("cut short")},
        {u"stream-corrupt"_s, tr("damaged")},        {u"limit-reached"_s, tr("too large")},
    };
    const QString word = words.value(finding.code);
    return word.isEmpty() ? QString(finding.code).replace(u'-', u' ') : word;
}

theme::State stateOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return theme::State::Error;
    case Severity::Warning:
        return theme::State::Warning;
    case Severity::Info:
        return theme::State::Note;
    }
    Q_UNREACHABLE_RETURN(theme::State::Note);
}

QString findingAsMarkdown(const Finding &finding)
{
    QString text = u"- **%1** `%2`"_s.arg(severityName(finding.severity), finding.code);
    if (!finding.path.isEmpty())
        text += u" `%1`"_s.arg(withVisibleSigns(finding.path));
    text += u": %1\n"_s.arg(finding.message);
    if (!finding.hint.isEmpty())
        text += u"  %1\n"_s.arg(finding.hint);
    return text;
}

QList<EntryFact> factsOf(const ArchiveEntry &entry)
{
    QList<EntryFact> facts{{tr("Path"), withVisibleSigns(entry.path)}, {tr("What it is"), describeEntry(entry)}};
    if (!entry.link.isEmpty())
        facts << EntryFact{tr("Link to"), withVisibleSigns(entry.link)};
    facts << EntryFact{tr("Mode"), u"%1 (%2)"_s.arg(modeText(entry.mode)).arg(entry.mode, 4, 8, QLatin1Char('0'))};
    if (entry.type == ArchiveEntry::Type::File)
        facts << EntryFact{tr("Size"),
                           tr("%1 (%2 bytes)").arg(formatBytes(entry.size), QLocale().toString(entry.size))};
    if (!entry.sha256.isEmpty())
        facts << EntryFact{tr("SHA-256"), QString::fromLatin1(entry.sha256)};
    facts << EntryFact{tr("Owner"), u"%1:%2"_s.arg(entry.uid).arg(entry.gid)}
          << EntryFact{
                 tr("Modified"),
                 QDateTime::fromSecsSinceEpoch(entry.mtime, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)};
    return facts;
}

} // namespace unmoor
