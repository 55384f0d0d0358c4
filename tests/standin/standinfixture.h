// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standin/teststandin.h"

#include "tests/standin/browser.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A stand-in with one pushed repository, made anew for each test, and two who talk to it.
class StandInFixture : public QObject
{
    Q_OBJECT

protected:
    const QString repository = QStringLiteral("perstarkse/minne");
    const QString commit = QString(40, QLatin1Char('a'));
    const QString laterCommit = QString(40, QLatin1Char('b'));
    std::unique_ptr<QTemporaryDir> m_storage;
    std::unique_ptr<TestStandIn> m_host;
    std::unique_ptr<Browser> m_owner; ///< with the token
    std::unique_ptr<Browser> m_stranger;

    QUrl at(const QString &path) const { return QUrl(m_host->apiUrl().toString() + u"/repos/"_s + repository + path); }
    QUrl at(const QString &path, const QJsonObject &release) const
    {
        return at(u"/releases/%1%2"_s.arg(release[u"id"].toInteger()).arg(path));
    }

    void startHost()
    {
        m_host = std::make_unique<TestStandIn>(m_storage->path());
        QVERIFY(m_host->start());
        m_owner = std::make_unique<Browser>();
        m_owner->token = m_host->token();
        m_stranger = std::make_unique<Browser>();
    }

    QJsonObject draft(const QString &tag = u"v1.0.5"_s)
    {
        const QJsonObject fields{{u"tag_name"_s, tag}, {u"target_commitish"_s, commit}, {u"draft"_s, true}};
        return m_owner->send("POST", at(u"/releases"_s), fields).json();
    }

    QJsonObject change(const QJsonObject &release, const QJsonObject &fields)
    {
        return m_owner->send("PATCH", at({}, release), fields).json();
    }

    QJsonObject published(const QString &tag = u"v1.0.5"_s)
    {
        return change(draft(tag), {{u"tag_name"_s, tag}, {u"draft"_s, false}});
    }

    QUrl uploadUrl(const QJsonObject &release, const QString &name)
    {
        const QString url = release[u"upload_url"].toString().section(u'{', 0, 0);
        return QUrl(url + u"?name="_s + QString::fromLatin1(QUrl::toPercentEncoding(name)));
    }

    Seen upload(const QJsonObject &release, const QString &name, const QByteArray &bytes = "the bytes")
    {
        return m_owner->send("POST", uploadUrl(release, name), bytes, "application/octet-stream");
    }

    QJsonArray assetsOf(const QJsonObject &release) { return m_owner->get(at(u"/assets"_s, release)).list(); }

private Q_SLOTS:
    void init()
    {
        m_storage = std::make_unique<QTemporaryDir>();
        startHost();
        QVERIFY(m_host->push(repository, u"main"_s, commit));
    }

    void cleanup()
    {
        m_owner.reset();
        m_stranger.reset();
        m_host.reset();
    }
};
