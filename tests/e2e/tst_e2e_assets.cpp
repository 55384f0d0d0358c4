// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

using namespace e2e;

namespace {

const QByteArray assetsFlake = R"nix({
  outputs = { self }:
    let
      make = name: script: derivation {
        inherit name;
        system = "x86_64-linux";
        builder = "/bin/sh";
        PATH = "/usr/bin:/bin";
        args = [ "-euc" script ];
      };
    in
    {
      packages.x86_64-linux = {
        release = make "demo-release" "mkdir $out; cp /bin/true $out/demo-x86_64-unknown-linux-gnu";
        text = make "demo-text" "mkdir $out; echo hello > $out/demo-x86_64-unknown-linux-gnu";
        empty = make "demo-empty" "mkdir $out; : > $out/demo-x86_64-unknown-linux-gnu";
        extras = make "demo-extras" "mkdir -p $out/share; echo '{}' > $out/sbom.json; echo : > $out/share/demo.bash";
      };
    };
}
)nix";

const QByteArray assetsHead = R"toml(schema = 1
[project]
name = "demo"
repository = "example/demo"
version = { literal = "1.2.3" }
checksums = "sha256sums"
provenance = true
)toml";

QByteArray targetTable(const QByteArray &output, const QByteArray &archive = "demo-{triple}")
{
    return "[[target]]\ntriple = \"x86_64-unknown-linux-gnu\"\nsystem = \"x86_64-linux\"\noutput = \"" + output
        + "\"\narchive = \"" + archive + "\"\n";
}

const QByteArray assetTables = R"toml([[asset]]
file = "tools/install.sh"
[[asset]]
system = "x86_64-linux"
output = "extras"
file = "sbom.json"
name = "demo-{version}.cdx.json"
[[asset]]
system = "x86_64-linux"
output = "extras"
name = "demo.bash"
)toml";

} // namespace

