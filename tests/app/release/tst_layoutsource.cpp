// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/layoutsource.h"

#include "tests/app/archive/archivemaker.h"
#include "tests/standin/standinfixture.h"

using namespace unmoor;

namespace {

const QString onLinux = u"x86_64-unknown-linux-gnu"_s;

/// As the command reads them, in a process of its own.
const LayoutReading reading{.inspector = {.program = QStringLiteral(UNMOOR_PROGRAM)}};

ProposalFacts facts()
{
    return {.name = u"minne"_s,
            .repository = u"perstarkse/minne"_s,
            .outputs = {{.system = u"x86_64-linux"_s, .output = u"release"_s}},
            .versions = {{u"lib.version"_s, u"1.0.5"_s}}};
}

} // namespace

class LayoutSourceTest : public StandInFixture
{
    Q_OBJECT

    QNetworkAccessManager m_network;
    QStringList m_said;

    /// "top" packed, under \a name.
    QString archiveNamed(const QString &name)
    {
        const QString path = m_storage->filePath(name);
        if (!makeTree(m_storage->path()) || !QFile::rename(pack(m_storage->path(), u"tar.gz"_s), path))
            return {};
        return path;
    }

    Result<ProposalFacts> fromRelease(const ProposalFacts &known = facts())
    {
        github::Client client(m_network, m_host->apiUrl());
        return ended(withLayoutsOfRelease(known, client, m_storage->filePath(u"state"_s), reading,
                                          [this](const QString &line) { m_said.append(line); }));
    }

    static Result<ProposalFacts> fromFiles(const QStringList &files)
    {
        return ended(withLayoutsOfFiles(facts(), files, reading));
    }

    static Result<ProposalFacts> ended(const QFuture<Result<ProposalFacts>> &future)
    {
        return QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000)
            ? future.result()
            : failure(Error::Kind::Failed, u"it did not end"_s);
    }

private Q_SLOTS:
    void tripleAndVersionComeOutOfAName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("triple");
        QTest::addColumn<QString>("version");
        QTest::newRow("both") << u"m-1.0.4-x86_64-unknown-linux-musl.tar.xz"_s << u"x86_64-unknown-linux-musl"_s
                              << u"1.0.4"_s;
        QTest::newRow("mac") << u"main-aarch64-apple-darwin.tar.xz"_s << u"aarch64-apple-darwin"_s << QString();
        QTest::newRow("windows") << u"x86_64-pc-windows-msvc-2.10.0-rc.1.zip"_s << u"x86_64-pc-windows-msvc"_s
                                 << u"2.10.0-rc.1"_s;
        QTest::newRow("neither") << u"main-1.0.zip"_s << QString() << QString();
    }
    void tripleAndVersionComeOutOfAName()
    {
        QFETCH(QString, name);
        QFETCH(QString, triple);
        QFETCH(QString, version);
        QCOMPARE(tripleInName(name), triple);
        QCOMPARE(versionInName(name), version);
    }

    void fileGivesTheLayoutOfItsTriple()
    {
        const QString path = archiveNamed(u"main-%1.tar.gz"_s.arg(onLinux));
        for (const QString &from : {path, onLinux + u'=' + path}) {
            const auto found = fromFiles({from});
            QVERIFY2(found, qPrintable(found.error_or(Error()).message));
            QCOMPARE(found->layouts.keys(), QStringList{onLinux});
            QCOMPARE(found->layouts.first().root, u"top"_s);
            QVERIFY(!found->layouts.first().files.isEmpty());
            QCOMPARE(found->assets, QStringList{QFileInfo(path).fileName()});
        }
    }

    void fileThatNamesNoTripleIsRefused()
    {
        const auto found = fromFiles({u"/x=y/main.tar.gz"_s});
        QCOMPARE(found.error_or(Error()).kind, Error::Kind::InvalidInput);
        QVERIFY(found.error().message.contains(u"--from TRIPLE=/x=y/main.tar.gz"_s));
    }

    void damagedFileIsRefused()
    {
        const QString path = archiveNamed(u"main-%1.tar.gz"_s.arg(onLinux));
        QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2));
        QCOMPARE(fromFiles({path}).error_or(Error()).kind, Error::Kind::Corrupt);
    }

    void newestReleaseGivesTheLayoutsOfTargetsThatAreBuilt()
    {
        const QString path = archiveNamed(u"a"_s);
        const QJsonObject made = published(u"v1.0.4"_s);
        upload(made, u"main-%1.tar.gz.sha256"_s.arg(onLinux), "x");
        upload(made, u"main-%1.tar.gz"_s.arg(onLinux), readFile(path));
        upload(made, u"main-aarch64-apple-darwin.tar.gz"_s, "not asked for");
        const auto found = fromRelease();
        QVERIFY2(found, qPrintable(found.error_or(Error()).message));
        QCOMPARE(found->layouts.keys(), QStringList{onLinux});
        QCOMPARE(m_host->requestCount("GET", u"/releases/assets/"_s), 1);
    }

    void layoutThatIsThereIsNotDownloaded()
    {
        upload(published(u"v1.0.4"_s), u"main-%1.tar.gz"_s.arg(onLinux), "anything");
        ProposalFacts known = facts();
        known.layouts.insert(onLinux, {u"mine"_s, {}, {}});
        const auto found = fromRelease(known);
        QVERIFY(found);
        QCOMPARE(found->layouts.first().root, u"mine"_s);
        QVERIFY(m_said.last().contains(u"v1.0.4"_s));
    }

    void noReleaseIsSaid()
    {
        const auto found = fromRelease();
        QVERIFY(found && found->layouts.isEmpty());
        QVERIFY(m_said.last().contains(u"no release"_s));
    }
};

QTEST_GUILESS_MAIN(LayoutSourceTest)
#include "tst_layoutsource.moc"
