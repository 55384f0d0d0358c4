// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspection.h"
#include "app/archive/packagingchecks.h"
#include "tests/app/archive/archivemaker.h"
#include "tests/app/archive/handmade.h"

#include <QTemporaryDir>
#include <QTest>

using namespace unmoor;

namespace {

using Os = PortabilityTarget::Os;

ArchiveEntry named(const QString &path, quint32 mode = 0644, ContentKind kind = ContentKind::Text)
{
    ArchiveEntry entry = handmade::file(path, "s", 10, mode);
    entry.contentKind = kind;
    return entry;
}

QStringList told(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(u"%1 %2 %3"_s.arg(severityName(finding.severity), finding.code, finding.path));
    return lines;
}

QStringList told(const QList<ArchiveEntry> &entries, std::optional<Os> os = Os::Linux,
                 const QString &format = u"tar.xz"_s, const LayoutReport &layout = {})
{
    const PortabilityTarget target{.os = os.value_or(Os::Linux)};
    const ArchiveContents contents{.format = format, .entries = entries};
    return told(checkPackaging(contents, os ? &target : nullptr, layout));
}

/// Turns the "/" of a zip's names into backslashes, and says that a program of DOS made it.
QByteArray asFromDos(QByteArray zip, const QByteArray &name)
{
    for (qsizetype at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 1))
        zip[at + 5] = '\0';
    return zip.replace(name, QByteArray(name).replace('/', '\\'));
}

} // namespace

class PackagingChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodArchiveHasNoFindings()
    {
        const QList<ArchiveEntry> good{handmade::folder(u"top"_s),
                                       named(u"top/main"_s, 0755),
                                       named(u"top/data.tar.rs"_s),
                                       named(u"top/._config"_s),
                                       named(u"top/app.jar"_s, 0644, ContentKind::Packed),
                                       handmade::link(u"top/x"_s, u"main"_s)};
        QCOMPARE(told(good), QStringList());
        QCOMPARE(told(good, std::nullopt), QStringList());
    }

    void rightsThatUsersLackAreTold()
    {
        QCOMPARE(told({handmade::folder(u"top"_s), handmade::folder(u"top/lib"_s, 0644), named(u"top/a"_s, 0200)}),
                 (QStringList{u"error unreadable-entry top/lib"_s, u"error unreadable-entry top/a"_s}));
        QCOMPARE(told({handmade::folder(u"top"_s, 0700), named(u"top/main"_s, 0700), named(u"top/b"_s, 0640)}),
                 QStringList{u"warning owner-only top"_s});
        // Windows keeps no modes, and a zip may have none.
        QCOMPARE(told({named(u"main.exe"_s, 0600)}, Os::Windows), QStringList());
        QCOMPARE(told({named(u"main"_s, 0)}, Os::Linux, u"zip"_s), QStringList());
    }

    void namesThatWindowsRefusesAreErrorsThere_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("colon") << u"doc/a:b.txt"_s << true;
        QTest::newRow("question mark") << u"why?"_s << true;
        QTest::newRow("device") << u"top/CON"_s << true;
        QTest::newRow("device with an extension") << u"top/aux.c"_s << true;
        QTest::newRow("folder of a device") << u"lpt1/readme"_s << true;
        QTest::newRow("dot at the end") << u"top/etc."_s << true;
        QTest::newRow("space at the end") << u"top/a /b"_s << true;
        QTest::newRow("longer than a device") << u"top/console.txt"_s << false;
        QTest::newRow("hidden") << u"top/.gitignore"_s << false;
        QTest::newRow("no device") << u"com10.txt"_s << false;
    }

    void namesThatWindowsRefusesAreErrorsThere()
    {
        QFETCH(QString, path);
        QFETCH(bool, isRefused);
        QCOMPARE(told({named(path)}, Os::Windows),
                 isRefused ? QStringList{u"error windows-name "_s + path} : QStringList());
        QCOMPARE(told({named(path)}), QStringList());
    }

    void linksForWindowsAreAWarning()
    {
        const QList<ArchiveEntry> entries{named(u"docs/1.2"_s), handmade::link(u"docs/latest"_s, u"1.2"_s)};
        QCOMPARE(told(entries, Os::Windows, u"zip"_s), QStringList{u"warning windows-link docs/latest"_s});
        QCOMPARE(told(entries, Os::MacOs, u"zip"_s), QStringList());
    }

    void whatMacOsLeavesIsToldOnce()
    {
        const QList<ArchiveEntry> entries{named(u"._top"_s, 0755, ContentKind::AppleDouble), named(u"top/.DS_Store"_s),
                                          named(u"__MACOSX/top/x"_s)};
        const ArchiveContents contents{.format = u"tar.gz"_s, .entries = entries};
        const QList<Finding> findings = checkPackaging(contents, nullptr, {});
        QCOMPARE(told(findings), QStringList{u"warning macos-litter ._top"_s});
        QVERIFY(findings[0].message.contains(".DS_Store"_L1));
        QVERIFY(findings[0].hint.contains("COPYFILE_DISABLE"_L1));
        // A layout does not call it unexpected besides.
        const ExpectedLayout layout{.root = u"top"_s};
        QCOMPARE(told(checkLayout({.format = u"tar.gz"_s, .entries = {named(u"top/.DS_Store"_s)}}, &layout).findings),
                 QStringList());
    }

    void archivesInTheArchiveAreSaid()
    {
        const ArchiveEntry inner = named(u"demo.tar.gz"_s, 0644, ContentKind::Packed);
        const ArchiveEntry program = named(u"demo"_s, 0755, ContentKind::Script);
        QCOMPARE(told({inner, program}), QStringList{u"info nested-archive demo.tar.gz"_s});
        QCOMPARE(told({inner, named(u"README"_s)}), QStringList{u"warning nested-archive demo.tar.gz"_s});
        LayoutReport layout;
        layout.named = {u"demo.tar.gz"_s};
        QCOMPARE(told({inner}, Os::Linux, u"zip"_s, layout), QStringList());
    }

    void backslashesInAZipAreReadFromItsDirectory()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"demo.zip"_s);
        QVERIFY(writeArchive(path, "zip", {{.name = "bin/readme", .content = "x"}, {.name = "other", .content = "y"}}));
        const auto good = inspectArchive(path);
        QVERIFY(good);
        QCOMPARE(told(good->report.findings).filter(u"backslash"_s), QStringList());

        QVERIFY(writeFile(path, asFromDos(readFile(path), "bin/readme")));
        InspectionRules rules;
        for (const auto &[os, severity] : {std::pair(Os::Windows, u"warning"_s), std::pair(Os::Linux, u"error"_s)}) {
            rules.target = PortabilityTarget{.os = os};
            const auto bad = inspectArchive(path, rules);
            QVERIFY(bad);
            QCOMPARE(told(bad->report.findings).filter(u"backslash"_s),
                     QStringList{severity + u" backslash-name bin/readme"_s});
        }
    }
};

QTEST_GUILESS_MAIN(PackagingChecksTest)
#include "tst_packagingchecks.moc"
