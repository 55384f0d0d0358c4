// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/hash.h"
#include "app/nix/nixhash.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

/// What the real program makes of \a sri.
QByteArray converted(const QString &sri, const QString &notation)
{
    QProcess nix;
    nix.start(u"nix"_s, {u"--extra-experimental-features"_s, u"nix-command"_s, u"hash"_s, u"to-"_s + notation, sri});
    return nix.waitForFinished() && nix.exitCode() == 0 ? nix.readAllStandardOutput().trimmed() : QByteArray();
}

} // namespace

class NixHashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNotationIsThatOfNix_data()
    {
        QTest::addColumn<QString>("algorithm");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("sha256") << u"sha256"_s << QByteArray::fromHex(sha256Of("a file of upstream"));
        QTest::newRow("high bits") << u"sha256"_s << QByteArray(32, '\xff');
        QTest::newRow("zero") << u"sha256"_s << QByteArray(32, '\0');
        QTest::newRow("sha512") << u"sha512"_s
                                << QCryptographicHash::hash("a file of upstream", QCryptographicHash::Sha512);
        QTest::newRow("sha1") << u"sha1"_s << QCryptographicHash::hash("a file", QCryptographicHash::Sha1);
    }
    void everyNotationIsThatOfNix()
    {
        QFETCH(QString, algorithm);
        QFETCH(QByteArray, bytes);
        const NixHash hash{algorithm, bytes};
        QCOMPARE(hashText(hash, HashNotation::Base64), converted(sriText(hash), u"base64"_s));
        QCOMPARE(hashText(hash, HashNotation::Hex), converted(sriText(hash), u"base16"_s));
        QCOMPARE(hashText(hash, HashNotation::Base32), converted(sriText(hash), u"base32"_s));
        for (const auto notation : {HashNotation::Base64, HashNotation::Hex, HashNotation::Base32})
            QCOMPARE(parseNixHash(algorithm + u':' + QString::fromLatin1(hashText(hash, notation))), hash);
        QCOMPARE(parseNixHash(sriText(hash)), hash);
    }

    void otherTextIsNoHash_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u""_s, u"sha256"_s, u"sha256-"_s, u"sha256-AAA="_s,
              u"sha9-e5kW8HTg6Hrd3sGgU9bqFNTTf7wJCChFOwKE3xyYT4Q="_s,
              u"sha256:zz5kW8HTg6Hrd3sGgU9bqFNTTf7wJCChFOwKE3xyYT4Q"_s, u"sha256:"_s + QString(52, u'e'),
              u"sha256:"_s + QString(52, u'z'), u"sha256-e5kW8HTg6Hrd3sGgU9bqFNTTf7wJCChFOwKE3xyYT4!="_s})
            QTest::newRow(qPrintable(text.left(30) + QString::number(text.size()))) << text;
    }
    void otherTextIsNoHash()
    {
        QFETCH(QString, text);
        QVERIFY(!parseNixHash(text));
    }
};

QTEST_GUILESS_MAIN(NixHashTest)
#include "tst_nixhash.moc"
