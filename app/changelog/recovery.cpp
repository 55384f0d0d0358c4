// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/recovery.h"

#include "app/core/plainfile.h"
#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Beyond this the file begins anew.
constexpr qint64 mostBytes = 4 * 1024 * 1024;

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// What makes \a now of \a before: \a removed characters from \a at on, and others in their place.
QJsonObject changeOf(const QString &before, const QString &now)
{
    const qsizetype head = std::ranges::mismatch(before, now).in1 - before.begin();
    const qsizetype most = std::min(before.size(), now.size()) - head;
    qsizetype tail = 0;
    while (tail < most && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    return {{u"at"_s, head},
            {u"removed"_s, before.size() - tail - head},
            {u"added"_s, now.sliced(head, now.size() - tail - head)}};
}

bool isLinked(const QFile &file)
{
    struct stat facts;
    return ::fstat(file.handle(), &facts) == 0 && facts.st_nlink > 0;
}

} // namespace

UnsavedKeeper::UnsavedKeeper(const QString &path)
    : m_path(path)
    , m_file(path)
{
}

/// Whether the change could be added to what is there.
bool UnsavedKeeper::append(const UnsavedNotes &notes)
{
    if (!m_file.isOpen() || m_file.size() > mostBytes || !isLinked(m_file) || notes.base != m_last.base
        || notes.aside != m_last.aside)
        return false;
    const QByteArray line = lineOf(changeOf(m_last.body, notes.body));
    return notes.body == m_last.body || m_file.write(line) == line.size();
}

Result<void> UnsavedKeeper::keep(const UnsavedNotes &notes)
{
    if (!append(notes)) {
        m_file.close();
        if (auto kept = keepUnsaved(m_path, notes); !kept)
            return kept;
        m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered); // else every key writes it whole
    }
    m_last = notes;
    return {};
}

void UnsavedKeeper::forget()
{
    m_file.close();
    forgetUnsaved(m_path);
}

Result<void> keepUnsaved(const QString &path, const UnsavedNotes &notes)
{
    QDir().mkpath(QFileInfo(path).path());
    const QByteArray bytes = lineOf({{u"base"_s, notes.base}, {u"body"_s, notes.body}, {u"aside"_s, notes.aside}});
    // QSaveFile would wait for the disk, at every key.
    QFile file(path + u".new"_s);
    const bool isWritten = openPrivate(file, QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    file.close();
    if (!isWritten || std::rename(QFile::encodeName(file.fileName()), QFile::encodeName(path)) != 0)
        return failure(Error::Kind::Io,
                       Words::tr("What you type cannot be kept in %1: %2. Save often, or free some space.")
                           .arg(path, file.errorString()));
    return {};
}

std::optional<UnsavedNotes> readUnsaved(const QString &path)
{
    auto kept = readPlainFile({.path = path});
    if (!kept)
        return std::nullopt;
    QBuffer file(&*kept);
    file.open(QIODevice::ReadOnly);
    const QJsonObject json = QJsonDocument::fromJson(file.readLine()).object();
    if (!json[u"base"_s].isString() || !json[u"body"_s].isString())
        return std::nullopt;
    UnsavedNotes notes{json[u"base"_s].toString(), json[u"body"_s].toString(), json[u"aside"_s].toString()};
    while (!file.atEnd()) {
        const QJsonObject change = QJsonDocument::fromJson(file.readLine()).object();
        const qsizetype at = change[u"at"_s].toInteger(-1);
        const qsizetype removed = change[u"removed"_s].toInteger(-1);
        if (at < 0 || removed < 0 || at + removed > notes.body.size())
            break; // written in part
        notes.body.replace(at, removed, change[u"added"_s].toString());
    }
    return notes;
}

void forgetUnsaved(const QString &path)
{
    QFile::remove(path);
}

} // namespace unmoor
