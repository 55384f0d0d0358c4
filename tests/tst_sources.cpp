// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every source of the program and of its tests, read as text.

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Literal
{
    int line = 0;
    QString text; ///< between the quotes, as it stands in the source; neighbours that make one literal are one
    QString suffix; ///< "_L1"
    QString before; ///< the source in front of it
};

/// The string literals of a C++ source; comments and single characters are passed over.
QList<Literal> literalsOf(const QString &source)
{
    static const QRegularExpression token(
        uR"RE(//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\\n])+'|(?:u8|[uUL])?(?<raw>R)?"(?(<raw>)(?<mark>[^(]{0,16})\((?<rawText>.*?)\)\k<mark>|(?<text>(?:\\.|[^"\\\n])*))"(?<suffix>_\w+)?)RE"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QList<Literal> literals;
    qsizetype end = -1; // of the last literal
    for (const auto &match : token.globalMatch(source)) {
        const QString piece = match.captured();
        if (!piece.endsWith(u'"') && match.captured(u"suffix"_s).isEmpty())
            continue;
        if (piece.startsWith(u'/') || piece.startsWith(u'\''))
            continue;
        const bool joins = end >= 0 && QStringView(source).sliced(end, match.capturedStart() - end).trimmed().isEmpty();
        if (!joins)
            literals.append({.line = int(QStringView(source).first(match.capturedStart()).count(u'\n')) + 1,
                             .text = {},
                             .suffix = {},
                             .before = source.sliced(qMax<qsizetype>(0, match.capturedStart() - 40),
                                                     qMin<qsizetype>(40, match.capturedStart()))});
        literals.last().text += match.captured(u"text"_s) + match.captured(u"rawText"_s);
        if (const QString suffix = match.captured(u"suffix"_s); !suffix.isEmpty())
            literals.last().suffix = suffix;
        end = match.capturedEnd();
    }
    return literals;
}

/// Qt reads these bytes as Latin-1; the sources are UTF-8.
bool isReadAsLatin1(const Literal &literal)
{
    static const QRegularExpression call(u"(?:QLatin1String(?:View)?|fromLatin1)\\s*[({]\\s*$"_s);
    return literal.suffix == "_L1"_L1 || literal.suffix == "_latin1"_L1 || call.match(literal.before).hasMatch();
}

bool isAscii(const QString &text)
{
    static const QRegularExpression other(uR"([^\x00-\x7f]|\\[uU]|\\x[89a-fA-F][0-9a-fA-F])"_s);
    return !other.match(text).hasMatch();
}

QStringList latin1BeyondAscii(const QString &source)
{
    QStringList found;
    for (const Literal &literal : literalsOf(source))
        if (isReadAsLatin1(literal) && !isAscii(literal.text))
            found += u"%1: \"%2\""_s.arg(literal.line).arg(literal.text);
    return found;
}

/// The lines where the future of a future is made into one.
QStringList unwrappedIn(const QString &source)
{
    QStringList found;
    const QStringList lines = source.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (lines.at(i).contains(".unwrap()"_L1))
            found += u"%1: %2"_s.arg(i + 1).arg(lines.at(i).trimmed());
    return found;
}

QStringList sourceFiles(const QStringList &folders)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator it(QStringLiteral(UNMOOR_SOURCE_DIR) + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files += it.next();
    }
    files.sort();
    return files;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class SourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkFindsWhatIsReadAsLatin1_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("isFound");
        const auto row = [](const char *name, const QString &source, bool isFound) {
            QTest::newRow(name) << source << isFound;
        };
        row("arrow", u"join(\" \u2192 \"_L1);"_s, true);
        row("view", u"QLatin1StringView(\"\u2026\")"_s, true);
        row("string of a call", u"QString::fromLatin1( \"\u00e9\")"_s, true);
        row("pieces of one literal", u"\"\u2192\"\n    \"a\"_L1"_s, true);
        row("escaped", u"\"\\u2192\"_L1"_s, true);
        row("raw", u"R\"(\u2192 \")\"_L1"_s, true);
        row("after an escaped quote", u"\"\\\"\"_s + \"\u2192\"_L1"_s, true);
        row("ASCII", u"\"->\"_L1"_s, false);
        row("UTF-16", u"u\"\u2192\"_s + \"a\"_L1"_s, false);
        row("another literal in front", u"f(u\"\u2192\"_s, \"a\"_L1)"_s, false);
        row("comment", u"// \"\u2192\"_L1\n\"a\"_L1"_s, false);
        row("quote as a character", u"'\"' + u\"\u2192\"_s + '\"' + \"a\"_L1"_s, false);
    }
    void checkFindsWhatIsReadAsLatin1()
    {
        QFETCH(QString, source);
        QFETCH(bool, isFound);
        QCOMPARE(!latin1BeyondAscii(source).isEmpty(), isFound);
    }

    void latin1LiteralsAreAscii()
    {
        const QStringList files = sourceFiles({u"app"_s, u"ui"_s, u"standin"_s, u"tests"_s});
        QVERIFY2(files.size() > 100, "the sources are not where they are looked for");
        QStringList found;
        for (const QString &path : files)
            for (const QString &place : latin1BeyondAscii(contentOf(path)))
                found += path + u':' + place;
        QVERIFY2(found.isEmpty(), qPrintable(u"Write u\"…\"_s instead:\n"_s + found.join(u'\n')));
    }

    void stepsAreChainedByTheCombinatorsAlone()
    {
        const QString combinators = QStringLiteral(UNMOOR_SOURCE_DIR) + u"/app/core/chain.h"_s;
        QVERIFY(!unwrappedIn(contentOf(combinators)).isEmpty());
        QStringList found;
        for (const QString &path : sourceFiles({u"app"_s, u"ui"_s, u"standin"_s}))
            if (path != combinators)
                for (const QString &place : unwrappedIn(contentOf(path)))
                    found += path + u':' + place;
        QVERIFY2(found.isEmpty(),
                 qPrintable(u"Write andThen() or inEitherCase() of app/core/chain.h instead:\n"_s + found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(SourcesTest)
#include "tst_sources.moc"
