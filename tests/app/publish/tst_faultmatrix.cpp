// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/github/scriptedserver.h"
#include "tests/app/publish/publishbench.h"

#include <QRegularExpression>
#include <QTest>

using Kind = Fault::Kind;

namespace {

/// A column of the matrix.
struct Trouble
{
    const char *name;
    Fault fault;
};

const QList<Trouble> &troubles()
{
    const auto with = [](Kind kind, int status = 502, int retryAfter = 1) {
        return Fault{.kind = kind, .status = status, .retryAfter = retryAfter};
    };
    static const QList<Trouble> list{
        {"500", with(Kind::Status, 500)},
        {"502", with(Kind::Status, 502)},
        {"503", with(Kind::Status, 503)},
        {"504", with(Kind::Status, 504)},
        {"done, 500", with(Kind::StatusAfter, 500)},
        {"done, 502", with(Kind::StatusAfter, 502)},
        {"done, 503", with(Kind::StatusAfter, 503)},
        {"done, 504", with(Kind::StatusAfter, 504)},
        {"reset half-way", with(Kind::Reset)},
        {"FIN half-way", with(Kind::Close)},
        {"done, reset", with(Kind::ResetAfter)},
        {"answer cut", with(Kind::CutAnswer)},
        {"stall, sending", with(Kind::StallSending)},
        {"stall, answering", with(Kind::StallAnswering)},
        {"malformed", with(Kind::Malformed)},
        {"other JSON", with(Kind::Garbled)},
        {"HTML", with(Kind::Html)},
        {"empty", with(Kind::Empty)},
        {"secondary 403", with(Kind::RateLimit, 403, 7)},
        {"secondary 403, no time", with(Kind::RateLimit, 403, 0)},
        {"secondary 429", with(Kind::RateLimit, 429, 7)},
        {"secondary 429, no time", with(Kind::RateLimit, 429, 0)},
        {"primary 403", with(Kind::PrimaryLimit, 403, 30)},
        {"primary 429", with(Kind::PrimaryLimit, 429, 30)},
        {"401 midway", with(Kind::Status, 401)},
        {"stored corrupt", with(Kind::CorruptUpload)},
        {"stored truncated", with(Kind::TruncateUpload)},
        {"digest null", with(Kind::NoDigest)},
        {"digest late", with(Kind::LateDigest)},
        {"stale list", with(Kind::StaleList)},
        {"renamed, 301/307", with(Kind::Moved)},
        {"sent elsewhere", with(Kind::Elsewhere)},
    };
    return list;
}

/// "GET releases/#/assets".
QString callName(const StandIn::Request &request)
{
    static const QRegularExpression prefix(u"^.*?/repos/owner/tool/?"_s);
    static const QRegularExpression number(u"/\\d+"_s);
    static const QRegularExpression query(u"\\?(?!name=).*$"_s);
    QString path = request.target;
    path.remove(query).remove(prefix).replace(number, u"/#"_s);
    return QString::fromLatin1(request.method) + u' ' + (path.isEmpty() ? u"repository"_s : path);
}

bool applies(const Fault &fault, const StandIn::Request &request)
{
    switch (fault.kind) {
    case Kind::CorruptUpload:
    case Kind::TruncateUpload:
    case Kind::NoDigest:
    case Kind::LateDigest:
        return isUpload(request);
    case Kind::StaleList:
        return request.method == "GET" && request.target.contains(u"per_page"_s);
    case Kind::Moved:
        return request.target.contains(u"/repos/"_s);
    default:
        return true;
    }
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to + u"/assets"_s);
    for (const QString &folder : {u""_s, u"/assets"_s})
        for (const QFileInfo &file : QDir(from + folder).entryInfoList(QDir::Files))
            if (!QFile::copy(file.filePath(), to + folder + u'/' + file.fileName()))
                qFatal("Could not copy %s.", qPrintable(file.filePath()));
}

/// What is on the host before, what shall be there, and which calls lead from one to the other.
struct Scenario
{
    QTemporaryDir folder{quickFolder()};
    QString hostFolder = folder.filePath(u"host"_s);
    DesiredRelease desired;
    QStringList verifiedBefore;
    QList<StandIn::Request> calls; ///< of an undisturbed run
    QList<int> troubled; ///< those that get the faults

    Scenario() { desired = {repo, u"v1.0.5"_s, built, u"tool v1.0.5"_s, u"Notes.\n"_s}; }

