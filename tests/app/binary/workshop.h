// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

/// A folder in which compilers make samples.
class Workshop
{
public:
    /// Runs \a program in the folder; where that fails, the test says why.
    bool run(const QString &program, const QStringList &arguments);
    void write(const QString &name, const QByteArray &content);
    QByteArray read(const QString &name) const;
    /// What \a compiler makes of \a source with \a arguments; empty where it fails.
    QByteArray compiled(const QString &compiler, const QByteArray &source, const QStringList &arguments);
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};
