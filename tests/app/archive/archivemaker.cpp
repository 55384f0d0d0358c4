// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/archive/archivemaker.h"

#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRandomGenerator>
#include <archive.h>
#include <archive_entry.h>

using namespace Qt::StringLiterals;

bool runIn(const QString &folder, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (process.waitForFinished(300'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning() << program << arguments << process.errorString() << process.readAllStandardError();
    return false;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray noise(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    for (char &byte : bytes)
        byte = char(generator.generate() & 0xff);
    return bytes;
}

bool makeTree(const QString &folder)
{
    const QDir top(folder + u"/top"_s);
    return top.mkpath(u"lib"_s) && writeFile(top.filePath(u"README.md"_s), "read me\n")
        && writeFile(top.filePath(u"main"_s), noise(300'000, 1))
        && QFile::setPermissions(top.filePath(u"main"_s), QFile::Permissions(0x7055))
        && writeFile(top.filePath(u"lib/libx.so.1"_s), noise(200'000, 2))
        && QFile::link(u"libx.so.1"_s, top.filePath(u"lib/libx.so"_s));
}

QString pack(const QString &folder, const QString &kind)
{
    const QString path = folder + u"/archive."_s + kind;
    const QStringList tar{u"--sort=name"_s, u"--owner=0"_s, u"--group=0"_s, u"-cf"_s};
    // Without programs of their own in the environment.
    static const QMap<QString, QString> byLibarchive{
        {u"tar.lz4"_s, u"--lz4"_s}, {u"tar.lz"_s, u"--lzip"_s}, {u"tar.lzma"_s, u"--lzma"_s}, {u"tar.Z"_s, u"-Z"_s}};
    const bool done = byLibarchive.contains(kind)
        ? runIn(folder, u"bsdtar"_s,
                {u"--uid"_s, u"0"_s, u"--gid"_s, u"0"_s, byLibarchive[kind], u"-cf"_s, path, u"top"_s})
        : kind == "zip"_L1 ? runIn(folder, u"zip"_s, {u"-qry"_s, path, u"top"_s})
                           : runIn(folder, u"tar"_s, tar + QStringList{path, u"--auto-compress"_s, u"top"_s});
    return done ? path : QString();
}

namespace {

void fill(archive_entry *header, const EvilEntry &entry)
{
    archive_entry_copy_pathname(header, entry.name.constData());
    archive_entry_set_mode(header, mode_t(entry.type | entry.mode));
    archive_entry_set_size(header, entry.sparseSize >= 0 ? entry.sparseSize : entry.content.size());
    if (!entry.symlink.isEmpty())
        archive_entry_copy_symlink(header, entry.symlink.constData());
    if (!entry.hardlink.isEmpty())
        archive_entry_copy_hardlink(header, entry.hardlink.constData());
    if (entry.sparseSize >= 0)
        archive_entry_sparse_add_entry(header, entry.sparseSize - entry.content.size(), entry.content.size());
}

bool writeContent(archive *writer, const EvilEntry &entry)
{
    QByteArray whole = entry.content;
    if (entry.sparseSize >= 0)
        whole.prepend(QByteArray(entry.sparseSize - entry.content.size(), '\0'));
    return whole.isEmpty() || archive_write_data(writer, whole.constData(), size_t(whole.size())) >= 0;
}

} // namespace

bool writeArchive(const QString &path, const QByteArray &format, const QList<EvilEntry> &entries)
{
    archive *writer = archive_write_new();
    bool good = archive_write_set_format_by_name(writer, format.constData()) == ARCHIVE_OK;
    if (format != "zip") // what this process's character set cannot hold goes in as it is
        archive_write_set_format_option(writer, nullptr, "hdrcharset", "BINARY");
    good = good && archive_write_open_filename(writer, QFile::encodeName(path).constData()) == ARCHIVE_OK;
    for (const EvilEntry &entry : entries) {
        archive_entry *header = archive_entry_new();
        fill(header, entry);
        good = good && archive_write_header(writer, header) >= ARCHIVE_WARN && writeContent(writer, entry);
        archive_entry_free(header);
    }
    good = good && archive_write_close(writer) == ARCHIVE_OK;
    if (!good)
        qWarning() << "writing" << path << archive_error_string(writer);
    archive_write_free(writer);
    return good;
}
