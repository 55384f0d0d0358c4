// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace unmoor {

/// The machine's git settings and its user's name must not decide a test.
inline void isolateGit()
{
    qputenv("GIT_CONFIG_GLOBAL", "/dev/null");
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    for (const char *who : {"AUTHOR", "COMMITTER"}) {
        qputenv(qPrintable(QStringLiteral("GIT_%1_NAME").arg(QLatin1StringView(who))), "Mo Oring");
        qputenv(qPrintable(QStringLiteral("GIT_%1_EMAIL").arg(QLatin1StringView(who))), "mo@example.invalid");
        qputenv(qPrintable(QStringLiteral("GIT_%1_DATE").arg(QLatin1StringView(who))), "1780000000 +0000");
    }
}

/// A real repository in a folder of its own, with "main" checked out.
class GitRepository
{
public:
    GitRepository()
    {
        git({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"), QStringLiteral("main")});
    }

    QString path() const { return QFileInfo(m_dir.path()).canonicalFilePath(); }
    QString filePath(const QString &name) const { return m_dir.filePath(name); }

    /// Standard output, without the last line end. A command that fails ends the test program.
    QString git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(QStringLiteral("git"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    void write(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(filePath(name)).path());
        QFile file(filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("could not write %s", qPrintable(name));
    }

    /// The new commit's id.
    QString commit(const QString &name, const QByteArray &text) const
    {
        write(name, text);
        git({QStringLiteral("add"), QStringLiteral("-A")});
        git({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("Change")});
        return git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    }

private:
    QTemporaryDir m_dir;
};

} // namespace unmoor
