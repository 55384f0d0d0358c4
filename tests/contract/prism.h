// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>
#include <csignal>
#include <sys/prctl.h>

/// Prism between a client and an API: lets through what GitHub's OpenAPI description allows, answers 422 to any other
/// request and 500 with the violations to any other answer.
class Prism
{
public:
    ~Prism()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// Starts it in front of \a api, at a port of its own choice.
    bool start(const QUrl &api)
    {
        const QString folder = qEnvironmentVariable("UNMOOR_CONTRACT");
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // never outlives the test
        m_process.start(QStringLiteral("node"),
                        {folder + QStringLiteral("/node_modules/.bin/prism"), QStringLiteral("proxy"),
                         QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--multiprocess=false"),
                         QStringLiteral("--errors"), folder + QStringLiteral("/github.json"), api.toString()});
        return QTest::qWaitFor([this] { return !url().isEmpty() || m_process.state() == QProcess::NotRunning; }, 60000)
            && !url().isEmpty();
    }

    QUrl url()
    {
        static const QRegularExpression listening(QStringLiteral("listening on (http://\\S+)"));
        m_log += QString::fromUtf8(m_process.readAll());
        return QUrl(listening.match(m_log).captured(1));
    }

    QString log()
    {
        url();
        return m_log;
    }

private:
    QProcess m_process;
    QString m_log;
};
