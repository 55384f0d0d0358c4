// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/manifestedit.h"
#include "app/project/manifesttext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString text = u"schema = 1 # first\n"
                     "\n"
                     "[project]\n"
                     "name = \"minné\" # ours\n"
                     "version = { literal = \"1.0\" }   # now 1.0\n"
                     "\n"
                     "# Linux\n"
                     "[[target]]\n"
                     "triple = \"x86_64-unknown-linux-gnu\"\n"
                     "system = \"x86_64-linux\"\n"
                     "output = \"one\"\n"
                     "archive = \"one.tar.gz\"\n"
                     "notice = \"\"\"\n[not a table]\n\"\"\"\n"
                     "\n"
                     "# Mac\n"
                     "[[target]]\n"
                     "triple = \"aarch64-apple-darwin\"\n"
                     "system = \"aarch64-darwin\"\n"
                     "output = \"one\"\n"
                     "archive = \"mac.tar.gz\"\n"
                     "\n"
                     "[layout.unix]\n"
                     "root = \"x\"\n"_s;
const QString linuxTriple = u"x86_64-unknown-linux-gnu"_s;

} // namespace

class ManifestEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formShowsWhatTheTextSays()
    {
        const auto form = formOfManifest(text);
        QVERIFY(form);
        QCOMPARE(form->name, u"minné"_s);
        QCOMPARE(form->version.literal, u"1.0"_s);
        QCOMPARE(form->targets.size(), 2);
        QCOMPARE(form->targets[1].archive, u"mac.tar.gz"_s);
        QCOMPARE(form->layouts, QStringList{u"unix"_s});
    }

    void aValueChangesAndNothingAroundIt()
    {
        const auto changed = withProjectKey(text, u"name"_s, tomlString(u"a \"b\" \\ c"_s));
        QVERIFY(changed);
        QCOMPARE(*changed, QString(text).replace(u"\"minné\" # ours"_s, u"\"a \\\"b\\\" \\\\ c\""_s));
        QCOMPARE(formOfManifest(*changed)->name, u"a \"b\" \\ c"_s);
    }

    void aValueBehindOthersOnItsLineIsFound()
    {
        const QString odd = u"[project]\nversion = { literal = \"𝄞\", regex = \"\" } # c\nname = \"a\"\n"_s;
        const auto changed = withProjectKey(odd, u"version"_s, u"{ eval = \"lib.v\" }"_s);
        QCOMPARE(changed.value_or(QString()), u"[project]\nversion = { eval = \"lib.v\" }\nname = \"a\"\n"_s);
    }

    void aKeyThatIsNotThereComesBehindTheOthers()
    {
        const auto changed = withProjectKey(text, u"tag"_s, tomlString(u"v{version}"_s));
        QCOMPARE(changed.value_or(QString()),
                 QString(text).replace(u"# now 1.0\n"_s, u"# now 1.0\ntag = \"v{version}\"\n"_s));
        QCOMPARE(withProjectKey(*changed, u"tag"_s, {}).value_or(QString()), text);
        QCOMPARE(withProjectKey(u"[project]"_s, u"tag"_s, u"\"t\""_s).value_or(QString()),
                 u"[project]\ntag = \"t\"\n"_s);
    }

    void targetsAreCutAndPutBack()
    {
        const auto cut = cutTarget(text, linuxTriple);
        QVERIFY(cut);
        QCOMPARE(formOfManifest(cut->toml)->targets.size(), 1);
        QVERIFY(cut->part.startsWith(u"[[target]]\ntriple = \"x86_64"_s));
        QVERIFY(cut->part.endsWith(u"[not a table]\n\"\"\"\n\n"_s));
        QVERIFY(cut->toml.contains(u"# Linux\n# Mac\n"_s));
        const auto back = withTarget(cut->toml, cut->part);
        QVERIFY(back);
        const auto form = formOfManifest(*back);
        QCOMPARE(form->targets.size(), 2);
        QCOMPARE(form->targets[1].triple, linuxTriple);
        QVERIFY(back->contains(u"mac.tar.gz\"\n\n[[target]]\n"_s));
        QVERIFY(back->endsWith(u"\"\"\"\n\n[layout.unix]\nroot = \"x\"\n"_s));
    }

    void aTargetsKeyChangesInThatTargetAlone()
    {
        const auto changed = withTargetKey(text, u"aarch64-apple-darwin"_s, u"layout"_s, u"\"unix\""_s);
        QVERIFY(changed);
        QCOMPARE(*changed, QString(text).replace(u"\"mac.tar.gz\"\n"_s, u"\"mac.tar.gz\"\nlayout = \"unix\"\n"_s));
    }

    void whatCannotBeEditedIsSaid_data()
    {
        QTest::addColumn<QString>("toml");
        QTest::addColumn<QString>("words");
        QTest::newRow("no TOML") << u"[project]\nname = \n"_s << u"in line 2"_s;
        QTest::newRow("no table") << u"schema = 1\n"_s << u"[project]"_s;
        QTest::newRow("dotted") << u"project.name = \"a\"\n"_s << u"[project]"_s;
        QTest::newRow("inline") << u"project = { name = \"a\" }\n"_s << u"[project]"_s;
    }
    void whatCannotBeEditedIsSaid()
    {
        QFETCH(QString, toml);
        QFETCH(QString, words);
        const auto changed = withProjectKey(toml, u"tag"_s, u"\"t\""_s);
        QVERIFY(!changed);
        QCOMPARE(changed.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(changed.error().message.contains(words), qPrintable(changed.error().message));
    }

    void versionsAreWrittenAsTheyAreRead()
    {
        for (const VersionSource &source :
             {VersionSource{.kind = VersionSource::Kind::Eval, .eval = u"lib.v"_s, .match = {}, .literal = {}},
              VersionSource{.kind = VersionSource::Kind::Literal, .eval = {}, .match = {}, .literal = u"1\"2"_s},
              VersionSource{.kind = VersionSource::Kind::File,
                            .eval = {},
                            .match = {u"Cargo.toml"_s, u"^version = \"(.*)\""_s},
                            .literal = {}},
              VersionSource{.kind = VersionSource::Kind::File,
                            .eval = {},
                            .match = {u"setup.py"_s, u"version='(.*)'"_s},
                            .literal = {}}}) {
            const auto changed = withProjectKey(text, u"version"_s, tomlOf(source));
            QVERIFY(changed);
            QCOMPARE(formOfManifest(*changed)->version, source);
        }
    }

    void problemHasItsPlace()
    {
        QCOMPARE(findManifestProblem(QString(text).replace(u"root = \"x\""_s, u"root = \"x\"\nfile = []"_s).toUtf8()),
                 std::nullopt);
        const auto problem = findManifestProblem("schema = 1\n[project]\nnam = \"a\"\n");
        QVERIFY(problem);
        QCOMPARE(problem->line, 3);
        QCOMPARE(problem->column, 1);
        QVERIFY(problem->message.contains(u"did you mean \"name\""_s));
    }
};

QTEST_GUILESS_MAIN(ManifestEditTest)
#include "tst_manifestedit.moc"
