// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/glob.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class GlobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void componentsArePartedBySlashesOutsideBraces_data()
    {
        QTest::addColumn<QStringList>("components");
        QTest::newRow("a/b") << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("./docs//*.md") << QStringList{u"."_s, u"docs"_s, u"*.md"_s};
        QTest::newRow("x/{a,b/c}.md/y") << QStringList{u"x"_s, u"{a,b/c}.md"_s, u"y"_s};
        QTest::newRow("{a{b/c}/d}/e") << QStringList{u"{a{b/c}/d}"_s, u"e"_s};
        QTest::newRow("a{b/c") << QStringList{u"a{b"_s, u"c"_s};
        QTest::newRow("") << QStringList();
    }
    void componentsArePartedBySlashesOutsideBraces()
    {
        QTEST(Glob::components(QString::fromUtf8(QTest::currentDataTag())), "components");
    }

    void matchesPaths_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("expected");

        const auto row = [](const char *pattern, const char *path, bool expected) {
            QTest::addRow("%s ~ %s", pattern, path)
                << QString::fromUtf8(pattern) << QString::fromUtf8(path) << expected;
        };
        row("main", "main", true);
        row("main", "main2", false);
        row("main", "a/main", false);
        row("lib/*.so*", "lib/libx.so", true);
        row("lib/*.so*", "lib/libx.so.1.2", true);
        row("lib/*.so*", "lib/a/libx.so", false);
        row("lib/*", "lib/", true);
        row("*", "a/b", false);
        row("*", ".hidden", true);
        row("**", "a/b/c", true);
        row("share/**", "share/a/b", true);
        row("share/**", "shared/a", false);
        row("**/x", "x", true);
        row("**/x", "a/b/x", true);
        row("**/x", "a/bx", false);
        row("a/**/b", "a/b", true);
        row("a/**/b", "a/x/y/b", true);
        row("a?c", "abc", true);
        row("a?c", "a/c", false);
        row("a?c", "ac", false);
        row("a?c",
            "a\xc3\xa9"
            "c",
            true);
        row("*.{md,txt}", "README.md", true);
        row("*.{md,txt}", "README.txt", true);
        row("*.{md,txt}", "README.rst", false);
        row("{a,b{c,d}}x", "bdx", true);
        row("{a,b{c,d}}x", "bx", false);
        row("lib{,64}/x", "lib/x", true);
        row("lib{,64}/x", "lib64/x", true);
        row("a{b", "a{b", true);
        row("a}b", "a}b", true);
        row("a,b", "a,b", true);
        row("a.b", "axb", false);
        row("[ab]", "[ab]", true);
        row("[ab]", "a", false);
        row("c++(1)$^|", "c++(1)$^|", true);
        row("a\\b", "a\\b", true);
        row("*", "line\nbreak", true);
        row("a", "a\n", false);
    }

    void matchesPaths()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        QFETCH(bool, expected);
        QCOMPARE(Glob(pattern).matches(path), expected);
    }
};

QTEST_GUILESS_MAIN(GlobTest)
#include "tst_glob.moc"
