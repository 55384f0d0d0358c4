// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "app/project/releasemanifest.h"

using namespace e2e;
using namespace unmoor;

/// What flakes and checkouts in the wild look like, made small: init proposes what they say, and plan claims nothing
/// that it did not see. No host is asked: the way to it leads nowhere.
class InitTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString project() const { return m_dir->filePath(u"demo"_s); }
    QString file(const QString &name) const { return project() + u'/' + name; }

    static QProcessEnvironment offline()
    {
        QProcessEnvironment environment = cleanEnvironment();
        for (const QString &name : {u"https_proxy"_s, u"HTTPS_PROXY"_s})
            environment.insert(name, u"http://127.0.0.1:9"_s);
        return environment;
    }

    Ended unmoor(const QStringList &words, const QString &directory = {}) const
    {
        return run(words
                       + QStringList{u"--project"_s, directory.isEmpty() ? project() : directory, u"--state-dir"_s,
                                     m_dir->filePath(u"state"_s)},
                   offline());
    }

    /// A flake whose outputs are \a outputs; `rel "name"` is a derivation.
    static QByteArray flakeOf(const QByteArray &outputs)
    {
        return "{ outputs = { self }: let rel = n: derivation { name = n; system = \"x86_64-linux\"; builder = "
               "\"/bin/sh\"; "
               "}; in {\n"
            + outputs + "\n}; }\n";
    }

    void makeRepository(const QMap<QString, QByteArray> &files, const QString &remote = u"https://github.com/o/demo"_s)
    {
        for (auto it = files.begin(); it != files.end(); ++it) {
            QDir().mkpath(QFileInfo(file(it.key())).path());
            write(file(it.key()), *it);
        }
        git(project(), {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        git(project(), {u"remote"_s, u"add"_s, u"origin"_s, remote});
        commitAll(project());
    }

    /// "triple: system output" of every target in the proposed unmoor.toml.
    QStringList targets() const
    {
        const auto manifest = readManifest(project());
        QStringList lines;
        if (manifest)
            for (const ManifestTarget &target : manifest->targets)
                lines.append(u"%1: %2 %3"_s.arg(target.triple, target.system, target.output));
        lines.sort();
        return lines;
    }

    VersionSource version() const { return readManifest(project()).value_or(ReleaseManifest()).version; }

    static constexpr auto changelog = "# Changelog\n\n## [1.2.3] - 2026-01-01\n\n- New\n";
    static constexpr auto manifestHead = "schema = 1\n[project]\nname = \"demo\"\nversion = { literal = \"1.2.3\" }\n";

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void platformsAreReadOutOfNames()
    {
        makeRepository(
            {{u"flake.nix"_s,
              flakeOf("packages.x86_64-linux = { default = rel \"demo\"; release-aarch64-darwin = rel \"a\"; "
                      "release-aarch64-linux = rel \"b\"; release-windows = rel \"c\"; release-x86_64-linux = "
                      "rel \"d\"; release-x86_64-linux-musl = rel \"e\"; dockerImage = rel \"f\"; };")}});
        const Ended ended = unmoor({u"init"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(targets(),
                 (QStringList{u"aarch64-apple-darwin: x86_64-linux release-aarch64-darwin"_s,
                              u"aarch64-unknown-linux-gnu: x86_64-linux release-aarch64-linux"_s,
                              u"x86_64-pc-windows-msvc: x86_64-linux release-windows"_s,
                              u"x86_64-unknown-linux-gnu: x86_64-linux release-x86_64-linux"_s,
                              u"x86_64-unknown-linux-musl: x86_64-linux release-x86_64-linux-musl"_s}));
        QVERIFY(read(file(u"unmoor.toml"_s)).contains("#   packages.x86_64-linux.dockerImage"));
    }

    void releasesGoBeforeBundlesAndTheRestIsNamed()
    {
        makeRepository({{u"flake.nix"_s,
                         flakeOf("packages.x86_64-linux = { default = rel \"demo\"; x86_64-linux-musl = rel \"a\"; "
                                 "platform-bundle = rel \"b\"; release-x86_64-linux = rel \"c\"; };")}});
        QCOMPARE(unmoor({u"init"_s}).code, 0);
        QCOMPARE(targets(), QStringList{u"x86_64-unknown-linux-gnu: x86_64-linux release-x86_64-linux"_s});
        const QByteArray text = read(file(u"unmoor.toml"_s));
        QVERIFY(text.contains("#   packages.x86_64-linux.x86_64-linux-musl (x86_64-unknown-linux-musl)"));
        QVERIFY(text.contains("#   packages.x86_64-linux.platform-bundle"));
    }

    void oneOutputThatThrowsHidesNoOther()
    {
        makeRepository({{u"flake.nix"_s,
                         flakeOf("packages.x86_64-linux.release = rel \"a\"; packages.aarch64-darwin.release = rel "
                                 "\"b\"; packages.x86_64-darwin.release = throw \"not supported\";")}});
        QCOMPARE(unmoor({u"init"_s}).code, 0);
        QCOMPARE(targets(),
                 (QStringList{u"aarch64-apple-darwin: aarch64-darwin release"_s,
                              u"x86_64-unknown-linux-gnu: x86_64-linux release"_s}));
    }

    void planSaysWhyAnOutputDoesNotEvaluate()
    {
        makeRepository({{u"flake.nix"_s,
                         flakeOf("packages.x86_64-linux.release = throw \"too old a compiler\"; "
                                 "packages.x86_64-linux.other = rel \"a\";")},
                        {u"CHANGELOG.md"_s, changelog},
                        {u"unmoor.toml"_s,
                         QByteArray(manifestHead)
                             + "[[target]]\ntriple = \"x86_64-unknown-linux-gnu\"\nsystem = "
                               "\"x86_64-linux\"\noutput = \"release\"\narchive = \"demo.tar.gz\"\n"}});
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.code, 1);
        const QString message = targetIn(plan.json(), linuxTriple)[u"message"_s].toString();
        QVERIFY2(message.contains(u"too old a compiler"_s), qPrintable(message));
    }

    void versionBesideFunctionsAndThrows_data()
    {
        QTest::addColumn<QByteArray>("lib");
        QTest::newRow("function") << QByteArray("lib = { version = \"1.2.3\"; mkDemo = a: a; };");
        QTest::newRow("throw") << QByteArray("lib = { version = \"1.2.3\"; old = throw \"gone\"; };");
        QTest::newRow("beyond tryEval") << QByteArray("lib = { version = \"1.2.3\"; old = builtins.abort \"gone\"; };");
        QTest::newRow("named after the project")
            << QByteArray("lib = { demoVersion = \"1.2.3\"; aVersion = \"9.9.9\"; };");
    }
    void versionBesideFunctionsAndThrows()
    {
        QFETCH(QByteArray, lib);
        makeRepository({{u"flake.nix"_s, flakeOf("packages.x86_64-linux.release = rel \"a\"; " + lib)},
                        {u"Cargo.toml"_s, "[package]\nname = \"demo\"\nversion = \"1.2.2\"\n"}});
        QCOMPARE(unmoor({u"init"_s}).code, 0);
        QCOMPARE(version().kind, VersionSource::Kind::Eval);
        QVERIFY(version().eval == u"lib.version"_s || version().eval == u"lib.demoVersion"_s);
    }

    void versionComesFromFilesThenFromTheNewestTagAndIsNeverMadeUp()
    {
        const QByteArray flake =
            flakeOf("packages.x86_64-linux.release = rel \"a\"; lib.ortVersion = \"1.23.2\"; lib.f = a: a;");
        makeRepository({{u"flake.nix"_s, flake}, {u"Cargo.toml"_s, "[workspace.package]\nversion = \"1.2.3\"\n"}});
        git(project(), {u"tag"_s, u"v1.2.2"_s});
        QCOMPARE(unmoor({u"init"_s}).code, 0);
        QCOMPARE(version().kind, VersionSource::Kind::File);
        QCOMPARE(version().match.file, u"Cargo.toml"_s);

        QVERIFY(QFile::remove(file(u"Cargo.toml"_s)));
        QCOMPARE(unmoor({u"init"_s, u"--force"_s}).code, 0);
        QCOMPARE(version().kind, VersionSource::Kind::Literal);
        QCOMPARE(version().literal, u"1.2.2"_s);

        git(project(), {u"tag"_s, u"-d"_s, u"v1.2.2"_s});
        QCOMPARE(unmoor({u"init"_s, u"--force"_s}).code, 0);
        QCOMPARE(version().kind, VersionSource::Kind::File);
        QVERIFY(!read(file(u"unmoor.toml"_s)).contains("0.1.0"));
        QCOMPARE(gateIn(unmoor({u"plan"_s, u"--json"_s}).json(), u"Version"_s)[u"outcome"_s].toString(), u"failed"_s);
    }

    void withoutPackagesItIsSaidWhatThereIs()
    {
        makeRepository(
            {{u"flake.nix"_s,
              flakeOf("legacyPackages.x86_64-linux.release = rel \"a\"; hydraJobs.x86_64-linux.release = rel "
                      "\"a\";")}});
        const Ended ended = unmoor({u"init"_s});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.err.contains("has no packages") && ended.err.contains("legacyPackages (x86_64-linux)")
                     && ended.err.contains("hydraJobs (x86_64-linux)") && !ended.err.contains("apps ("),
                 ended.err.constData());
        QVERIFY(!ended.err.contains("packages.x86_64-linux.packages"));
    }

    void withoutAFlakeItIsSaidWhatToWrite_data()
    {
        QTest::addColumn<bool>("isCheckout");
        QTest::newRow("in a checkout") << true;
        QTest::newRow("outside of git") << false;
    }
    void withoutAFlakeItIsSaidWhatToWrite()
    {
        QFETCH(bool, isCheckout);
        if (isCheckout)
            makeRepository({{u"CHANGELOG.md"_s, changelog}});
        else
            QVERIFY(QDir().mkpath(project()));
        const Ended ended = unmoor({u"init"_s});
        QVERIFY2(ended.err.contains("There is no flake.nix") && ended.err.contains("nix flake init"),
                 ended.err.constData());
        QVERIFY2(!ended.err.contains("log"), ended.err.constData()); // a question has none
    }

    void fileOfASubmoduleIsNamedAsTheCause()
    {
        makeRepository({{u"flake.nix"_s,
                         flakeOf("packages.x86_64-linux.release = builtins.seq (builtins.readFile ./vendor/x/data.txt) "
                                 "(rel \"a\");")},
                        {u"CHANGELOG.md"_s, changelog},
                        {u"unmoor.toml"_s,
                         QByteArray(manifestHead)
                             + "[[target]]\ntriple = \"x86_64-unknown-linux-gnu\"\nsystem = "
                               "\"x86_64-linux\"\noutput = \"release\"\narchive = \"demo.tar.gz\"\n"}});
        const QString other = m_dir->filePath(u"x"_s);
        QDir().mkpath(other);
        write(other + u"/data.txt"_s, "x\n");
        git(other, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        commitAll(other);
        git(project(),
            {u"-c"_s, u"protocol.file.allow=always"_s, u"submodule"_s, u"--quiet"_s, u"add"_s, other, u"vendor/x"_s});
        commitAll(project());
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QCOMPARE(plan.code, 1);
        const QString message = targetIn(plan.json(), linuxTriple)[u"message"_s].toString();
        QVERIFY2(message.contains(u"vendor/x is a git submodule"_s) && message.contains(u"submodules = true"_s),
                 qPrintable(message));
    }

    void flakeInAFolderIsFoundFromTheTop()
    {
        makeRepository({{u"nix/flake.nix"_s, flakeOf("packages.x86_64-linux.release = rel \"demo\";")},
                        {u"CHANGELOG.md"_s, changelog},
                        {u"VERSION"_s, "1.2.3\n"}});
        const Ended ended = unmoor({u"init"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(targets(), QStringList{u"x86_64-unknown-linux-gnu: x86_64-linux release"_s});
        QCOMPARE(readManifest(project())->flake, u"nix"_s);
        QVERIFY(unmoor({u"notes"_s}).out.contains("- New"));
        commitAll(project());
        const QJsonObject plan = unmoor({u"plan"_s, u"--json"_s}).json();
        QCOMPARE(gateIn(plan, u"Lock file"_s)[u"outcome"_s].toString(), u"passed"_s);
        QVERIFY(targetIn(plan, linuxTriple)[u"state"_s].toString() != u"unbuildable"_s);
        // And from the folder itself, the way to the top is told.
        QVERIFY(unmoor({u"init"_s}, file(u"nix"_s)).err.contains("finds the flake in nix"));
    }

    void shallowCloneIsNotTakenForAWholeOne()
    {
        makeRepository({{u"flake.nix"_s, flakeOf("packages.x86_64-linux.release = rel \"a\";")},
                        {u"CHANGELOG.md"_s, changelog},
                        {u"unmoor.toml"_s, manifestHead}});
        git(project(), {u"tag"_s, u"v1.2.2"_s});
        for (const char *text : {"1", "2"}) {
            write(file(u"f"_s), text);
            commitAll(project());
        }
        const QString clone = m_dir->filePath(u"clone"_s);
        git(m_dir->path(), {u"clone"_s, u"-q"_s, u"--depth"_s, u"1"_s, u"file://"_s + project(), clone});
        git(clone, {u"remote"_s, u"set-url"_s, u"origin"_s, u"https://github.com/o/demo"_s});
        const Ended plan = unmoor({u"plan"_s}, clone);
        QVERIFY2(plan.out.contains("shallow") && plan.out.contains("git fetch --unshallow --tags"),
                 plan.out.constData());
        QVERIFY(!plan.out.contains("first release"));
        const Ended entries = unmoor({u"notes"_s, u"--from-commits"_s}, clone);
        QCOMPARE(entries.code, 1);
        QVERIFY2(entries.err.contains("git fetch --unshallow --tags"), entries.err.constData());
    }

    void tagsOfOtherPackagesAreNotCounted()
    {
        makeRepository({{u"flake.nix"_s, flakeOf("packages.x86_64-linux.release = rel \"a\";")},
                        {u"CHANGELOG.md"_s, changelog},
                        {u"unmoor.toml"_s, QByteArray(manifestHead) + "tag = \"cli/v{version}\"\n"}});
        git(project(), {u"tag"_s, u"cli/v1.2.2"_s});
        write(file(u"f"_s), "1");
        git(project(), {u"add"_s, u"-A"_s});
        git(project(), {u"commit"_s, u"-qm"_s, u"feat: one"_s});
        git(project(), {u"tag"_s, u"core/v9.0.0"_s});
        git(project(), {u"tag"_s, u"nightly"_s});
        QVERIFY(unmoor({u"plan"_s}).out.contains("1.2.3 follows 1.2.2"));
        const Ended entries = unmoor({u"notes"_s, u"--from-commits"_s});
        QCOMPARE(entries.code, 0);
        QVERIFY2(entries.err.contains("since cli/v1.2.2"), entries.err.constData());
        QVERIFY2(entries.out.contains("- One"), entries.out.constData());
    }

    void remoteAtAnotherHostIsSaidAndNobodyIsAsked()
    {
        makeRepository(
            {{u"flake.nix"_s, flakeOf("packages.x86_64-linux.default = rel \"a\";")}, {u"CHANGELOG.md"_s, changelog}},
            u"https://codeberg.org/o/demo.git"_s);
        const Ended ended = unmoor({u"init"_s});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.err.contains("codeberg.org") && !ended.err.contains("api.github.com"), ended.err.constData());
        QVERIFY(readManifest(project())->repository.isEmpty());
        QCOMPARE(readManifest(project())->name, u"demo"_s);
        commitAll(project());
        const Ended plan = unmoor({u"plan"_s, u"--json"_s});
        QVERIFY2(!plan.out.contains("api.github.com") && !plan.err.contains("api.github.com"), plan.out.constData());
        for (const QString &name : {u"Commit is on GitHub"_s, u"Tag is free"_s})
            QVERIFY(gateIn(plan.json(), name)[u"message"_s].toString().contains(u"codeberg.org"_s)
                    || name == "Tag is free"_L1);
    }

    void inputsOutOfReachLeaveWhatTheFilesSay()
    {
        const QByteArray flake =
            "{ inputs.far.url = \"git+file:///nowhere/at/all\"; outputs = { self, far }: { packages = "
            "far.each (system: { demo-release = far.x; demo-release-windows = far.y; }); }; }\n";
        makeRepository({{u"flake.nix"_s, flake},
                        {u"nix/versions.nix"_s, "{ demoVersion = \"1.0.5\"; ortVersion = \"1.23.2\"; }\n"},
                        {u"docs/releases.md"_s,
                         "| Target | Nix output |\n|---|---|\n| `x86_64-unknown-linux-gnu` | `.#demo-release` |\n| "
                         "`aarch64-apple-darwin` | `.#demo-release` |\n| ~~`x86_64-apple-darwin`~~ | **Dropped** "
                         "`.#demo-release` |\n| `x86_64-pc-windows-msvc` | `.#demo-release-windows` |\n"}});
        git(project(), {u"tag"_s, u"v1.0.4"_s});
        const Ended ended = unmoor({u"init"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QStringList three{u"aarch64-apple-darwin: aarch64-darwin demo-release"_s,
                                u"x86_64-pc-windows-msvc: x86_64-linux demo-release-windows"_s,
                                u"x86_64-unknown-linux-gnu: x86_64-linux demo-release"_s};
        QCOMPARE(targets(), three);
        QCOMPARE(readManifest(project())->tag, u"v{version}"_s);
        QCOMPARE(version().match.file, u"nix/versions.nix"_s);
        QVERIFY(read(file(u"unmoor.toml"_s)).contains("docs/releases.md"));

        // Without such a table: from the matrix of a workflow, and at last from the flake's own text.
        QDir().mkpath(file(u".github/workflows"_s));
        QVERIFY(QFile::remove(file(u"docs/releases.md"_s)));
        write(file(u".github/workflows/release.yml"_s),
              "jobs:\n  build:\n    strategy:\n      matrix:\n        include:\n"
              "          - target: x86_64-unknown-linux-gnu\n            system: x86_64-linux\n            attr: "
              "demo-release\n          - target: aarch64-apple-darwin\n            attr: demo-release\n          - "
              "target: x86_64-pc-windows-msvc\n            attr: demo-release-windows\n    steps:\n      - run: nix "
              "build "
              "\".#${{ matrix.attr }}\"\n");
        QCOMPARE(unmoor({u"init"_s, u"--force"_s}).code, 0);
        QCOMPARE(targets(), three);
        QVERIFY(QFile::remove(file(u".github/workflows/release.yml"_s)));
        replaceIn(file(u"flake.nix"_s), "far.each", "far.each [ \"x86_64-linux\" \"aarch64-darwin\" ]");
        QCOMPARE(unmoor({u"init"_s, u"--force"_s}).code, 0);
        QCOMPARE(targets(), three);
    }

    void imageIsSaidNotToBeHandled()
    {
        makeRepository({{u"flake.nix"_s, flakeOf("packages.x86_64-linux.release = rel \"a\";")},
                        {u"CHANGELOG.md"_s, changelog},
                        {u"unmoor.toml"_s,
                         QByteArray(manifestHead) + "[image]\noutput = \"img\"\nrepository = \"ghcr.io/o/demo\"\n"}});
        const QJsonObject plan = unmoor({u"plan"_s, u"--json"_s}).json();
        QVERIFY(gateIn(plan, u"Container image"_s)[u"message"_s].toString().contains(u"ghcr.io/o/demo"_s));
    }
};

QTEST_GUILESS_MAIN(InitTest)
#include "tst_e2e_init.moc"