/// Releases whose files are no archives.
class AssetsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString project() const { return m_dir->filePath(u"project"_s); }

    void makeProjectWith(const QByteArray &manifest) const
    {
        QVERIFY(QDir().mkpath(project() + u"/tools"_s));
        write(project() + u"/flake.nix"_s, assetsFlake);
        write(project() + u"/unmoor.toml"_s, assetsHead + manifest);
        write(project() + u"/CHANGELOG.md"_s, "# Changelog\n\n## 1.2.3\n\n- First\n");
        write(project() + u"/tools/install.sh"_s, "#!/bin/sh\necho hi\n");
        git(project(), {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        commitAll(project());
    }

    Ended command(const QStringList &arguments) const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"https_proxy"_s, u"http://127.0.0.1:9"_s); // no host is asked
        return run(
            arguments
                + QStringList{u"--json"_s, u"--project"_s, project(), u"--state-dir"_s, m_dir->filePath(u"state"_s)},
            environment);
    }

    static QStringList namesIn(const QJsonArray &files)
    {
        QStringList names;
        for (const QJsonValue &file : files)
            names.append(file[u"name"_s].toString());
        names.sort();
        return names;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void programAndFurtherFilesAreReleased()
    {
        makeProjectWith(targetTable("release") + assetTables);
        const QStringList assets{u"demo-1.2.3.cdx.json"_s, u"demo.bash"_s, u"install.sh"_s};

        const QJsonObject plan = command({u"plan"_s}).json();
        QCOMPARE(plan[u"targets"_s].toArray().size(), 1);
        QCOMPARE(namesIn(plan[u"assets"_s].toArray()), assets);
        QCOMPARE(gateIn(plan, u"File names"_s)[u"outcome"_s].toString(), u"passed"_s);
        QCOMPARE(gateIn(plan, u"Files of the checkout"_s)[u"outcome"_s].toString(), u"passed"_s);

        const Ended ended = command({u"rehearse"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject document = ended.json();
        QVERIFY(document[u"complete"_s].toBool());
        const QJsonObject target = targetIn(document[u"build"_s].toObject(), linuxTriple);
        QVERIFY(target[u"bytes"_s].toInteger() > 0);
        QCOMPARE(namesIn(document[u"build"_s][u"assets"_s].toArray()), assets);
        for (const QJsonValue &asset : document[u"build"_s][u"assets"_s].toArray())
            QVERIFY(asset[u"bytes"_s].toInteger() > 0);
        const QJsonArray files = document[u"status"_s][u"files"_s].toArray();
        QCOMPARE(namesIn(files),
                 (QStringList{u"SHA256SUMS"_s, u"demo-1.2.3.cdx.json"_s, u"demo-v1.2.3.provenance.json"_s,
                              u"demo-x86_64-unknown-linux-gnu"_s, u"demo.bash"_s, u"install.sh"_s}));
        for (const QJsonValue &file : files) {
            QCOMPARE(file[u"verdict"_s].toString(), u"verified"_s);
            QCOMPARE(file[u"target"_s].toString().isEmpty(), file[u"name"_s] != u"demo-x86_64-unknown-linux-gnu"_s);
        }
        QDirIterator sums(m_dir->filePath(u"state"_s), {u"SHA256SUMS"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(sums.hasNext());
        const QByteArray text = read(sums.next());
        for (const QString &name : assets + QStringList{u"demo-x86_64-unknown-linux-gnu"_s})
            QVERIFY2(text.contains("  " + name.toUtf8() + "\n"), text.constData());
    }

    void whatIsNoProgramIsNotBuilt_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("text") << QByteArray("text");
        QTest::newRow("empty") << QByteArray("empty");
    }

    void whatIsNoProgramIsNotBuilt()
    {
        QFETCH(QByteArray, output);
        makeProjectWith(targetTable(output));
        const Ended ended = command({u"build"_s});
        QCOMPARE(ended.code, 1);
        const QJsonObject target = targetIn(ended.json(), linuxTriple);
        QCOMPARE(target[u"outcome"_s].toString(), u"failed"_s);
        QVERIFY(!target[u"failure"_s][u"message"_s].toString().isEmpty());
    }

    void nameThatTheHostChangesStopsThePlan()
    {
        makeProjectWith(targetTable("release", "demo {triple}~1"));
        const Ended ended = command({u"plan"_s});
        QCOMPARE(ended.code, 1);
        const QJsonObject gate = gateIn(ended.json(), u"File names"_s);
        QCOMPARE(gate[u"outcome"_s].toString(), u"failed"_s);
        QVERIFY(gate[u"message"_s].toString().contains(u"demo x86_64-unknown-linux-gnu~1"_s));
    }

    void fileThatTheCommitLacksStopsThePlan()
    {
        makeProjectWith(targetTable("release") + "[[asset]]\nfile = \"missing.sh\"\n");
        const Ended plan = command({u"plan"_s});
        QCOMPARE(plan.code, 1);
        QCOMPARE(gateIn(plan.json(), u"Files of the checkout"_s)[u"outcome"_s].toString(), u"failed"_s);
        const Ended build = command({u"build"_s, u"--target"_s, u"missing.sh"_s});
        QCOMPARE(build.code, 1);
        QCOMPARE(build.json()[u"assets"_s][0][u"outcome"_s].toString(), u"failed"_s);
    }

    void targetComesOutOfTheName()
    {
        const QString name = m_dir->filePath(u"demo_1.0_linux_arm64"_s);
        QVERIFY(QFile::copy(u"/bin/true"_s, name));
        const Ended wrong = run({u"inspect"_s, name, u"--json"_s});
        QCOMPARE(wrong.code, 1);
        QCOMPARE(wrong.json()[u"target"_s].toString(), u"aarch64-unknown-linux"_s);
        QCOMPARE(wrong.json()[u"target_from"_s].toString(), u"name"_s);
        QVERIFY(wrong.out.contains("wrong-machine"));

        const QString plain = m_dir->filePath(u"demo"_s);
        QVERIFY(QFile::copy(u"/bin/true"_s, plain));
        const Ended unknown = run({u"inspect"_s, plain});
        QCOMPARE(unknown.code, 0);
        QVERIFY(unknown.out.contains("not-judged"));
        QVERIFY(unknown.out.contains("--target"));
    }
};

QTEST_GUILESS_MAIN(AssetsTest)
#include "tst_e2e_assets.moc"
