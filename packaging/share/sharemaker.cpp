// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what is installed below share/ out of its one source:  sharemaker KIND …
//   manual DATE FILE                    the manual page, of the command table; DATE as 2026-11-29
//   metainfo TEMPLATE CHANGELOG FILE    the AppStream metainfo, with the releases of the changelog
//   debian-changelog CHANGELOG VERSION WHO DATE FILE   the changelog of a Debian package; DATE as RFC 2822
//   icon SVG SIDE FILE                  a picture of SIDE × SIDE pixels
// FILE is written. Exit: 0, or 2 with a line that says why.
#include "app/changelog/changelog.h"
#include "app/cli/command.h"

#include <QDate>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSvgRenderer>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

// --- The manual page -----------------------------------------------------------------------------------------------

/// \a text as roff shows it: no character of it is taken for a request or an escape, and all are ASCII.
QString roff(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'\\')
            escaped += u"\\e"_s;
        else if (c == u'-')
            escaped += u"\\-"_s;
        else if (c == u'\'')
            escaped += u"\\(aq"_s;
        else if (c == u'"')
            escaped += u"\\(dq"_s;
        else if (c.unicode() > 0x7e)
            escaped += u"\\[u%1]"_s.arg(uint(c.unicode()), 4, 16, QLatin1Char('0')).toUpper().replace(u"[U"_s, u"[u"_s);
        else
            escaped += c;
    }
    return escaped.startsWith(u'.') ? u"\\&"_s + escaped : escaped;
}

QString optionEntry(const QCommandLineOption &option)
{
    const QString value = option.valueName().isEmpty() ? QString() : u" \\fI"_s + roff(option.valueName()) + u"\\fR"_s;
    return u".TP\n\\fB"_s + roff(u"--"_s + option.names().first()) + u"\\fR"_s + value + u'\n'
        + roff(option.description()) + u'\n';
}

QString commandEntry(const CliCommand &command)
{
    QString text = u".SS "_s + roff((u"unmoor "_s + command.name + u' ' + command.usage).trimmed()) + u'\n';
    text += roff(command.summary.left(1).toUpper() + command.summary.sliced(1)) + u".\n"_s;
    for (const QCommandLineOption &option : command.options)
        text += optionEntry(option);
    return text;
}

QString manualPage(const QString &date)
{
    QString text = uR"roff(.\" Made of the command table by sharemaker.
.TH UNMOOR 1 "%1" "Unmoor %2" "User Commands"
.SH NAME
unmoor \- cut a release of a project whose artifacts come out of a Nix flake
.SH SYNOPSIS
.B unmoor
.RI [ DIR ]
.br
.B unmoor
.I COMMAND
.RI [ OPTION ]...
.SH DESCRIPTION
Unmoor shows the targets of a release, builds each with
.BR nix (1)
here or on another machine over SSH, shows what is inside each archive against what should be there, edits the release
notes in CHANGELOG.md, and publishes through the API of GitHub with a token that lives in the keychain. When a release
stopped half\-way, it shows what is missing and finishes it without rebuilding.
.PP
Without a command it opens the window, on the project in
.I DIR
or in the current folder. What a release is made of is written in the file
.I unmoor.toml
of the project.
.SH COMMANDS
)roff"_s.arg(date, QLatin1String(UNMOOR_VERSION));
    for (const CliCommand &command : commands())
        text += commandEntry(command);
    text += uR"roff(.SS unmoor complete WORD...
Prints what can stand in place of the last of the words that followed unmoor: a line each, with its description behind a
tab; ":files" and ":folders" where the shell adds its own. The completions of bash, zsh and fish ask it. It reads files of
the project and of the state folder, starts nothing and asks no network.
.SH OPTIONS
These are options of every command.
)roff"_s;
    for (const QCommandLineOption &option : commonOptions())
        text += optionEntry(option);
    text += uR"roff(.TP
\fB\-\-help\fR, \fB\-h\fR
Print the commands and the options of every command.
.TP
\fB\-\-version\fR
Print the version.
.SH "EXIT STATUS"
.TP
.B 0
Done, or ready.
.TP
.B 1
Something is left to do, or failed.
.TP
.B 2
Wrong usage or unreadable input; a line on standard error says what to do.
.TP
.B 130
Canceled.
.SH ENVIRONMENT
.TP
.BR VISUAL ", " EDITOR
The editor that opens files of the checkout.
.TP
.BR https_proxy ", " http_proxy ", " no_proxy
The proxy, where the system names none.
.PP
GITHUB_TOKEN and its like are not read, and programs that Unmoor starts do not get them; see
.BR \-\-token\-env .
.SH FILES
.TP
.I unmoor.toml
What a release of the project is. "unmoor init" proposes one.
.TP
.I ~/.local/share/unmoor
Ledger, settings, logs, GC roots and adopted files, unless
.B \-\-state\-dir
names another folder.
.SH EXAMPLES
.TP
.B unmoor rehearse
A whole release of a sample project against a stand\-in on this machine; no account is needed.
.TP
.B unmoor prepare
The next version, its notes, the commit and the tag, each shown before.
.TP
.B unmoor publish \-\-dry\-run
What is at the host, what will be, and each step with its reason.
.SH "SEE ALSO"
.BR nix (1),
.BR git (1),
.BR ssh (1)
)roff"_s;
    return text;
}

