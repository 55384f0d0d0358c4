// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/hash.h"
#include "app/publish/publisher.h"
#include "tests/standin/teststandin.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace unmoor;

inline const QString repo = u"owner/tool"_s;
inline const QString built = u"de53020f00000000000000000000000000000001"_s;
inline const QString other = u"abc1234f00000000000000000000000000000002"_s;

/// In memory where there is such a folder: the tests of faults write some ten thousand small files.
inline QString quickFolder()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/unmoor-XXXXXX"_s;
}

/// v1.0.5 with every file of \a folder.
inline DesiredRelease releaseOf(const QString &folder)
{
    DesiredRelease desired{repo, u"v1.0.5"_s, built, u"tool v1.0.5"_s, u"Notes.\n"_s};
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name))
        desired.files += DesiredFile{
            file.fileName(), {}, file.filePath(), file.size(), sha256OfFile(file.filePath()).value_or(QByteArray())};
    return desired;
}

/// A stand-in with one repository, a client with its token, and two archives on disk.
struct PublishBench
{
    QTemporaryDir folder{quickFolder()};
    TestStandIn host{folder.filePath(u"host"_s)};
    QNetworkAccessManager network;
    std::unique_ptr<github::Client> client;
    DesiredRelease desired;

    PublishBench()
    {
        if (!host.start() || !host.push(repo, u"main"_s, other) || !host.push(repo, u"main"_s, built))
            qFatal("The stand-in did not start.");
        client = std::make_unique<github::Client>(network, host.apiUrl());
        client->setToken(host.token());
        desired = {
            .repository = repo, .tag = u"v1.0.5"_s, .commit = built, .title = u"tool v1.0.5"_s, .body = u"Notes.\n"_s};
        add(u"tool-linux.tar.xz"_s, QByteArray(200'000, 'l'));
        add(u"tool-mac.tar.xz"_s, QByteArray(150'000, 'm'));
    }

    void add(const QString &name, const QByteArray &bytes)
    {
        const QString path = folder.filePath(name);
        write(path, bytes);
        desired.files.removeIf([&](const DesiredFile &file) { return file.name == name; });
        desired.files += DesiredFile{name, {}, path, bytes.size(), sha256Of(bytes)};
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test's file could not be written.");
    }

    static Publisher::Policy quick(int attempts = 5)
    {
        return {attempts, std::chrono::milliseconds(1), std::chrono::milliseconds(0), std::chrono::minutes(1),
                std::chrono::milliseconds(0)};
    }

    /// Publishes, and once more where a person has to agree to something first, and does.
    PublishOutcome publish(const Publisher::Policy &policy = quick(), std::stop_token stop = {})
    {
        const PublishOutcome outcome = publishAgreed({}, policy, stop);
        return outcome.toAgree.isEmpty() ? outcome : publishAgreed(agreementTo(outcome.toAgree), policy, stop);
    }

    static PublishAgreement agreementTo(const QList<PublishStep> &steps)
    {
        PublishAgreement agreement;
        for (const PublishStep &step : steps)
            agreement.takes += step.takes;
        return agreement;
    }

    /// Publishes and waits for the end, in an event loop: QTest's waiting naps 10 ms between events.
    PublishOutcome publishAgreed(const PublishAgreement &agreement, const Publisher::Policy &policy = quick(),
                                 std::stop_token stop = {})
    {
        Publisher publisher(*client, policy);
        QFutureWatcher<PublishOutcome> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
        watcher.setFuture(publisher.start(desired, agreement, stop));
        loop.exec();
        if (!watcher.isFinished())
            qFatal("Publishing never ended.");
        return watcher.result();
    }

    PublishOutcome published()
    {
        const PublishOutcome outcome = publish();
        if (!outcome.complete)
            qFatal("The first release was not published: %s", qPrintable(outcome.error.value_or(Error()).message));
        return outcome;
    }
};

inline QStringList namesOf(const QList<StepResult> &results)
{
    QStringList names;
    for (const StepResult &result : results)
        names += QStringList{stepName(result.step.kind), outcomeName(result.outcome)}.join(u' ');
    return names;
}

inline const char *why(const PublishOutcome &outcome)
{
    static QByteArray text;
    text = outcome.error.value_or(Error()).message.toUtf8() + " / " + namesOf(outcome.steps).join(u", "_s).toUtf8();
    return text.constData();
}

inline bool isUpload(const StandIn::Request &request)
{
    return request.method == "POST" && request.target.contains(u"/api/uploads/"_s);
}

inline QString nameIn(const StandIn::Request &upload)
{
    return upload.target.section(u"name="_s, 1);
}

/// What is wrong with what the host keeps, looked up in its own files; empty: it has \a desired, published, and
/// nothing else.
inline QString wrongOnHost(const QString &hostFolder, const DesiredRelease &desired)
{
    QFile file(hostFolder + u"/state.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return u"no state"_s;
    const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray releases = state[u"repositories"_s][0][u"releases"_s].toArray();
    if (releases.size() != 1)
        return u"%1 releases"_s.arg(releases.size());
    const QJsonArray assets = releases[0][u"assets"_s].toArray();
    if (releases[0][u"draft"_s].toBool() || assets.size() != desired.files.size())
        return u"%1 files, draft: %2"_s.arg(assets.size()).arg(releases[0][u"draft"_s].toBool());
    for (const DesiredFile &wanted : desired.files) {
        const bool isStored = std::ranges::any_of(assets, [&](const QJsonValue &asset) {
            const QString path = hostFolder + u"/assets/%1"_s.arg(asset[u"id"_s].toInteger());
            return asset[u"name"_s].toString() == wanted.name && asset[u"state"_s].toString() == u"uploaded"_s
                && sha256OfFile(path) == wanted.sha256;
        });
        if (!isStored)
            return wanted.name + u" is lost"_s;
    }
    return {};
}

/// Every upload after a good one of the same file is one too many. \a good: names that were good before.
inline QString sentTwice(const QList<StandIn::Request> &requests, QStringList good = {})
{
    for (const StandIn::Request &request : requests) {
        if (!isUpload(request))
            continue;
        if (good.contains(nameIn(request)))
            return nameIn(request) + u" sent again"_s;
        if (request.done == 201 && !request.spoiled)
            good += nameIn(request);
    }
    return {};
}