    void add(const QString &name, const QByteArray &bytes)
    {
        const QString path = folder.filePath(name);
        PublishBench::write(path, bytes);
        desired.files.removeIf([&](const DesiredFile &file) { return file.name == name; });
        desired.files += DesiredFile{name, {}, path, bytes.size(), sha256Of(bytes)};
    }
};

/// One run of a scenario on a copy of its host.
class Trial
{
public:
    explicit Trial(const Scenario &scenario)
        : m_scenario(scenario)
    {
        copyFolder(scenario.hostFolder, m_folder.path());
        m_host = std::make_unique<TestStandIn>(m_folder.path());
        if (!m_host->start())
            qFatal("The stand-in did not start.");
        m_stranger.answer = [this](const ScriptedServer::Request &request) {
            const QString id = QUrl::fromEncoded(request.target).path().section(u'/', -1);
            QFile bytes(m_folder.filePath(u"assets/"_s + id));
            return ScriptedServer::reply(200, bytes.open(QIODevice::ReadOnly) ? bytes.readAll() : "[{}]"_ba);
        };
    }

    TestStandIn &host() { return *m_host; }
    ScriptedServer &stranger() { return m_stranger; }
    std::chrono::milliseconds waited{0}; ///< by the clock that nobody looked at
    std::chrono::milliseconds stallTimeout{20'000};

    /// A person agrees to what has to be agreed to, and publishes once more.
    PublishOutcome publish()
    {
        const PublishOutcome outcome = publish({});
        return outcome.toAgree.isEmpty() ? outcome : publish(PublishBench::agreementTo(outcome.toAgree));
    }

    PublishOutcome publish(const PublishAgreement &agreement)
    {
        QNetworkAccessManager network;
        github::Client client(network, m_host->apiUrl());
        client.setToken(m_host->token());
        client.setStallTimeout(stallTimeout);
        Publisher::Policy policy;
        policy.pause = [this](std::chrono::milliseconds time, std::stop_token stop, QObject *parent, const auto &tick) {
            waited += time;
            return pause(std::chrono::milliseconds(0), std::move(stop), parent, tick);
        };
        Publisher publisher(client, policy);
        QFutureWatcher<PublishOutcome> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::seconds(60), &loop, &QEventLoop::quit);
        watcher.setFuture(publisher.start(m_scenario.desired, agreement, {}));
        loop.exec();
        return watcher.isFinished() ? watcher.result() : PublishOutcome{};
    }

    QString wrongAtTheEnd() const { return wrongOnHost(m_folder.path(), m_scenario.desired); }
    QString sentTwice() const { return ::sentTwice(m_host->requests(), m_scenario.verifiedBefore); }

    QString leaked() const
    {
        for (const ScriptedServer::Request &request : m_stranger.requests)
            if (request.headers.contains("authorization") || request.method != "GET")
                return u"the token or a file went elsewhere"_s;
        return {};
    }

private:
    const Scenario &m_scenario;
    QTemporaryDir m_folder{quickFolder()};
    std::unique_ptr<TestStandIn> m_host;
    ScriptedServer m_stranger;
};

} // namespace

/// Every fault at every call of a release: from nothing, of a broken draft, of a published release to mend.
class FaultMatrixTest : public QObject
{
    Q_OBJECT

    std::map<QString, std::unique_ptr<Scenario>> m_scenarios;
    QMap<QString, QMap<int, QByteArray>> m_cells; ///< scenario → call → one character for each fault
    const QStringList m_names{u"new release"_s, u"broken draft"_s, u"published"_s};

    static void prepare(Scenario &scenario, const QString &name)
    {
        PublishBench bench;
        bench.desired = scenario.desired;
        if (name != u"new release")
            bench.add(u"b.zip"_s, QByteArray(4000, 'B')); // not what will be wanted
        if (name == u"broken draft") {
            bench.desired.title = u"Old title"_s;
            bench.desired.draftOnly = true;
            bench.host.addFault({.method = "POST", .pathContains = u"c.zip"_s, .kind = Kind::NoDigest});
            const DesiredFile first = bench.desired.files.takeFirst();
            bench.published();
            bench.desired.files.append(first);
            bench.host.addFault({.method = "POST", .pathContains = u"a.zip"_s, .kind = Kind::Reset});
            bench.publish(PublishBench::quick(1));
        }
        if (name == u"published") {
            bench.published();
            scenario.verifiedBefore = {u"a.zip"_s};
        }
        if (name == u"published")
            bench.host.deleteTag(repo, bench.desired.tag);
        bench.client.reset();
        copyFolder(bench.folder.filePath(u"host"_s), scenario.hostFolder);
    }

