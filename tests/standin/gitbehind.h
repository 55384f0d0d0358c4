// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/interceptor.h"
#include "standin/standin.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

/// The git side of a stand-in: a bare repository whose branches and tags the stand-in knows as soon as they are pushed.
class GitBehind : public unmoor::rehearsal::Interceptor
{
public:
    /// \a host outlives this.
    GitBehind(unmoor::StandIn &host, const QString &repository)
        : m_host(host)
        , m_repository(repository)
    {
        git({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("--bare"), QStringLiteral("-b"),
             QStringLiteral("main")});
    }

    QString path() const { return m_folder.path(); }
    QString reason; ///< what is said of the signature of a tag that has one: "valid"
    bool isBlind = false; ///< what is pushed stays unknown: it is another repository

    QString git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("git"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("git %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    void hook(const QString &name, const QByteArray &script) const
    {
        QFile file(m_folder.filePath(QStringLiteral("hooks/") + name));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) <= 0
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("the hook cannot be written");
    }
    void dropHook(const QString &name) const { QFile::remove(m_folder.filePath(QStringLiteral("hooks/") + name)); }

    /// The stand-in learns what was pushed.
    void tell()
    {
        const QString refs = git({QStringLiteral("for-each-ref"),
                                  QStringLiteral("--format=%(refname) %(objectname) %(*objectname)"
                                                 "%(if)%(contents:signature)%(then) signed%(end)")});
        if (isBlind || std::exchange(m_told, refs) == refs)
            return;
        for (const QString &line : refs.split(u'\n', Qt::SkipEmptyParts)) {
            // The last line may have lost the empty field at its end.
            const QStringList fields = line.split(u' ');
            const QString name = fields.at(0).section(u'/', 2);
            const bool isTag = fields.at(0).startsWith(QLatin1StringView("refs/tags/"));
            const bool isSigned = isTag && fields.size() > 3;
            if (!isTag)
                std::ignore = m_host.push(m_repository, name, fields.at(1));
            else if (fields.value(2).isEmpty())
                std::ignore = m_host.pushTag(m_repository, name, fields.at(1));
            else
                std::ignore =
                    m_host.pushTagObject(m_repository, name, fields.at(1), fields.at(2), isSigned ? reason : QString());
        }
    }

    std::unique_ptr<unmoor::rehearsal::Interception> intercept(const QByteArray &, const QString &) override
    {
        tell();
        return std::make_unique<unmoor::rehearsal::Interception>();
    }

private:
    unmoor::StandIn &m_host;
    QString m_repository;
    QTemporaryDir m_folder;
    QString m_told;
};
