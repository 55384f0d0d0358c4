// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/inspection.h"
#include "app/archive/memberfile.h"
#include "tests/app/archive/archivemaker.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Everything beside tars and zips that projects ship: programs alone, packed and not, packages, AppImages.
class AssetKindsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QByteArray m_program; ///< of this machine, by gcc

    QString file(const QString &name) const { return m_dir.filePath(name); }
    bool sh(const QString &command) const { return runIn(m_dir.path(), u"sh"_s, {u"-ec"_s, command}); }

    static PortabilityTarget onLinux(const QString &machine)
    {
        return {.os = PortabilityTarget::Os::Linux, .machine = machine, .triple = machine + u"-unknown-linux-gnu"_s};
    }

    Result<Inspection> inspect(const QString &name, const InspectionRules &rules = {}) const
    {
        return inspectArchive(file(name), rules);
    }

    static QStringList codesOf(const Result<Inspection> &inspection, Severity least = Severity::Warning)
    {
        QStringList codes;
        for (const Finding &finding : inspection->report.findings)
            if (finding.severity == Severity::Error || finding.severity == least)
                codes.append(finding.code);
        return codes;
    }

    static QByteArray content(const QString &archive, const Result<Inspection> &inspection, qsizetype entry)
    {
        const auto member = memberFile(archive, inspection->contents, inspection->contents.entries.at(entry));
        const auto read = readMember(*member, 64 << 20);
        return QTest::qWaitFor([&] { return read.isFinished(); }) ? read.result().value_or(QByteArray()) : QByteArray();
    }

    /// An .rpm with an empty signature and header, which is as little as there can be.
    QByteArray rpm(const QByteArray &payload) const
    {
        QByteArray lead(96, '\0');
        lead.replace(0, 4, "\xed\xab\xee\xdb");
        QByteArray header("\x8e\xad\xe8\x01", 4);
        header.append(QByteArray(12, '\0'));
        return lead + header + header + payload;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFile(file(u"main.c"_s), "#include <stdio.h>\nint main(void) { return puts(\"hello\") < 0; }\n"));
        QVERIFY(sh(u"gcc -O2 -s -fPIE -pie -Wl,-z,relro,-z,now -o program main.c"_s));
        m_program = readFile(file(u"program"_s));
        QVERIFY(sh(u"printf '#!/bin/sh\\necho hi\\n' > install.sh"_s));
    }

    void programAloneIsItsOwnEntry()
    {
        QVERIFY(sh(u"cp program demo-1.0; chmod 644 demo-1.0"_s));
        const auto inspection = inspect(u"demo-1.0"_s, {.target = onLinux(u"x86-64"_s)});
        QVERIFY(inspection.has_value());
        const ArchiveContents &contents = inspection->contents;
        QCOMPARE(contents.format, u"program"_s);
        QVERIFY(contents.isLone);
        QCOMPARE(contents.entries.size(), 1);
        QCOMPARE(contents.entries.first().path, u"demo-1.0"_s);
        QCOMPARE(contents.entries.first().size, m_program.size());
        QCOMPARE(contents.entries.first().sha256, contents.sha256);
        QVERIFY(contents.entries.first().binary());
        // Downloads have no mode: that the file here cannot be started says nothing.
        QCOMPARE(codesOf(inspection), QStringList());
        QVERIFY(content(file(u"demo-1.0"_s), inspection, 0) == m_program);
    }

    void packedProgramIsJudgedUnpacked_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("gz") << u"gzip -c"_s << u"gz"_s;
        QTest::newRow("xz") << u"xz -c"_s << u"xz"_s;
        QTest::newRow("bz2") << u"bzip2 -c"_s << u"bz2"_s;
        QTest::newRow("zst") << u"zstd -c"_s << u"zst"_s;
    }

    void packedProgramIsJudgedUnpacked()
    {
        QFETCH(QString, command);
        QFETCH(QString, suffix);
        const QString name = u"demo."_s + suffix;
        QVERIFY(sh(command + u" program > "_s + name));

        const auto right = inspect(name, {.target = onLinux(u"x86-64"_s)});
        QVERIFY(right.has_value());
        QCOMPARE(right->contents.format, u"program."_s + suffix);
        QCOMPARE(right->contents.entries.first().path, u"demo"_s);
        QCOMPARE(codesOf(right), QStringList());
        QVERIFY(content(file(name), right, 0) == m_program);

        const auto wrong = inspect(name, {.target = onLinux(u"aarch64"_s)});
        QCOMPARE(codesOf(wrong), QStringList{u"wrong-machine"_s});

        const QByteArray whole = readFile(file(name));
        QVERIFY(writeFile(file(u"cut."_s + suffix), whole.first(whole.size() * 2 / 3)));
        const auto cut = inspect(u"cut."_s + suffix);
        QVERIFY(cut.has_value());
        QVERIFY(!cut->passes());
        QVERIFY(!cut->contents.isWhole());
    }

    void scriptAloneIsRead()
    {
        const auto good = inspect(u"install.sh"_s);
        QVERIFY(good.has_value());
        QCOMPARE(good->contents.format, u"script"_s);
        QCOMPARE(codesOf(good), QStringList());
        QVERIFY(sh(u"printf '#!/nix/store/00000000000000000000000000000000-bash/bin/sh\\n' > bad.sh"_s));
        QVERIFY(codesOf(inspect(u"bad.sh"_s)).contains(u"interpreter-line"_s));
    }

    /// What was not downloaded, or not fetched, has the cause's name.
    void pageInThePlaceOfAProgram()
    {
        const QByteArray page = "<!DOCTYPE html>\n<html><body>404</body></html>\n";
        const QByteArray pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 12345\n";
        for (const QString &name : {u"demo-linux-x64"_s, u"demo-windows-x64.exe"_s, u"demo.tar.gz"_s, u"page.html"_s})
            QVERIFY(writeFile(file(name), page));
        QVERIFY(writeFile(file(u"demo-1.2-linux-arm64"_s), pointer));
        QVERIFY(sh(u"gzip -k demo-linux-x64"_s));
        const PortabilityTarget windows{.os = PortabilityTarget::Os::Windows, .triple = u"x86_64-pc-windows"_s};
        QCOMPARE(codesOf(inspect(u"demo-linux-x64"_s)), QStringList{u"not-a-program"_s});
        QCOMPARE(codesOf(inspect(u"demo-linux-x64.gz"_s)), QStringList{u"not-a-program"_s});
        QCOMPARE(codesOf(inspect(u"demo-windows-x64.exe"_s, {.target = windows})), QStringList{u"not-a-program"_s});
        QCOMPARE(codesOf(inspect(u"demo-1.2-linux-arm64"_s)), QStringList{u"lfs-pointer"_s});
        QVERIFY(inspect(u"demo.tar.gz"_s).error().message.contains(u"web page"));
        QCOMPARE(inspect(u"page.html"_s).error().kind, Error::Kind::InvalidInput);
    }

    void anyFileIsReadWhereAskedTo()
    {
        QVERIFY(writeFile(file(u"sbom.json"_s), "{\"bomFormat\": \"CycloneDX\"}\n"));
        QCOMPARE(inspect(u"sbom.json"_s).error().kind, Error::Kind::InvalidInput);
        const auto inspection = inspect(u"sbom.json"_s, {.lone = LoneFiles::All});
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.format, u"file"_s);
        QCOMPARE(inspection->contents.entries.first().size, 27);
        QVERIFY(inspection->passes());
    }

    void fileThatIsNotWhatItsNameSays_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("zip.tar") << u"mkdir -p d; cp program d/; tar -cf $NAME d"_s;
        QTest::newRow("tar.gz.tar.xz") << u"mkdir -p d; cp program d/; tar -cJf $NAME d"_s;
        QTest::newRow("deb.tar.gz") << u"mkdir -p d; cp program d/; tar -czf $NAME d"_s;
        QTest::newRow("gz.plain") << u"cp program $NAME"_s;
    }

    void fileThatIsNotWhatItsNameSays()
    {
        QFETCH(QString, command);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        const QString suffix = tag.startsWith("tar.gz"_L1) ? u"tar.gz"_s : tag.section(u'.', 0, 0);
        const QString name = u"misnamed."_s + suffix;
        QVERIFY(sh(u"NAME="_s + name + u"; "_s + command));
        QVERIFY(codesOf(inspect(name)).contains(u"wrong-extension"_s));
    }

    void programUnderAnArchivesNameIsNone()
    {
        QVERIFY(sh(u"cp program demo.zip; xz -c program > demo.tar.xz"_s));
        for (const QString &name : {u"demo.zip"_s, u"demo.tar.xz"_s})
            QCOMPARE(inspect(name).error().kind, Error::Kind::InvalidInput);
    }

    void textThatBeginsLikeAProgramIsNone()
    {
        QVERIFY(writeFile(file(u"mz.txt"_s), "MZ is how DOS programs begin.\n"));
        QCOMPARE(inspect(u"mz.txt"_s).error().kind, Error::Kind::InvalidInput);
        QVERIFY(inspect(u"mz.txt"_s, {.lone = LoneFiles::All})->passes());
    }

    void debianPackageIsWhatItInstalls_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::newRow("xz") << u"-cJf data.tar.xz"_s;
        QTest::newRow("gz") << u"-czf data.tar.gz"_s;
        QTest::newRow("zst") << u"--zstd -cf data.tar.zst"_s;
        QTest::newRow("plain") << u"-cf data.tar"_s;
    }

    void debianPackageIsWhatItInstalls()
    {
        QFETCH(QString, pack);
        // A library of another package, and a link that it installs.
        QVERIFY(
            sh(u"rm -rf deb; mkdir -p deb/usr/bin deb/usr/lib; cd deb; cp ../program usr/bin/demo; "
               "echo 'int other(void) { return 1; }' > o.c; gcc -shared -fPIC -Wl,-soname,libother.so.1 o.c -o "
               "libother.so; echo 'int other(void); int main(void) { return other(); }' > m.c; "
               "gcc -fPIE -pie m.c ./libother.so -o usr/bin/needs; "
               "ln -s /usr/share/other/x usr/lib/x; "_s
               + u"tar --owner=0 --group=0 --mtime=@0 "_s + pack
               + u" ./usr; echo 2.0 > debian-binary; printf 'Package: demo\\n' > control; "
                 "tar -czf control.tar.gz ./control; rm -f ../demo.deb; ar rc ../demo.deb debian-binary control.tar.gz "
                 "data.tar*"_s));
        const auto inspection = inspect(u"demo.deb"_s, {.target = onLinux(u"x86-64"_s)});
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.format, u"deb"_s);
        QVERIFY(!inspection->contents.isLone);
        qsizetype demo = -1;
        for (qsizetype i = 0; i < inspection->contents.entries.size(); ++i)
            if (inspection->contents.entries[i].path == "usr/bin/demo"_L1)
                demo = i;
        QVERIFY(demo >= 0);
        QVERIFY(content(file(u"demo.deb"_s), inspection, demo) == m_program);
        const QStringList errors = codesOf(inspection, Severity::Error);
        QVERIFY2(errors.isEmpty(), qPrintable(errors.join(u' ')));
        QVERIFY(codesOf(inspection, Severity::Info).contains(u"not-judged"_s));
        QVERIFY(codesOf(inspect(u"demo.deb"_s, {.target = onLinux(u"aarch64"_s)})).contains(u"wrong-machine"_s));

        const QByteArray whole = readFile(file(u"demo.deb"_s));
        QVERIFY(writeFile(file(u"cut.deb"_s), whole.first(whole.size() / 2)));
        const auto cut = inspect(u"cut.deb"_s);
        QVERIFY(cut.has_value() && !cut->contents.isWhole());
    }

    void rpmIsWhatItInstalls_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("zst") << u"zstd -qc"_s;
        QTest::newRow("xz") << u"xz -c"_s;
        QTest::newRow("gz") << u"gzip -c"_s;
    }

    void rpmIsWhatItInstalls()
    {
        QFETCH(QString, command);
        QVERIFY(writeArchive(file(u"payload.cpio"_s), "newc",
                             {{.name = "./usr/bin/demo", .content = m_program, .mode = 0755},
                              {.name = "./usr/share/doc/demo/README", .content = "read me\n"}}));
        QVERIFY(sh(command + u" payload.cpio > payload"_s));
        const QByteArray whole = rpm(readFile(file(u"payload"_s)));
        QVERIFY(writeFile(file(u"demo.rpm"_s), whole));
        const auto inspection = inspect(u"demo.rpm"_s, {.target = onLinux(u"x86-64"_s)});
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.format, u"rpm"_s);
        QCOMPARE(inspection->contents.entries.size(), 2);
        QCOMPARE(codesOf(inspection), QStringList());
        QVERIFY(content(file(u"demo.rpm"_s), inspection, 0) == m_program);
        QVERIFY(codesOf(inspect(u"demo.rpm"_s, {.target = onLinux(u"aarch64"_s)})).contains(u"wrong-machine"_s));

        for (const qsizetype length : {qsizetype(50), qsizetype(110), whole.size() * 3 / 4}) {
            QVERIFY(writeFile(file(u"cut.rpm"_s), whole.first(length)));
            const auto cut = inspect(u"cut.rpm"_s);
            QVERIFY(cut.has_value() && !cut->contents.isWhole());
        }
    }

    void sevenZipIsRead()
    {
        QVERIFY(writeArchive(file(u"demo.7z"_s), "7zip",
                             {{.name = "demo/main", .content = m_program, .mode = 0755},
                              {.name = "demo/Lies mich – ü.txt", .content = "x"}}));
        const auto inspection = inspect(u"demo.7z"_s, {.target = onLinux(u"x86-64"_s)});
        QVERIFY(inspection.has_value());
        QCOMPARE(inspection->contents.format, u"7z"_s);
        QCOMPARE(inspection->contents.entries.size(), 2);
        QCOMPARE(inspection->contents.entries[1].path, u"demo/Lies mich – ü.txt"_s);
        QCOMPARE(codesOf(inspection), QStringList());
        QVERIFY(content(file(u"demo.7z"_s), inspection, 0) == m_program);

        QByteArray damaged = readFile(file(u"demo.7z"_s));
        damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 0x10);
        QVERIFY(writeFile(file(u"damaged.7z"_s), damaged));
        QVERIFY(!inspect(u"damaged.7z"_s)->passes());
    }

    void appImageThatIsCutShortIsNotWhole()
    {
        QByteArray image = m_program;
        image.replace(8, 3, QByteArray("AI\x02", 3));
        // The image follows the section headers, the last that an ELF has.
        const auto table = qFromLittleEndian<quint64>(image.constData() + 0x28);
        const auto count = qFromLittleEndian<quint16>(image.constData() + 0x3c);
        image.truncate(qsizetype(table + 64ULL * count));
        QByteArray squashfs(4096, 'q');
        squashfs.replace(0, 4, "hsqs");
        qToLittleEndian(quint64(squashfs.size()), squashfs.data() + 40);
        QVERIFY(writeFile(file(u"Demo-x86_64.AppImage"_s), image + squashfs));
        const auto whole = inspect(u"Demo-x86_64.AppImage"_s, {.target = onLinux(u"x86-64"_s)});
        QVERIFY(whole.has_value());
        QCOMPARE(whole->contents.format, u"AppImage"_s);
        QCOMPARE(codesOf(whole), QStringList());
        QVERIFY(codesOf(whole, Severity::Info).contains(u"not-judged"_s));

        QVERIFY(writeFile(file(u"Cut-x86_64.AppImage"_s), image + squashfs.first(3000)));
        QCOMPARE(codesOf(inspect(u"Cut-x86_64.AppImage"_s)), QStringList{u"stream-truncated"_s});
    }

    void whatIsNotReadIsSaid()
    {
        QVERIFY(
            writeFile(file(u"demo.msi"_s), QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) + QByteArray(512, 'x')));
        const auto inspection = inspect(u"demo.msi"_s);
        QVERIFY(inspection.has_value());
        QCOMPARE(codesOf(inspection), QStringList{u"not-judged"_s});
        QVERIFY(inspection->passes());
    }
};

QTEST_GUILESS_MAIN(AssetKindsTest)
#include "tst_assetkinds.moc"
