// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/entrychecks.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

using Type = ArchiveEntry::Type;

ArchiveEntry entry(const QByteArray &name, quint32 mode = 0644)
{
    return {.rawName = name, .path = QString::fromUtf8(name), .mode = mode, .size = 1, .mtime = 1};
}

ArchiveEntry link(const QByteArray &name, const QString &target, Type type = Type::Symlink)
{
    ArchiveEntry made = entry(name, 0777);
    made.type = type;
    made.link = target;
    return made;
}

ArchiveEntry script(const QByteArray &name, const QByteArray &text, quint32 mode = 0755)
{
    ArchiveEntry made = entry(name, mode);
    made.content = std::make_shared<const EntryContent>(EntryContent{.text = text, .isTextWhole = true});
    return made;
}

ArchiveEntry program(const QByteArray &name, quint32 mode, const QStringList &storePaths = {},
                     const QString &interpreter = {})
{
    ArchiveEntry made = entry(name, mode);
    auto facts = std::make_shared<const BinaryFacts>(
        BinaryFacts{.format = ElfFacts{.kind = ElfFacts::Kind::Program, .interpreter = interpreter}});
    made.content = std::make_shared<const EntryContent>(EntryContent{.binary = facts, .storePaths = storePaths});
    return made;
}

ArchiveContents archive(const QList<ArchiveEntry> &entries, const QString &format = u"tar.xz"_s)
{
    return {.format = format, .entries = entries};
}

QStringList told(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(u"%1 %2 %3"_s.arg(severityName(finding.severity), finding.code, finding.path));
    return lines;
}

QStringList entryFindings(const QList<ArchiveEntry> &entries)
{
    return told(checkEntries(archive(entries), nullptr));
}

QStringList tidinessFindings(const QList<ArchiveEntry> &entries, const QString &format = u"tar.xz"_s)
{
    return told(checkTidiness(archive(entries, format)));
}

} // namespace

class EntryChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodArchiveHasNoFindings()
    {
        const QList<ArchiveEntry> good{script("top/main", "#!/bin/sh\nexec true\n"),
                                       script("top/tool", "#! /usr/bin/env python3\n"),
                                       program("top/.main-bin", 0755),
                                       entry("top/lib/libx.so.1.2"),
                                       link("top/lib/libx.so.1", u"libx.so.1.2"_s),
                                       link("top/lib/libx.so", u"libx.so.1"_s),
                                       link("top/current", u"lib"_s),
                                       link("top/again", u"top/lib/libx.so.1.2"_s, Type::HardLink),
                                       entry("top/Grüße.md")};
        QCOMPARE(entryFindings(good), QStringList());
        QCOMPARE(tidinessFindings(good), QStringList());
    }

    void oddThingsAreErrors()
    {
        ArchiveEntry pipe = entry("top/pipe");
        pipe.type = Type::Special;
        ArchiveEntry open = entry("top/tmp", 0777);
        open.type = Type::Directory;
        ArchiveEntry sticky = entry("top/spool", 01777);
        sticky.type = Type::Directory;
        QCOMPARE(
            entryFindings({pipe, entry("top/su", 04755), entry("top/sg", 02755), entry("top/w", 0666), open, sticky}),
            (QStringList{u"error special-file top/pipe"_s, u"error setuid top/su"_s, u"error setuid top/sg"_s,
                         u"error world-writable top/w"_s, u"error world-writable top/tmp"_s}));
    }

    void namesThatHideSomethingAreTold_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("newline") << QByteArray("a\nb");
        QTest::newRow("right to left") << QByteArray("photo\u202egpj.exe");
        QTest::newRow("isolate") << QByteArray("a\u2066b");
        QTest::newRow("zero width") << QByteArray("ma\u200bin");
        QTest::newRow("no UTF-8") << QByteArray("caf\xe9");
        QTest::newRow("escape") << QByteArray("\x1b[31mred");
    }

    void namesThatHideSomethingAreTold()
    {
        QFETCH(QByteArray, name);
        const QList<Finding> findings = checkEntries(archive({entry(name)}), nullptr);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].code, u"unprintable-name"_s);
        QCOMPARE(findings[0].severity, Severity::Warning);
        QVERIFY(findings[0].message.contains(u"\\x"_s)); // shown as it is
    }

    void namesThatDifferInCaseAloneMatterMoreWhereTheyCollide()
    {
        const QList<ArchiveEntry> entries{entry("top/README.md"), entry("top/readme.md"), entry("top/Readme.md")};
        QCOMPARE(entryFindings(entries), QStringList{u"warning case-collision top/readme.md"_s});
        const PortabilityTarget mac{.os = PortabilityTarget::Os::MacOs};
        QCOMPARE(told(checkEntries(archive(entries), &mac)), QStringList{u"error case-collision top/readme.md"_s});
    }

    void linksThatLeadNowhereAreTold_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("to nothing") << u"missing"_s;
        QTest::newRow("to itself") << u"link"_s;
        QTest::newRow("over a link to nothing") << u"broken/x"_s;
        QTest::newRow("over a link that leads out") << u"out/x"_s;
        QTest::newRow("below a file") << u"file/x"_s;
    }

    void linksThatLeadNowhereAreTold()
    {
        QFETCH(QString, target);
        const QList<Finding> findings =
            checkEntries(archive({entry("top/file"), link("top/link", target), link("top/broken", u"gone"_s),
                                  link("top/out", u"/etc"_s)}),
                         nullptr);
        QVERIFY(told(findings).contains(u"error symlink-dangling top/link"_s));
        QVERIFY(!told(findings).contains(u"error symlink-dangling top/out"_s)); // symlink-escapes has said it
    }

    void aLinkIsFollowedThroughLinkedFolders()
    {
        QCOMPARE(entryFindings({entry("top/real/deep/file"), link("top/alias", u"real"_s),
                                link("top/short", u"alias/deep"_s), link("top/main", u"short/file"_s)}),
                 QStringList());
    }

    void aChainOfLinksEndsAfterFortyHops()
    {
        QList<ArchiveEntry> entries{entry("l0")};
        for (int i = 1; i <= 2000; ++i)
            entries.append(link("l" + QByteArray::number(i), u"l%1"_s.arg(i - 1)));
        QCOMPARE(entryFindings(entries).size(), 2000 - 41);
    }

    // Each link doubles the path: two to the power of its number of parts, if they were all walked.
    void aSymlinkBombIsBounded()
    {
        QList<ArchiveEntry> entries{entry("d/f")};
        for (int i = 0; i < 60; ++i) {
            const QString next = u"s%1"_s.arg(i + 1);
            entries.append(link("s" + QByteArray::number(i), next + u'/' + next));
        }
        QVERIFY(entryFindings(entries).size() >= 1);
    }

    void aBrokenArchiveSaysNothingAboutLinks()
    {
        ArchiveContents contents = archive({link("top/l", u"later"_s)});
        contents.findings.append({.code = u"stream-truncated"_s});
        QCOMPARE(checkEntries(contents, nullptr).size(), 0);
    }

    void firstLinesThatUsersCannotFollowAreTold()
    {
        QCOMPARE(entryFindings({script("a", "#!/nix/store/00000000000000000000000000000000-bash/bin/bash\n"),
                                script("b", "#! bin/sh\n"), script("c", "#!/nix/store/x/bin/sh\n", 0644)}),
                 (QStringList{u"error interpreter-line a"_s, u"error interpreter-line b"_s}));
    }

    void firstLinesThatNoSystemFollowsAreTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says"); // empty: it is right
        QTest::newRow("carriage return") << QByteArray("#!/bin/sh\r\necho\r\n") << u"carriage return"_s;
        QTest::newRow("carriage return behind env") << QByteArray("#!/usr/bin/env python3\r\n") << u"python3"_s;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf#!/bin/sh\n") << u"BOM"_s;
        QTest::newRow("NixOS") << QByteArray("#!/run/current-system/sw/bin/bash\n") << u"/run/current-system"_s;
        QTest::newRow("Homebrew") << QByteArray("#!/opt/homebrew/bin/python3\n") << u"/opt/homebrew"_s;
        QTest::newRow("somebody's home") << QByteArray("#!/home/me/.venv/bin/python\n") << u"/home/me"_s;
        QTest::newRow("env of the store") << QByteArray("#!/usr/bin/env /nix/store/0abc-x/bin/x\n") << u"/nix/store"_s;
        QTest::newRow("env -S of the store")
            << QByteArray("#!/usr/bin/env -S A=1 /nix/store/0abc-x/bin/x -e\n") << u"/nix/store"_s;
        QTest::newRow("env with options") << QByteArray("#!/usr/bin/env bash -e\n") << u"bash -e"_s;
        QTest::newRow("sh") << QByteArray("#! /bin/sh -e\n") << QString();
        QTest::newRow("env") << QByteArray("#!/usr/bin/env python3\n") << QString();
        QTest::newRow("env -S") << QByteArray("#!/usr/bin/env -S deno run --allow-net\n") << QString();
        QTest::newRow("perl") << QByteArray("#!/usr/bin/perl -w\n") << QString();
    }

    void firstLinesThatNoSystemFollowsAreTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const PortabilityTarget linux{.os = PortabilityTarget::Os::Linux};
        const QList<Finding> findings = checkEntries(archive({script("top/run.sh", text)}), &linux);
        QCOMPARE(told(findings), says.isEmpty() ? QStringList() : QStringList{u"error interpreter-line top/run.sh"_s});
        QVERIFY(says.isEmpty() || findings[0].message.contains(says));
    }

    void aProgramWithoutTheExecutableBitIsToldUnlessItIsForWindows()
    {
        QCOMPARE(entryFindings({program("main", 0644)}), QStringList{u"error not-executable main"_s});
        ArchiveEntry lost = script("bin/tool", "#!/bin/sh\r\n", 0644);
        ArchiveEntry read = script("bin/lib.sh", "#!/bin/sh\r\n", 0644);
        ArchiveEntry data = script("share/tool", "#!/bin/sh\r\n", 0644);
        for (ArchiveEntry *made : {&lost, &read, &data})
            made->contentKind = ContentKind::Script;
        QCOMPARE(entryFindings({lost, read, data}),
                 (QStringList{u"error not-executable bin/tool"_s, u"error interpreter-line bin/tool"_s}));
        const PortabilityTarget windows{.os = PortabilityTarget::Os::Windows};
        QCOMPARE(checkEntries(archive({program("main", 0644)}), &windows).size(), 0);
    }

    void copiesAreToldOnceWithWhatTheyCost()
    {
        QList<ArchiveEntry> entries{entry("lib/a.so"), entry("lib/b.so"), entry("lib/c.so"), entry("small1"),
                                    entry("small2")};
        for (ArchiveEntry &one : entries) {
            one.sha256 = one.path.startsWith("small"_L1) ? "s" : "l";
            one.size = one.path.startsWith("small"_L1) ? 100 : 10 << 20;
        }
        const QList<Finding> findings = checkTidiness(archive(entries));
        QCOMPARE(told(findings), QStringList{u"info identical-content lib/a.so"_s});
        QVERIFY(findings[0].message.contains(u"20.0 MiB"_s));
    }

    void whatABuildLeavesBehindIsToldOnce()
    {
        QList<ArchiveEntry> entries{entry("a"), entry("b"), entry("c")};
        entries[1].uid = 1000;
        entries[2].uid = 1000;
        entries[2].mtime = 1'700'000'000;
        QCOMPARE(tidinessFindings(entries), (QStringList{u"info owner-not-root b"_s, u"info mtime-not-fixed c"_s}));
        QCOMPARE(tidinessFindings(entries, u"zip"_s), QStringList{u"info mtime-not-fixed c"_s}); // a zip has no owners
    }

    void storePathsAreToldUnlessALoaderPathSaysTheSame()
    {
        const QString glibc = u"/nix/store/00000000000000000000000000000000-glibc-2.40"_s;
        const QString data = u"/nix/store/11111111111111111111111111111111-tzdata"_s;
        QCOMPARE(tidinessFindings({program("a", 0755, {glibc}, glibc + u"/lib/ld-linux-x86-64.so.2"_s),
                                   program("b", 0755, {glibc, data}, glibc + u"/lib/ld-linux-x86-64.so.2"_s)}),
                 QStringList{u"info store-path-in-data b"_s});
    }
};

QTEST_GUILESS_MAIN(EntryChecksTest)
#include "tst_entrychecks.moc"