// --- Releases of the changelog ---------------------------------------------------------------------------------------

/// What is wrong, and ends the program.
[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "sharemaker: %s\n", qPrintable(why));
    std::exit(2);
}

Changelog changelogAt(const QString &path)
{
    const auto changelog = readChangelog(path, {.package = u"unmoor"_s});
    if (!changelog)
        refuse(changelog.error().message);
    return *changelog;
}

/// The entries of a section, one line each, without Markdown's marks.
QStringList entriesOf(const ChangelogSection &section)
{
    static const QRegularExpression item(u"^[-*+] +(.*)"_s);
    static const QRegularExpression link(uR"(\[([^\]]*)\]\([^)]*\))"_s);
    QStringList entries;
    for (const QString &line : section.body.split(u'\n')) {
        if (const auto match = item.match(line); match.hasMatch())
            entries += match.captured(1);
        else if (!entries.isEmpty() && line.startsWith(u' ') && !line.trimmed().isEmpty())
            entries.last() += u' ' + line.trimmed();
    }
    for (QString &entry : entries)
        entry.replace(link, u"\\1"_s).remove(u'`').remove(u"**"_s);
    return entries;
}

QString metainfo(const QString &templateFile, const QString &changelogFile)
{
    QFile file(templateFile);
    if (!file.open(QIODevice::ReadOnly))
        refuse(u"cannot read %1: %2"_s.arg(templateFile, file.errorString()));
    QString releases;
    const Changelog changelog = changelogAt(changelogFile);
    for (const ChangelogSection *release : changelog.releases()) {
        if (!release->date.isValid())
            continue; // AppStream has no release without a day
        releases += u"    <release version=\"%1\" date=\"%2\">\n      <description>\n        <ul>\n"_s.arg(
            release->version.toHtmlEscaped(), release->date.toString(Qt::ISODate));
        for (const QString &entry : entriesOf(*release))
            releases += u"          <li>%1</li>\n"_s.arg(entry.toHtmlEscaped());
        releases += u"        </ul>\n      </description>\n    </release>\n"_s;
    }
    return QString::fromUtf8(file.readAll())
        .replace(u"  <!-- releases -->\n"_s,
                 releases.isEmpty() ? QString() : u"  <releases>\n"_s + releases + u"  </releases>\n"_s);
}

/// deb-changelog(5), with the section of \a version, else that of Unreleased.
QString debianChangelog(const QString &changelogFile, const QString &version, const QString &who, const QString &date)
{
    const Changelog changelog = changelogAt(changelogFile);
    const QList<ChangelogSection> sections = changelog.sectionsFor(version.section(u'-', 0, 0));
    const ChangelogSection *section = sections.isEmpty() ? changelog.unreleased() : &sections.first();
    QString text = u"unmoor (%1) unstable; urgency=medium\n\n"_s.arg(version);
    for (const QString &entry : section ? entriesOf(*section) : QStringList()) {
        QString line = u"  *"_s;
        for (const QString &word : entry.split(u' ', Qt::SkipEmptyParts)) {
            if (line.size() + 1 + word.size() > 78) {
                text += line + u'\n';
                line = u"   "_s;
            }
            line += u' ' + word;
        }
        text += line + u'\n';
    }
    return text + u"\n -- %1  %2\n"_s.arg(who, date);
}

// --- Pictures --------------------------------------------------------------------------------------------------------

void savePicture(const QString &svg, int side, const QString &file)
{
    QSvgRenderer renderer(svg);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    if (!renderer.isValid() || side < 1 || !image.save(file))
        refuse(u"cannot make %1 of %2"_s.arg(file, svg));
}

} // namespace

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    QString text;
    if (words.size() == 3 && words[0] == "manual"_L1)
        text = manualPage(words[1]);
    else if (words.size() == 4 && words[0] == "metainfo"_L1)
        text = metainfo(words[1], words[2]);
    else if (words.size() == 6 && words[0] == "debian-changelog"_L1)
        text = debianChangelog(words[1], words[2], words[3], words[4]);
    else if (words.size() == 4 && words[0] == "icon"_L1)
        return savePicture(words[1], words[2].toInt(), words[3]), 0;
    else
        refuse(u"wrong usage; see the top of packaging/share/sharemaker.cpp"_s);
    QSaveFile file(words.last());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        refuse(u"cannot write %1: %2"_s.arg(file.fileName(), file.errorString()));
    return 0;
}
