// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "standin/standin.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace e2e;
using namespace unmoor;

/// `unmoor inspect` against another archive, and `unmoor init` from one.
class CompareTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString at(const QString &name) const { return m_dir->filePath(name); }

    /// Packs NAME/ with \a files under the name that the sample's target has.
    QString archive(const QString &folder, const QMap<QString, QByteArray> &files)
    {
        const QString top = at(folder + u"/main-"_s + linuxTriple);
        QDir().mkpath(top);
        for (auto it = files.begin(); it != files.end(); ++it)
            write(top + u'/' + it.key(), it.value());
        const QString path = at(folder + u"/main-"_s + linuxTriple + u".tar.xz"_s);
        QProcess tar;
        tar.setWorkingDirectory(at(folder));
        tar.start(u"tar"_s, {u"-cJf"_s, path, u"main-"_s + linuxTriple});
        return tar.waitForFinished() && tar.exitCode() == 0 ? path : QString();
    }

    QString before() { return archive(u"before"_s, {{u"main"_s, "old"}, {u"gone"_s, "g"}, {u"same"_s, "s"}}); }
    QString after() { return archive(u"after"_s, {{u"main"_s, "newer"}, {u"came"_s, "c"}, {u"same"_s, "s"}}); }

    static QJsonObject send(const QByteArray &method, const QUrl &url, const QByteArray &body, const QByteArray &token)
    {
        QNetworkAccessManager network;
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token);
        request.setRawHeader("User-Agent", "test");
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
        const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000))
            return {};
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void documentSaysWhatDiffers()
    {
        const Ended ended = run({u"inspect"_s, after(), u"--against"_s, before(), u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        const QJsonObject against = ended.json()[u"against"_s].toObject();
        QCOMPARE(against[u"counts"_s][u"added"_s].toInt(), 1);
        QCOMPARE(against[u"counts"_s][u"removed"_s].toInt(), 1);
        QCOMPARE(against[u"counts"_s][u"changed"_s].toInt(), 1);
        QCOMPARE(against[u"counts"_s][u"same"_s].toInt(), 1);
        QCOMPARE(against[u"identical"_s].toBool(), false);
        QCOMPARE(ended.json()[u"sizes"_s][u"bytes"_s].toInt(), 7);
    }

    void listingSaysWhatDiffers()
    {
        const Ended ended = run({u"inspect"_s, after(), u"--against"_s, before()});
        QCOMPARE(ended.code, 0);
        for (const char *line : {"1 added, 1 removed, 0 renamed, 1 changed, 1 same", "  added    came  1 B",
                                 "  removed  gone  1 B", "  changed  main  +2 B"})
            QVERIFY2(ended.out.contains(line), ended.out.constData());
    }

    void verdictIsThatOfTheArchiveNotOfTheOther()
    {
        const QString other = before();
        QVERIFY(QFile::resize(other, QFileInfo(other).size() / 2));
        const Ended good = run({u"inspect"_s, after(), u"--against"_s, other, u"--json"_s});
        QCOMPARE(good.code, 0);
        QVERIFY(!good.json()[u"against"_s][u"warnings"_s].toArray().isEmpty());
        const Ended bad = run({u"inspect"_s, other, u"--against"_s, after(), u"--json"_s});
        QCOMPARE(bad.code, 1);
        QVERIFY(bad.json().contains(u"against"_s));
    }

    void otherThatIsNoArchiveIsExit2_data()
    {
        QTest::addColumn<QString>("other");
        QTest::newRow("not there") << u"/no/such.tar.xz"_s;
        QTest::newRow("no archive") << u"/etc/hostname"_s;
    }
    void otherThatIsNoArchiveIsExit2()
    {
        QFETCH(QString, other);
        const Ended ended = run({u"inspect"_s, after(), u"--against"_s, other});
        QCOMPARE(ended.code, 2);
        QVERIFY2(ended.err.contains(other.toUtf8()), ended.err.constData());
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
        QVERIFY(ended.out.isEmpty());
    }

    void releaseThatIsNamedIsDownloadedAndCompared()
    {
        makeProject(at(u"project"_s));
        StandIn host(at(u"host"_s));
        QVERIFY(host.start());
        const QString repository = u"unmoor-sample/minne"_s;
        QVERIFY(host.push(repository, u"main"_s, headOf(at(u"project"_s))));
        const QUrl releases(host.apiUrl().toString() + u"/repos/"_s + repository + u"/releases"_s);
        const QJsonObject release =
            send("POST", releases, R"({"tag_name": "v1.0.4", "target_commitish": "main"})", host.token());
        const QString upload = release[u"upload_url"_s].toString().section(u'{', 0, 0);
        send("POST", QUrl(upload + u"?name=main-"_s + linuxTriple + u".tar.xz"_s), read(before()), host.token());

        QStringList words{u"inspect"_s,          after(),        u"--project"_s,
                          at(u"project"_s),      u"--api-url"_s, host.apiUrl().toString(),
                          u"--state-dir"_s,      at(u"state"_s), u"--json"_s,
                          u"--against-release"_s};
        const Ended ended = run(words + QStringList{u"v1.0.4"_s});
        const QJsonObject against = ended.json()[u"against"_s].toObject();
        QVERIFY2(against[u"release"_s].toString() == u"v1.0.4"_s, ended.err.constData());
        QCOMPARE(against[u"digest_verified"_s].toBool(), true);
        QCOMPARE(against[u"counts"_s][u"changed"_s].toInt(), 1);

        const Ended missing = run(words + QStringList{u"v9"_s});
        QCOMPARE(missing.code, 2);
        QVERIFY2(missing.err.contains("v9"), missing.err.constData());
    }
};

QTEST_GUILESS_MAIN(CompareTest)
#include "tst_e2e_compare.moc"
