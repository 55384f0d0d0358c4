// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/findingcatalog.h"
#include "app/cli/command.h"
#include "app/project/releasemanifest.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QString path(const QString &name)
{
    return QStringLiteral(UNMOOR_SOURCE_DIR "/") + name;
}

QString textOf(const QString &name)
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What stands in backticks in the first column of the tables of \a markdown.
QStringList firstColumn(const QString &markdown)
{
    static const QRegularExpression row(u"^\\| ((?:[^|\\\\]|\\\\.)*) \\|"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression code(u"`([^`]+)`"_s);
    QStringList words;
    for (const auto &line : row.globalMatch(markdown))
        for (const auto &match : code.globalMatch(line.captured(1)))
            words += match.captured(1);
    return words;
}

/// The texts in quotation marks of the program's sources; of one that goes on in the next line, the whole.
QStringList textsOfTheProgram()
{
    static const QRegularExpression goesOn(u"\"(_s|_L1)?\\s*\\n\\s*u?\""_s);
    static const QRegularExpression text(u"\"((?:[^\"\\\\\\n]|\\\\.)+)\""_s);
    QStringList texts;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator sources(path(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            if (source.open(QIODevice::ReadOnly))
                for (const auto &match : text.globalMatch(QString::fromUtf8(source.readAll()).remove(goesOn)))
                    texts += match.captured(1);
        }
    }
    return texts;
}

/// Whether \a parts come one after the other in \a text.
bool hasInOrder(const QString &text, const QStringList &parts)
{
    qsizetype at = 0;
    for (const QString &part : parts) {
        at = text.indexOf(part, at);
        if (at < 0)
            return false;
        at += part.size();
    }
    return true;
}

/// As GitHub makes it of a heading.
QString anchorOf(QString heading)
{
    static const QRegularExpression dropped(u"[^\\w\\- ]"_s, QRegularExpression::UseUnicodePropertiesOption);
    return heading.toLower().remove(dropped).replace(u' ', u'-');
}

bool hasAnchor(const QString &file, const QString &anchor)
{
    static const QRegularExpression heading(u"^#+ (.*)$"_s, QRegularExpression::MultilineOption);
    for (const auto &match : heading.globalMatch(textOf(file)))
        if (anchorOf(match.captured(1)) == anchor)
            return true;
    return false;
}

QStringList pages()
{
    QStringList names{u"README.md"_s, u"CONTRIBUTING.md"_s, u"SECURITY.md"_s};
    for (const QString &name : QDir(path(u"docs"_s)).entryList({u"*.md"_s}))
        names += u"docs/"_s + name;
    return names;
}

} // namespace

