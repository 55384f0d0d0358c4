// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/gh.h"
#include "tests/e2e/program.h"
#include "tests/standin/teststandin.h"

#include "app/core/hash.h"

using namespace e2e;
using namespace unmoor;

/// GitHub's own command-line program sees what Unmoor published.
class GhTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    TestStandIn m_host{m_dir.filePath(u"host"_s)};
    std::unique_ptr<Gh> m_gh;

    QString project() const { return m_dir.filePath(u"project"_s); }

    Ended unmoor(const QStringList &words) const
    {
        QProcessEnvironment environment = cleanEnvironment();
        environment.insert(u"UNMOOR_TEST_TOKEN"_s, QString::fromLatin1(m_host.token()));
        const QStringList options{u"--project"_s,   project(),
                                  u"--state-dir"_s, m_dir.filePath(u"state"_s),
                                  u"--api-url"_s,   m_host.apiUrl().toString(),
                                  u"--token-env"_s, u"UNMOOR_TEST_TOKEN"_s};
        return e2e::run(words + options, environment);
    }

    QJsonArray listed() const
    {
        const Gh::Ended list =
            m_gh->run({u"release"_s, u"list"_s, u"--json"_s, u"name,tagName,isDraft,isLatest,isPrerelease"_s});
        return QJsonDocument::fromJson(list.out).array();
    }

    QJsonObject viewed() const
    {
        const QString fields = u"assets,body,isDraft,targetCommitish,url"_s;
        const Gh::Ended view = m_gh->run({u"release"_s, u"view"_s, u"v1.0.5"_s, u"--json"_s, fields});
        return QJsonDocument::fromJson(view.out).object();
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeProject(project());
        QVERIFY(m_host.start().has_value());
        QVERIFY(m_host.push(u"unmoor-sample/minne"_s, u"main"_s, headOf(project())).has_value());
        m_gh = std::make_unique<Gh>(m_host, u"unmoor-sample/minne"_s);
        QVERIFY2(m_gh->run({u"--version"_s}).code == 0, "gh is missing; packaging/packages.list names it");
        const Ended built = unmoor({u"build"_s, u"--json"_s, u"--without"_s, macTriple});
        QVERIFY2(built.code == 0, built.err.constData());
    }

    void draftIsListedAndViewed()
    {
        const Ended drafted = unmoor({u"publish"_s, u"--draft-only"_s});
        QVERIFY2(drafted.code == 0, drafted.err.constData());
        QCOMPARE(listed(),
                 QJsonArray({QJsonObject{{u"name"_s, u"minne v1.0.5"_s},
                                         {u"tagName"_s, u"v1.0.5"_s},
                                         {u"isDraft"_s, true},
                                         {u"isLatest"_s, false},
                                         {u"isPrerelease"_s, false}}}));
        QCOMPARE(viewed()[u"isDraft"_s], QJsonValue(true));
        QCOMPARE(viewed()[u"assets"_s].toArray().size(), 4);
    }

    void releaseIsListedViewedAndDownloaded()
    {
        const Ended published = unmoor({u"publish"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(published.code == 0, published.err.constData());
        QMap<QString, QString> expected; // digest of every file, as Unmoor knows it
        for (const QJsonValue &file : unmoor({u"status"_s, u"--json"_s}).json()[u"files"_s].toArray())
            expected.insert(file[u"name"_s].toString(), file[u"local"_s][u"sha256"_s].toString());
        QCOMPARE(expected.size(), 4);

        QCOMPARE(listed(),
                 QJsonArray({QJsonObject{{u"name"_s, u"minne v1.0.5"_s},
                                         {u"tagName"_s, u"v1.0.5"_s},
                                         {u"isDraft"_s, false},
                                         {u"isLatest"_s, true},
                                         {u"isPrerelease"_s, false}}}));
        const QJsonObject view = viewed();
        QCOMPARE(view[u"isDraft"_s], QJsonValue(false));
        QCOMPARE(view[u"targetCommitish"_s].toString(), headOf(project()));
        QCOMPARE(view[u"url"_s], published.json()[u"url"_s]);
        QCOMPARE(view[u"body"_s].toString().toUtf8(), unmoor({u"notes"_s}).out.trimmed());
        QStringList seen;
        for (const QJsonValue &asset : view[u"assets"_s].toArray()) {
            QCOMPARE(asset[u"state"_s].toString(), u"uploaded"_s);
            seen += asset[u"name"_s].toString();
        }
        seen.sort();
        QCOMPARE(seen, expected.keys());
        const QByteArray latest = m_gh->run({u"release"_s, u"view"_s}).out; // for people
        QVERIFY2(latest.contains("v1.0.5"), latest.constData());

        const Gh::Ended download = m_gh->run({u"release"_s, u"download"_s, u"v1.0.5"_s, u"--dir"_s, u"down"_s});
        QVERIFY2(download.code == 0, download.err.constData());
        for (const auto &[name, sha256] : expected.asKeyValueRange())
            QCOMPARE(sha256OfFile(m_gh->folder() + u"/down/"_s + name), sha256.toLatin1());
    }

    void releaseThatWasTakenBackIsSeenAsSuchAndKeepsItsFiles()
    {
        const QJsonArray files = viewed()[u"assets"_s].toArray();
        const QByteArray changelog = read(project() + u"/CHANGELOG.md"_s);
        const Ended planned = unmoor({u"withdraw"_s, u"--dry-run"_s, u"--json"_s});
        QVERIFY2(planned.code == 0, planned.err.constData());
        QCOMPARE(planned.json()[u"steps"_s].toArray().size(), 2);
        const Ended asked = unmoor({u"withdraw"_s});
        QCOMPARE(asked.code, 2); // there is no terminal to ask on
        const Ended withdrawn = unmoor({u"withdraw"_s, u"v1.0.5"_s, u"--yes"_s, u"--reason"_s, u"It loses data."_s});
        QVERIFY2(withdrawn.code == 0, withdrawn.err.constData());
        QCOMPARE(listed().first()[u"isPrerelease"_s], QJsonValue(true));
        QCOMPARE(listed().first()[u"isLatest"_s], QJsonValue(false));
        QVERIFY(viewed()[u"body"_s].toString().contains(u"**v1.0.5 was withdrawn.** It loses data."_s));
        QCOMPARE(viewed()[u"assets"_s].toArray(), files);
        QVERIFY(read(project() + u"/CHANGELOG.md"_s) != changelog);
        const Ended status = unmoor({u"status"_s, u"--json"_s});
        QCOMPARE(status.code, 0);
        QCOMPARE(status.json()[u"withdrawn"_s], QJsonValue(true));

        const Ended back = unmoor({u"withdraw"_s, u"v1.0.5"_s, u"--restore"_s, u"--yes"_s});
        QVERIFY2(back.code == 0, back.err.constData());
        QCOMPARE(listed().first()[u"isLatest"_s], QJsonValue(true));
        QCOMPARE(read(project() + u"/CHANGELOG.md"_s), changelog);
    }
};

QTEST_GUILESS_MAIN(GhTest)
#include "tst_e2e_gh.moc"
