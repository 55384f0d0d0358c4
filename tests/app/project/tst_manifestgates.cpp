// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/gates.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;
using Outcome = Gate::Outcome;
using Kind = Error::Kind;

class ManifestGatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir.emplace(); }

    void equalValuesPass()
    {
        const Gate gate = evalGate(pin(), u"1.23.2"_s, u"1.23.2"_s);
        QCOMPARE(gate, (Gate{.name = u"Pin"_s, .outcome = Outcome::Passed, .message = u"lib.ortVersion is 1.23.2"_s}));
    }

    void differentValuesNameBothAndWhereTheyStand_data()
    {
        QTest::addColumn<ManifestGate>("gate");
        QTest::addColumn<QString>("source");
        ManifestGate gate = pin();
        QTest::newRow("equals") << gate << u"unmoor.toml:14"_s;
        gate.equals.reset();
        gate.equalsEval = u"lib.other"_s;
        QTest::newRow("equals-eval") << gate << u"lib.other"_s;
        gate.equalsEval.clear();
        gate.matchesFile = FileMatch{u"Cargo.toml"_s, u"(.)"_s};
        QTest::newRow("matches-file") << gate << u"Cargo.toml"_s;
    }
    void differentValuesNameBothAndWhereTheyStand()
    {
        QFETCH(ManifestGate, gate);
        QFETCH(QString, source);
        const Gate result = evalGate(gate, u"1.22.0"_s, u"1.23.2"_s);
        QCOMPARE(result.outcome, Outcome::Failed);
        QCOMPARE(result.message, u"expected 1.23.2, the flake says 1.22.0"_s);
        QVERIFY(result.hint.contains(source + u" says 1.23.2"_s));
        QVERIFY(result.hint.contains(u"unmoor.toml:14"));
    }

    void longAndEmptyValuesFitIntoALine()
    {
        const Gate gate = evalGate(pin(), QString(200, u'x') + u"\ny"_s, u""_s);
        QVERIFY(gate.message.startsWith(u"expected nothing, the flake says xxx"));
        QVERIFY(gate.message.size() < 130);
        QVERIFY(!gate.message.contains(u'\n'));
    }

    void sideThatCouldNotBeHadFailsWithTheReason()
    {
        for (const Gate &gate : {evalGate(pin(), failure(Kind::Failed, u"why"_s), u"1"_s),
                                 evalGate(pin(), u"1"_s, failure(Kind::NotFound, u"why"_s)),
                                 flakeCheckGate(pin(), failure(Kind::Failed, u"why"_s))}) {
            QCOMPARE(gate.outcome, Outcome::Failed);
            QCOMPARE(gate.message, u"why"_s);
            QVERIFY(!gate.hint.isEmpty());
        }
    }

    void canceledChecksAreSkipped()
    {
        const auto canceled = failure(Kind::Canceled, u"stopped"_s);
        QCOMPARE(evalGate(pin(), canceled, u"1"_s).outcome, Outcome::Skipped);
        QCOMPARE(flakeCheckGate(pin(), canceled).outcome, Outcome::Skipped);
    }

    void flakeCheckPasses() { QCOMPARE(flakeCheckGate(pin(), {}).outcome, Outcome::Passed); }

    void findsTheVersionAsAWholeWord_data()
    {
        QTest::addColumn<bool>("found");
        for (const char *line : {"1.0.5", "v1.0.5", "Version 1.0.5.", "main-1.0.5.tar.xz", "minne_1.0.5_amd64.deb",
                                 "(1.0.5)", "\"1.0.5\"", "=1.0.5,", "refs/tags/v1.0.5", "1.0.5-x86_64"})
            QTest::newRow(line) << true;
        for (const char *line : {"11.0.5", "1.0.50", "1.0.5.1", "2.1.0.5", "1x0x5", "1.0.5a", "rev1.0.5", "1.0", ""})
            QTest::addRow("not in \"%s\"", line) << false;
    }
    void findsTheVersionAsAWholeWord()
    {
        QFETCH(bool, found);
        const QByteArray tag = QTest::currentDataTag();
        const QByteArray line = found ? tag : tag.sliced(8).chopped(1);
        write(u"README.md"_s, "first\n" + line + "\nlast\n");
        const Gate gate = noVersion({u"README.md"_s});
        QCOMPARE(gate.outcome, found ? Outcome::Failed : Outcome::Passed);
        QCOMPARE(gate.message, found ? u"1.0.5 is written in README.md:2"_s : u"no 1.0.5 in README.md"_s);
    }

    void namesAHandfulOfPlaces()
    {
        write(u"docs/a.md"_s, "1.0.5\n\n1.0.5 1.0.5\n");
        write(u"docs/b.md"_s, QByteArray("1.0.5\r\n").repeated(6));
        const Gate gate = noVersion({u"docs/*.md"_s});
        QCOMPARE(gate.message,
                 u"1.0.5 is written in docs/a.md:1, docs/a.md:3, docs/b.md:1, docs/b.md:2, docs/b.md:3 and 3 more"_s);
        QVERIFY(!gate.hint.isEmpty());
    }

    void binaryFilesArePassedOver()
    {
        write(u"logo.png"_s, QByteArray("\x89PNG\0 1.0.5", 11));
        QCOMPARE(noVersion({u"logo.png"_s}).outcome, Outcome::Passed);
    }

    void gateThatLooksAtNothingFails()
    {
        write(u"README.md"_s, "");
        QCOMPARE(noVersion({u"README.md"_s, u"docs/*.md"_s}).outcome, Outcome::Passed);
        QCOMPARE(noVersion({u"docs/*.md"_s}).message, u"no file matches docs/*.md"_s);
        QCOMPARE(noVersion({u"README.md"_s, u"READMEE.md"_s}).message, u"there is no file READMEE.md"_s);
        QVERIFY(noVersion({u"docs/*.md"_s}).hint.contains(u"unmoor.toml:14"));
    }

    void gateIsSkippedWithoutAVersion()
    {
        write(u"README.md"_s, "");
        const ManifestGate gate{.name = u"n"_s, .noVersionIn = {u"README.md"_s}};
        QCOMPARE(noVersionGate(gate, m_dir->path(), {}).outcome, Outcome::Skipped);
    }

    void textOfAFileMatchIsTheFirstGroup()
    {
        write(u"Cargo.toml"_s, "[package]\r\nname = \"a\"\r\nversion = \"1.2.3\"\r\nrust-version = \"1.80\"\r\n");
        const auto text = textOfFileMatch({u"Cargo.toml"_s, u"^version = \"(.*)\""_s}, m_dir->path());
        QCOMPARE(text.value(), u"1.2.3"_s);
    }

    void textOfAFileMatchTellsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("regex");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("no file") << u"none"_s << u"(a)"_s << Kind::NotFound;
        QTest::newRow("no match") << u"a"_s << u"^(x)"_s << Kind::InvalidInput;
        QTest::newRow("no group") << u"a"_s << u"a"_s << Kind::InvalidInput;
        QTest::newRow("group that took no part") << u"a"_s << u"a|(x)"_s << Kind::InvalidInput;
        QTest::newRow("bad regex") << u"a"_s << u"(a"_s << Kind::InvalidInput;
        QTest::newRow("outside") << u"../a"_s << u"(a)"_s << Kind::InvalidInput;
    }
    void textOfAFileMatchTellsWhatIsWrong()
    {
        QFETCH(QString, file);
        QFETCH(QString, regex);
        write(u"a"_s, "a\n");
        const auto text = textOfFileMatch({file, regex}, m_dir->path());
        QVERIFY(!text.has_value());
        QTEST(text.error().kind, "kind");
        QVERIFY(!text.error().message.isEmpty());
    }

private:
    static ManifestGate pin()
    {
        return {.name = u"Pin"_s, .eval = u"lib.ortVersion"_s, .equals = u"1.23.2"_s, .line = 14};
    }

    Gate noVersion(const QStringList &globs) const
    {
        return noVersionGate({.name = u"n"_s, .noVersionIn = globs, .line = 14}, m_dir->path(), u"1.0.5"_s);
    }

    void write(const QString &name, const QByteArray &text)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_dir->filePath(name)).path()));
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::optional<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(ManifestGatesTest)
#include "tst_manifestgates.moc"