/// The manual is held against what it tells of.
class DocsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingIsExplained()
    {
        const QStringList explained = firstColumn(textOf(u"docs/checks.md"_s));
        for (const FindingKind &kind : findingKinds())
            QVERIFY2(explained.contains(kind.code), qPrintable(kind.code));
        QCOMPARE(QSet<QString>(explained.begin(), explained.end()).size(), explained.size());
    }

    void noFindingIsMadeUp()
    {
        // Those of archives stand in the first table; the others are the notes'.
        const QString archives = textOf(u"docs/checks.md"_s).section(u"## Release notes"_s, 0, 0);
        for (const QString &code : firstColumn(archives))
            QVERIFY2(findingKind(code), qPrintable(code));
    }

    void everyCommandIsExplained()
    {
        const QString page = textOf(u"docs/commands.md"_s);
        const QStringList column = firstColumn(page);
        for (const CliCommand &command : commands()) {
            QVERIFY2(column.join(u'\n').contains(u"unmoor "_s + command.name), qPrintable(command.name));
            for (const QCommandLineOption &option : command.options)
                QVERIFY2(page.contains(u"--"_s + option.names().first()),
                         qPrintable(command.name + u" --"_s + option.names().first()));
        }
        for (const QCommandLineOption &option : commonOptions())
            QVERIFY2(page.contains(u"--"_s + option.names().first()), qPrintable(option.names().first()));
    }

    void everyKeyOfTheManifestIsExplained()
    {
        const QStringList explained = firstColumn(textOf(u"docs/manifest.md"_s));
        // The reader's lists of keys, as they stand in its sources.
        static const QRegularExpression list(u"\\{((?:\\s*u\"[a-z-]+\"_s,?)+)\\s*\\}"_s);
        static const QRegularExpression key(u"u\"([a-z-]+)\"_s"_s);
        static const QStringList others{// what templates and values hold, and the tables themselves
                                        u"schema"_s,    u"project"_s, u"gate"_s,     u"target"_s,  u"asset"_s,
                                        u"layout"_s,    u"notes"_s,   u"withdraw"_s, u"actions"_s, u"checks"_s,
                                        u"accept"_s,    u"limits"_s,  u"image"_s,    u"literal"_s, u"regex"_s,
                                        u"downloads"_s, u"install"_s, u"notices"_s,  u"compare"_s};
        int count = 0;
        for (const QString &name : QDir(path(u"app/project"_s)).entryList({u"*reader.cpp"_s}))
            for (const auto &found : list.globalMatch(textOf(u"app/project/"_s + name)))
                for (const auto &match : key.globalMatch(found.captured(1))) {
                    ++count;
                    QVERIFY2(explained.contains(match.captured(1)) || others.contains(match.captured(1)),
                             qPrintable(match.captured(1) + u" of "_s + name));
                }
        QVERIFY2(count > 60, "the lists are not found as they are written");
    }

    void everyKeyThatIsExplainedIsInTheExample()
    {
        const QString page = textOf(u"docs/manifest.md"_s);
        const QString example =
            page.section(u"## All of it together"_s, 1).section(u"```toml\n"_s, 1).section(u"```"_s, 0, 0);
        const auto manifest = parseManifest(example.toUtf8(), u"the example"_s);
        QVERIFY2(manifest, qPrintable(manifest ? QString() : manifest.error().message));
        const QString before = page.section(u"## All of it together"_s, 0, 0).section(u"## `[image]`"_s, 0, 0);
        for (const QString &key : firstColumn(before)) {
            if (key.startsWith(u'['))
                continue; // a table
            const QRegularExpression written(u"(^|[{, ])%1 = "_s.arg(key), QRegularExpression::MultilineOption);
            QVERIFY2(written.match(example).hasMatch(), qPrintable(key));
        }
    }

    void messagesThatAreExplainedCanCome()
    {
        static const QRegularExpression row(u"^\\| ([^|`]+) \\| "_s, QRegularExpression::MultilineOption);
        const QStringList texts = textsOfTheProgram();
        const QString ofQt = u"can not load requested driver 'QSQLITE'"_s;
        int count = 0;
        for (const auto &match : row.globalMatch(textOf(u"docs/troubleshooting.md"_s))) {
            const QString message = match.captured(1);
            if (message == u"message"_s || message == u"---"_s || message == ofQt)
                continue;
            QStringList parts;
            for (const QString &part : message.split(u'…', Qt::SkipEmptyParts))
                if (!part.trimmed().isEmpty())
                    parts += part.trimmed();
            QVERIFY2(std::ranges::any_of(texts, [&](const QString &text) { return hasInOrder(text, parts); }),
                     qPrintable(message));
            ++count;
        }
        QVERIFY2(count > 25, "the table is not found as it is written");
    }

    void linksLeadSomewhere()
    {
        static const QRegularExpression link(uR"((?<!`)!?\[[^\]]*\]\(([^)\s]+)\))"_s);
        for (const QString &page : pages()) {
            for (const auto &match : link.globalMatch(textOf(page))) {
                const QString target = match.captured(1);
                if (target.contains(u"://"_s))
                    continue;
                const QString file = target.startsWith(u'#')
                    ? page
                    : QDir::cleanPath(page.section(u'/', 0, -2) + u'/' + target.section(u'#', 0, 0))
                          .remove(QRegularExpression(u"^/"_s));
                QVERIFY2(QFile::exists(path(file)), qPrintable(page + u": "_s + target));
                if (target.contains(u'#'))
                    QVERIFY2(hasAnchor(file, target.section(u'#', 1)), qPrintable(page + u": "_s + target));
            }
        }
    }

    void everyPageIsReachedFromTheReadme()
    {
        const QString readme = textOf(u"README.md"_s);
        for (const QString &name : QDir(path(u"docs"_s)).entryList({u"*.md"_s}))
            QVERIFY2(readme.contains(u"(docs/"_s + name), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(DocsTest)
#include "tst_docs.moc"
