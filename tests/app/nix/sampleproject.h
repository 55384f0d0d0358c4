// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/project/samplemanifest.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QUuid>

/// A copy of resources/sample as a clean git checkout, without its GitHub Actions, which no host here runs. Its version
/// carries a nonce, so that Nix has none of its derivations built already but the dependency layer.
class SampleProject
{
public:
    explicit SampleProject(const QString &subfolder = QStringLiteral("sample"))
        : m_path(m_dir.filePath(subfolder))
        , m_version(QStringLiteral("1.0.5-test-") + QUuid::createUuid().toString(QUuid::Id128))
    {
        copyFrom(QStringLiteral(UNMOOR_SOURCE_DIR "/resources/sample"));
        write(QStringLiteral("unmoor.toml"), withoutActions(read(QStringLiteral("unmoor.toml"))));
        replace(QStringLiteral("nix/versions.nix"), "1.0.5", m_version.toLatin1());
        git({QStringLiteral("init"), QStringLiteral("-q")});
        commit();
    }

    QString path() const { return m_path; }
    QString version() const { return m_version; }
    QString filePath(const QString &name) const { return m_path + QLatin1Char('/') + name; }
    /// A name in a folder beside the checkout.
    QString beside(const QString &name) const { return m_dir.filePath(name); }

    void replace(const QString &file, const QByteArray &before, const QByteArray &after) const
    {
        write(file, read(file).replace(before, after));
    }

    QByteArray read(const QString &name) const
    {
        QFile file(filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    void commit() const
    {
        git({QStringLiteral("add"), QStringLiteral("-A")});
        git({QStringLiteral("commit"), QStringLiteral("-q"), QStringLiteral("-m"), QStringLiteral("Change")});
    }

    void git(const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *who : {"AUTHOR", "COMMITTER"}) {
            const QString prefix = QStringLiteral("GIT_%1_").arg(QLatin1StringView(who));
            environment.insert(prefix + QStringLiteral("NAME"), QStringLiteral("Test"));
            environment.insert(prefix + QStringLiteral("EMAIL"), QStringLiteral("test@example.invalid"));
            environment.insert(prefix + QStringLiteral("DATE"), QStringLiteral("2026-01-01T00:00:00Z"));
        }
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_path);
        process.start(QStringLiteral("git"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("git: %s", process.readAllStandardError().constData());
    }

private:
    void copyFrom(const QString &source) const
    {
        QDirIterator files(source, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString target = filePath(QDir(source).relativeFilePath(files.next()));
            if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(files.filePath(), target)
                || !QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner))
                qFatal("cannot copy to %s", qPrintable(target));
        }
    }

    QTemporaryDir m_dir;
    QString m_path;
    QString m_version;
};
