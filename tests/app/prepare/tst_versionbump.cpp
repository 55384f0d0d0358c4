// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/versionbump.h"
#include "app/project/gates.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class VersionBumpTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    Project project(const VersionSource &source, const QList<FileMatch> &bump = {})
    {
        Project made;
        made.directory = m_dir->path();
        made.checkout.root = m_dir->path();
        made.manifest.name = u"minne"_s;
        made.manifest.version = source;
        made.manifest.bump = bump;
        made.version = u"1.0.5"_s;
        return made;
    }

    VersionSource evaluated() { return {.kind = VersionSource::Kind::Eval, .eval = u"lib.version"_s}; }

    static QByteArray textOf(const QList<FileEdit> &edits, const QString &file)
    {
        const auto edit = std::ranges::find(edits, file, &FileEdit::file);
        return edit == edits.end() ? QByteArray() : edit->after;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void onlyTheVersionChanges()
    {
        const QByteArray text = "a 1.0.5\r\nversion = \"1.0.5\" # 1.0.5\r\nend";
        QCOMPARE(withVersion(text, u"^version = \"(.*?)\""_s, u"1.0.5"_s, u"1.1.0"_s).value(),
                 "a 1.0.5\r\nversion = \"1.1.0\" # 1.0.5\r\nend");
        QVERIFY(!withVersion(text, u"^version = \"(.*?)\""_s, u"1.0.4"_s, u"1.1.0"_s));
        QVERIFY(!withVersion("version = \"1.0.5\" \xff", u"\"(.*?)\""_s, u"1.0.5"_s, u"1.1.0"_s));
    }

    void cargoAndItsLockFileGoTogether()
    {
        write(u"Cargo.toml"_s, "[package]\nname = \"minne\"\nversion = \"1.0.5\"\n[dependencies]\nserde = \"1.0.5\"\n");
        write(u"Cargo.lock"_s,
              "version = 4\n\n[[package]]\nname = \"minne\"\nversion = \"1.0.5\"\n\n"
              "[[package]]\nname = \"serde\"\nversion = \"1.0.5\"\nsource = \"registry+x\"\n");
        const auto edits = bumpEdits(project(evaluated()), u"1.0.6"_s);
        QVERIFY2(edits, edits ? "" : qPrintable(edits.error().message));
        QCOMPARE(edits->size(), 2);
        QCOMPARE(textOf(*edits, u"Cargo.toml"_s),
                 "[package]\nname = \"minne\"\nversion = \"1.0.6\"\n[dependencies]\nserde = \"1.0.5\"\n");
        QCOMPARE(textOf(*edits, u"Cargo.lock"_s),
                 "version = 4\n\n[[package]]\nname = \"minne\"\nversion = \"1.0.6\"\n\n"
                 "[[package]]\nname = \"serde\"\nversion = \"1.0.5\"\nsource = "
                 "\"registry+x\"\n");
    }

    void npmAndItsLockFileGoTogether()
    {
        write(u"package.json"_s, "{\n  \"name\": \"minne\",\n  \"version\": \"1.0.5\"\n}\n");
        write(u"package-lock.json"_s,
              "{\n  \"name\": \"minne\",\n  \"version\": \"1.0.5\",\n  \"packages\": {\n"
              "    \"\": {\n      \"name\": \"minne\",\n      \"version\": \"1.0.5\"\n    },\n"
              "    \"node_modules/x\": {\n      \"version\": \"1.0.5\"\n    }\n  }\n}\n");
        const auto edits = bumpEdits(project(evaluated()), u"1.0.6"_s);
        QVERIFY(edits);
        QCOMPARE(textOf(*edits, u"package-lock.json"_s).count("1.0.6"), 2);
        QCOMPARE(textOf(*edits, u"package-lock.json"_s).count("1.0.5"), 1);
    }

    void attributeOfNix()
    {
        write(u"flake.nix"_s, "{\n  lib.minneVersion = \"1.0.5\";\n}\n");
        const VersionSource source{.kind = VersionSource::Kind::File,
                                   .match = {u"flake.nix"_s, u"minneVersion = \"([^\"]+)\";"_s}};
        const auto edits = bumpEdits(project(source), u"2.0.0-rc.1"_s);
        QVERIFY(edits);
        QCOMPARE(textOf(*edits, u"flake.nix"_s), "{\n  lib.minneVersion = \"2.0.0-rc.1\";\n}\n");
    }

    void literalOfTheManifest()
    {
        write(u"unmoor.toml"_s, "# literal = \"1.0.5\"\nversion = { literal = \"1.0.5\" }\n");
        const auto edits =
            bumpEdits(project({.kind = VersionSource::Kind::Literal, .literal = u"1.0.5"_s}), u"1.0.6"_s);
        QVERIFY2(edits, edits ? "" : qPrintable(edits.error().message));
        QCOMPARE(textOf(*edits, u"unmoor.toml"_s), "# literal = \"1.0.5\"\nversion = { literal = \"1.0.6\" }\n");
    }

    void severalPlacesOfOneFileAreOneEdit()
    {
        write(u"a.txt"_s, "one 1.0.5\ntwo 1.0.5\n");
        const auto edits =
            bumpEdits(project(evaluated(), {{u"a.txt"_s, u"one (.*)"_s}, {u"a.txt"_s, u"two (.*)"_s}}), u"1.0.6"_s);
        QVERIFY(edits);
        QCOMPARE(edits->size(), 1);
        QCOMPARE(edits->first().after, "one 1.0.6\ntwo 1.0.6\n");
        QCOMPARE(edits->first().before, "one 1.0.5\ntwo 1.0.5\n");
    }

    void whatIsNotClearIsRefused()
    {
        QCOMPARE(bumpEdits(project(evaluated()), u"1.0.6"_s).error().kind, Error::Kind::NotFound);
        write(u"package.json"_s, "{\n  \"name\": \"minne\",\n  \"version\": \"1.0.5\"\n}\n");
        write(u"VERSION"_s, "1.0.5\n");
        const auto several = bumpEdits(project(evaluated()), u"1.0.6"_s);
        QCOMPARE(several.error().kind, Error::Kind::Conflict);
        QVERIFY(several.error().message.contains(u"package.json, VERSION"_s));
        write(u"a.txt"_s, "one 1.0.4\n");
        const auto other = bumpEdits(project(evaluated(), {{u"a.txt"_s, u"one (.*)"_s}}), u"1.0.6"_s);
        QVERIFY(other.error().message.contains(u"1.0.4"_s));
    }

    void aVersionThatCouldNotBeReadSaysWhy()
    {
        Project unread = project(evaluated());
        unread.version = failure(Error::Kind::Failed, u"Nix failed."_s);
        QCOMPARE(bumpEdits(unread, u"1.0.6"_s).error().message, u"Nix failed."_s);
    }

    void whatSaysItAlreadyIsLeft()
    {
        write(u"a.txt"_s, "one 1.0.6\n");
        const auto edits = bumpEdits(project(evaluated(), {{u"a.txt"_s, u"one (.*)"_s}}), u"1.0.6"_s);
        QVERIFY(edits && edits->isEmpty());
    }
};

QTEST_GUILESS_MAIN(VersionBumpTest)
#include "tst_versionbump.moc"
