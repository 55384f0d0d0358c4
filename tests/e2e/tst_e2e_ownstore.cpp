// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/nix/ownstore.h"
#include "tests/e2e/program.h"

using namespace e2e;

namespace {

/// One target, whose builder begins with SHELL.
const QByteArray flake = R"nix({
  outputs = { self }: {
    packages.x86_64-linux.one = derivation {
      name = "one";
      system = "x86_64-linux";
      builder = "/bin/sh";
      PATH = "/usr/bin:/bin";
      args = [ "-c" ''SHELL mkdir $out; echo one > file; tar -cf $out/one.tar file'' ];
    };
  };
}
)nix";

const QByteArray manifest = R"toml(schema = 1
[project]
name = "minne"
version = { literal = "1.0.5" }
[[target]]
triple = "x86_64-unknown-linux-gnu"
system = "x86_64-linux"
output = "one"
archive = "one.tar"
)toml";

} // namespace

/// Nix whose store lies in a folder of the user's own.
class OwnStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void archiveIsTakenFromWhereItLies()
    {
        const OwnStore store;
        const QTemporaryDir folder;
        const QString project = folder.filePath(u"project"_s);
        QVERIFY(QDir().mkpath(project));
        write(project + u"/flake.nix"_s, QByteArray(flake).replace("SHELL", store.shell()));
        write(project + u"/unmoor.toml"_s, manifest);
        git(project, {u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        commitAll(project);
        const QStringList build{u"build"_s, u"--json"_s,      u"--project"_s,
                                project,    u"--state-dir"_s, folder.filePath(u"state"_s)};
        for (const QString &outcome : {u"built"_s, u"cached"_s}) {
            const Ended ended = run(build);
            QVERIFY2(ended.code == 0, (ended.err + ended.out).constData());
            const QJsonObject target = targetIn(ended.json(), linuxTriple);
            QCOMPARE(target[u"outcome"_s].toString(), outcome);
            const QString storePath = target[u"store_path"_s].toString();
            QVERIFY(storePath.startsWith(u"/nix/store/"_s));
            QVERIFY(!QFileInfo::exists(storePath));
            QCOMPARE(target[u"archive"_s].toString(), store.realPath(storePath) + u"/one.tar"_s);
            QVERIFY(target[u"bytes"_s].toInteger() > 0);
        }
    }
};

QTEST_GUILESS_MAIN(OwnStoreTest)
#include "tst_e2e_ownstore.moc"
