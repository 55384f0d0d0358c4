// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/binary/workshop.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

bool Workshop::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool isRun = process.waitForFinished(120'000) && process.exitCode() == 0;
    if (!isRun)
        qWarning("%s %s: %s %s", qPrintable(program), qPrintable(arguments.join(u' ')),
                 qPrintable(process.errorString()), process.readAll().constData());
    return isRun;
}

void Workshop::write(const QString &name, const QByteArray &content)
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(file.errorString()));
}

QByteArray Workshop::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray Workshop::compiled(const QString &compiler, const QByteArray &source, const QStringList &arguments)
{
    write(u"sample.c"_s, source);
    QFile::remove(path(u"sample"_s));
    // The compiler for Windows adds .exe to a name that has no extension.
    if (!run(compiler, QStringList{u"sample.c"_s, u"-o"_s, u"sample.out"_s} + arguments)
        || !QFile::rename(path(u"sample.out"_s), path(u"sample"_s)))
        return {};
    return read(u"sample"_s);
}
