// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/buildlog/logfeed.h"
#include "app/buildlog/logstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryFile>

/// A log file in the form in which Nix writes it, read into a store and a monitor as it is made.
class LogFixture
{
public:
    explicit LogFixture(qint64 mostIndexBytes = unmoor::LogStore::defaultIndexBytes)
    {
        if (!m_file.open())
            qFatal("no temporary file");
        m_store = std::make_shared<unmoor::LogStore>(m_file.fileName(), mostIndexBytes);
        if (!m_store->open())
            qFatal("no store");
        m_feed = std::make_unique<unmoor::LogFeed>(m_store);
    }

    /// A line that a builder writes. Derivations begin in the order of their numbers, with their first line.
    void output(const QString &text, int derivation = 0)
    {
        for (int i = int(m_begun); i <= derivation; ++i, ++m_begun)
            record({{QStringLiteral("action"), QStringLiteral("start")},
                    {QStringLiteral("id"), i + 1},
                    {QStringLiteral("type"), 105},
                    {QStringLiteral("fields"), QJsonArray{path(i), QString()}}});
        record({{QStringLiteral("action"), QStringLiteral("result")},
                {QStringLiteral("fields"), QJsonArray{text}},
                {QStringLiteral("id"), derivation + 1},
                {QStringLiteral("type"), 101}});
    }

    void message(const QString &text, int level)
    {
        record({{QStringLiteral("action"), QStringLiteral("msg")},
                {QStringLiteral("level"), level},
                {QStringLiteral("msg"), text}});
    }

    /// Lines that no program of Nix wraps, as a job of GitHub Actions writes them.
    void plain(const QStringList &texts)
    {
        for (const QString &text : texts)
            write(text.toUtf8());
    }

    void outputs(const QStringList &texts, int derivation = 0)
    {
        for (const QString &text : texts)
            output(text, derivation);
    }

    /// "line 0", "line 1" … of derivation 0 and 1 in turn.
    void numbered(qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i)
            output(QStringLiteral("line %1").arg(i), int(i % 2));
        flush();
    }

    void record(const QJsonObject &object) { write("@nix " + QJsonDocument(object).toJson(QJsonDocument::Compact)); }

    void write(const QByteArray &line)
    {
        m_file.write(line + '\n');
        m_feed->read(line, m_offset, m_msec);
        m_offset += line.size() + 1;
    }

    void flush() { m_file.flush(); }
    /// What follows comes \a msec after the run began.
    void setTime(qint64 msec)
    {
        m_msec = msec;
        m_store->addTime({m_offset, msec});
    }

    std::shared_ptr<unmoor::LogStore> store()
    {
        flush();
        return m_store;
    }
    const unmoor::BuildMonitor &monitor()
    {
        flush();
        return m_feed->monitor();
    }

private:
    static QString path(int i)
    {
        return QStringLiteral("/nix/store/%1-step-%2.drv").arg(i, 32, 10, QLatin1Char('0')).arg(i);
    }

    QTemporaryFile m_file;
    std::shared_ptr<unmoor::LogStore> m_store;
    std::unique_ptr<unmoor::LogFeed> m_feed;
    qint64 m_offset = 0;
    qint64 m_msec = 0;
    qsizetype m_begun = 0;
};
