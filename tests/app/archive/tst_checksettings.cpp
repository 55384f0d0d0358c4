// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive/checksettings.h"
#include "app/archive/checksumfile.h"
#include "app/archive/findingcatalog.h"

#include "tests/app/archive/archivemaker.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString linuxTriple = u"x86_64-unknown-linux-gnu"_s;

QList<Finding> one(const QString &code, const QString &path = u"lib/a.so"_s)
{
    return {{Severity::Error, code, path, u"message"_s, u"hint"_s}};
}

} // namespace

class CheckSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSeverityOfTheProjectReplacesTheUsualOne()
    {
        const CheckSettings settings{
            .severities = {{u"not-stripped"_s, Severity::Warning}, {u"setuid"_s, std::nullopt}}};
        QCOMPARE(applySettings(one(u"not-stripped"_s), settings, {}).first().severity, Severity::Warning);
        QCOMPARE(applySettings(one(u"setuid"_s), settings, {}), QList<Finding>());
        QCOMPARE(applySettings(one(u"weak-hardening"_s), settings, {}), one(u"weak-hardening"_s));
    }

    void anAcceptedFindingSaysWhyAndNoLongerCounts()
    {
        const CheckSettings settings{
            .accepted = {
                {.code = u"setuid"_s, .path = u"lib/*"_s, .reason = u"needs it"_s, .source = u"unmoor.toml"_s}}};
        const Finding accepted = applySettings(one(u"setuid"_s), settings, linuxTriple).first();
        QCOMPARE(accepted.severity, Severity::Info);
        QCOMPARE(accepted.accepted, (Finding::Accepted{Severity::Error, u"needs it"_s, u"unmoor.toml"_s}));
        QCOMPARE(toJson(accepted).value(u"accepted"_s).toObject().value(u"reason"_s).toString(), u"needs it"_s);
        QCOMPARE(applySettings(one(u"setuid"_s, u"bin/su"_s), settings, linuxTriple).first().severity, Severity::Error);
    }

    void anAcceptanceHoldsForItsTargetAlone()
    {
        const CheckSettings settings{.accepted = {{.code = u"setuid"_s, .triple = linuxTriple, .reason = u"r"_s}}};
        QVERIFY(applySettings(one(u"setuid"_s), settings, linuxTriple).first().accepted.has_value());
        QVERIFY(!applySettings(one(u"setuid"_s), settings, u"aarch64-apple-darwin"_s).first().accepted.has_value());
    }

    void whatSaysThatAnArchiveIsNotWholeStands()
    {
        const CheckSettings settings{.severities = {{u"stream-corrupt"_s, std::nullopt}},
                                     .accepted = {{.code = u"member-crc"_s, .reason = u"r"_s}}};
        QCOMPARE(applySettings(one(u"stream-corrupt"_s), settings, {}), one(u"stream-corrupt"_s));
        QCOMPARE(applySettings(one(u"member-crc"_s), settings, {}), one(u"member-crc"_s));
    }

    void checksumLinesOfEveryProgramAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray digest(64, 'a');
        QTest::newRow("GNU") << digest + "  main.zip\n";
        QTest::newRow("GNU binary") << digest + " *main.zip\n";
        QTest::newRow("bare") << digest;
        QTest::newRow("BSD") << "SHA256 (main.zip) = " + digest + "\r\n";
        QTest::newRow("among others") << QByteArray(64, 'b') + "  other.zip\n" + digest + "  ./dist/main.zip\n";
        QTest::newRow("upper case") << digest.toUpper() + "  main.zip\n";
    }

    void checksumLinesOfEveryProgramAreRead()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(checksumIn(text, u"main.zip"_s), QByteArray(64, 'a'));
    }

    void aChecksumFileBesideTheArchiveIsCompared()
    {
        const QTemporaryDir dir;
        const QString archive = dir.filePath(u"main.zip"_s);
        const QByteArray digest(64, 'a');
        QCOMPARE(checkChecksumFile(archive, digest), QList<Finding>());
        QVERIFY(writeFile(archive + u".sha256"_s, digest + "  main.zip\n"));
        QCOMPARE(checkChecksumFile(archive, digest), QList<Finding>());
        QCOMPARE(checkChecksumFile(archive, QByteArray(64, 'b')).first().code, u"checksum-mismatch"_s);
        QVERIFY(writeFile(archive + u".sha256"_s, digest + "  other.zip\n"));
        QCOMPARE(checkChecksumFile(archive, digest).first().code, u"checksum-mismatch"_s);
    }

    void theManualListsEveryCodeWithItsSeverity()
    {
        QFile manual(QStringLiteral(UNMOOR_SOURCE_DIR "/docs/checks.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(manual.readAll());
        for (const FindingKind &kind : findingKinds()) {
            const QRegularExpression row(
                u"\\| [^|]*`%1`[^|]* \\| [^|]*%2"_s.arg(kind.code, severityName(kind.severity)));
            QVERIFY2(row.match(text).hasMatch(), qPrintable(kind.code));
        }
    }
};

QTEST_GUILESS_MAIN(CheckSettingsTest)
#include "tst_checksettings.moc"