    static QString trouble(const Scenario &scenario, const Fault &fault, bool &again)
    {
        Trial trial(scenario);
        const bool stalls = fault.kind == Kind::StallSending || fault.kind == Kind::StallAnswering;
        if (stalls)
            trial.stallTimeout = std::chrono::milliseconds(150);
        Fault here = fault;
        here.location = trial.stranger().url();
        trial.host().addFault(here);
        PublishOutcome outcome = trial.publish();
        trial.stallTimeout = std::chrono::milliseconds(20'000);
        again = !outcome.complete;
        if (again)
            outcome = trial.publish();
        if (!outcome.complete)
            return u"not complete: "_s + QString::fromUtf8(why(outcome));
        QStringList wrong{trial.wrongAtTheEnd(), trial.sentTwice(), trial.leaked()};
        wrong.removeAll(QString());
        return wrong.join(u", "_s);
    }

    QSet<QString> m_reads; ///< that an earlier scenario has

    /// Every write; of the reads, the first and the last of each kind, in the first scenario that has them.
    QList<int> worthTroubling(const QList<StandIn::Request> &calls)
    {
        QList<int> list;
        QSet<QString> here;
        for (int i = 0; i < calls.size(); ++i) {
            const QString name = callName(calls[i]);
            const auto isSame = [&](const StandIn::Request &later) { return callName(later) == name; };
            const bool isFirst = !here.contains(name);
            const bool isLast = std::none_of(calls.begin() + i + 1, calls.end(), isSame);
            if (calls[i].method != "GET" || ((isFirst || isLast) && !m_reads.contains(name)))
                list += i;
            here += name;
        }
        m_reads += here;
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &name : m_names) {
            auto scenario = std::make_unique<Scenario>();
            scenario->desired.files.clear();
            scenario->add(u"a.zip"_s, QByteArray(5000, 'a'));
            scenario->add(u"b.zip"_s, QByteArray(4000, 'b'));
            if (name == u"broken draft")
                scenario->add(u"c.zip"_s, QByteArray(2000, 'c'));
            prepare(*scenario, name);
            Trial undisturbed(*scenario);
            const PublishOutcome outcome = undisturbed.publish();
            QVERIFY2(outcome.complete, why(outcome));
            QCOMPARE(undisturbed.wrongAtTheEnd(), QString());
            scenario->calls = undisturbed.host().requests();
            scenario->troubled = worthTroubling(scenario->calls);
            m_scenarios[name] = std::move(scenario);
        }
    }

    void everyFaultAtEveryCall_data()
    {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("column");
        for (const QString &name : m_names)
            for (int column = 0; column < troubles().size(); ++column)
                QTest::addRow("%s: %s", qPrintable(name), troubles()[column].name) << name << column;
    }
    void everyFaultAtEveryCall()
    {
        QFETCH(QString, scenario);
        QFETCH(int, column);
        const Scenario &here = *m_scenarios[scenario];
        QStringList failures;
        for (const int call : here.troubled) {
            Fault fault = troubles()[column].fault;
            char cell = ' ';
            if (applies(fault, here.calls[call])) {
                fault.skip = call;
                bool again = false;
                const QString wrong = trouble(here, fault, again);
                cell = !wrong.isEmpty() ? 'X' : again ? '2' : '1';
                if (!wrong.isEmpty())
                    failures += u"%1, call %2: %3"_s.arg(callName(here.calls[call])).arg(call).arg(wrong);
            }
            m_cells[scenario][call] += cell;
        }
        QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    }

    void cleanupTestCase()
    {
        QByteArray text = "\n1: complete in one run, 2: after one more, X: failed\n";
        for (const QString &name : m_names) {
            text += "\n" + name.toUtf8() + "\n";
            for (int column = 0; column < troubles().size(); ++column)
                text += QByteArray(34 + column * 2, ' ') + troubles()[column].name + "\n";
            for (const auto &[call, cells] : m_cells[name].asKeyValueRange()) {
                text += callName(m_scenarios[name]->calls[call]).toUtf8().leftJustified(33) + ' ';
                for (const char cell : cells)
                    text += QByteArray(1, cell) + ' ';
                text += "\n";
            }
        }
        fputs(text.constData(), stdout);
    }
};

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "tst_faultmatrix.moc"
