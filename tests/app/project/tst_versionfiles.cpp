// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/versionfiles.h"

#include "app/project/gates.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

using Files = QMap<QString, QByteArray>;

class VersionFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileTellsTheVersion_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("file"); // empty: none tells one
        QTest::addColumn<QString>("version");
        const auto row = [](const char *name, const Files &files, const char *file, const char *version) {
            QTest::newRow(name) << files << QString::fromLatin1(file) << QString::fromLatin1(version);
        };
        row("package", {{u"Cargo.toml"_s, "[package]\nname = \"demo\"\nversion = \"1.2.3\"\n"}}, "Cargo.toml", "1.2.3");
        row("package behind a table with a version of its own",
            {{u"Cargo.toml"_s,
              "[dependencies.serde]\nversion = \"9.9.9\"\n\n[package]\nname = \"demo\"\nversion = \"1.2.3-rc.1\"\n"}},
            "Cargo.toml", "1.2.3-rc.1");
        row("workspace",
            {{u"Cargo.toml"_s, "[workspace]\nmembers = [\"a\"]\n[workspace.package]\nversion = \"1.2.3\"\n"}},
            "Cargo.toml", "1.2.3");
        row("workspace whose package inherits",
            {{u"Cargo.toml"_s,
              "[package]\nname = \"demo\"\nversion.workspace = true\n[workspace.package]\nversion = \"1.2.3\"\n"}},
            "Cargo.toml", "1.2.3");
        row("member called as the project",
            {{u"Cargo.toml"_s, "[workspace]\nmembers = [\"crates/*\"]\n"},
             {u"crates/core/Cargo.toml"_s, "[package]\nname = \"core\"\nversion = \"4.0.0\"\n"},
             {u"crates/demo/Cargo.toml"_s, "[package]\nname = \"demo\"\nversion = \"1.2.3\"\n"}},
            "crates/demo/Cargo.toml", "1.2.3");
        row("members that agree",
            {{u"Cargo.toml"_s, "[workspace]\nmembers = [\"a\", \"b\"]\n"},
             {u"a/Cargo.toml"_s, "[package]\nname = \"a\"\nversion = \"1.2.3\"\n"},
             {u"b/Cargo.toml"_s, "[package]\nname = \"b\"\nversion = \"1.2.3\"\n"}},
            "a/Cargo.toml", "1.2.3");
        row("members that do not agree",
            {{u"Cargo.toml"_s, "[workspace]\nmembers = [\"a\", \"b\"]\n"},
             {u"a/Cargo.toml"_s, "[package]\nname = \"a\"\nversion = \"1.2.3\"\n"},
             {u"b/Cargo.toml"_s, "[package]\nname = \"b\"\nversion = \"1.2.4\"\n"}},
            "", "");
        row("package.json", {{u"package.json"_s, "{\n  \"name\": \"demo\",\n  \"version\": \"1.2.3\"\n}\n"}},
            "package.json", "1.2.3");
        row("package.json with another version before",
            {{u"package.json"_s, "{\"engines\": {\"version\": \"9.0.0\"}, \"version\": \"1.2.3\"}"}}, "", "");
        row("placeholder", {{u"package.json"_s, "{\"version\": \"0.0.0-semantically-released\"}"}}, "", "");
        row("pyproject", {{u"pyproject.toml"_s, "[project]\nname = \"demo\"\nversion = \"1.2.3\"\n"}}, "pyproject.toml",
            "1.2.3");
        row("poetry", {{u"pyproject.toml"_s, "[tool.poetry]\nname = \"demo\"\nversion = \"1.2.3\"\n"}},
            "pyproject.toml", "1.2.3");
        row("pyproject that computes it", {{u"pyproject.toml"_s, "[project]\ndynamic = [\"version\"]\n"}}, "", "");
        row("VERSION", {{u"VERSION"_s, "1.2.3\n"}}, "VERSION", "1.2.3");
        row("VERSION with a v", {{u"VERSION"_s, "v1.2.3"}}, "VERSION", "1.2.3");
        row("VERSION that is prose", {{u"VERSION"_s, "See the changelog.\n"}}, "", "");
        row("nix", {{u"nix/versions.nix"_s, "{ ortVersion = \"1.23.2\";\n  demoVersion = \"1.2.3\"; }\n"}},
            "nix/versions.nix", "1.2.3");
        row("nix of something else", {{u"flake.nix"_s, "{ ortVersion = \"1.23.2\"; version = \"9.9.9\"; }\n"}}, "", "");
        row("broken files", {{u"Cargo.toml"_s, "[package\n"}, {u"package.json"_s, "{"}}, "", "");
        row("nothing", {}, "", "");
    }
    void fileTellsTheVersion()
    {
        QFETCH(Files, files);
        QFETCH(QString, file);
        QFETCH(QString, version);
        const QTemporaryDir root;
        for (auto it = files.begin(); it != files.end(); ++it) {
            QVERIFY(QDir().mkpath(QFileInfo(root.filePath(it.key())).path()));
            QFile out(root.filePath(it.key()));
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(*it) == it->size());
        }
        const QList<FoundVersion> found = versionsInFiles(root.path(), u"demo"_s);
        QCOMPARE(found.size(), file.isEmpty() ? 0 : 1);
        if (file.isEmpty())
            return;
        QCOMPARE(found.first().version, version);
        QCOMPARE(found.first().match.file, file);
        QCOMPARE(textOfFileMatch(found.first().match, root.path()), version);
    }
};

QTEST_APPLESS_MAIN(VersionFilesTest)
#include "tst_versionfiles.moc"
