// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/store.h"

#include "app/core/privatefile.h"
#include "app/core/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return "ghp_standin" + QByteArray::fromRawData(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

Result<void> checkPush(const QString &repository, const QString &name, const QString &commit)
{
    static const QRegularExpression fullName(u"^[\\w.-]+/[\\w.-]+$"_s);
    static const QRegularExpression hash(u"^[0-9a-f]{40}$"_s);
    if (!fullName.match(repository).hasMatch())
        return failure(Error::Kind::InvalidInput,
                       Words::tr("“%1” is not a repository. Write it as owner/name.").arg(repository));
    if (name.isEmpty() || !hash.match(commit).hasMatch())
        return failure(
            Error::Kind::InvalidInput,
            Words::tr("“%1” cannot be pushed to “%2”: give a name and a commit of 40 hex digits.").arg(commit, name));
    return {};
}

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

Store::Store(QString folder)
    : m_folder(std::move(folder))
{
}

Result<void> Store::open()
{
    if (!QDir().mkpath(m_folder + u"/assets"_s))
        return failure(Error::Kind::Io,
                       Words::tr("The rehearsal's folder %1 could not be made. Choose another one, or free "
                                 "some space.")
                           .arg(m_folder));
    QFile file(m_folder + u"/state.json"_s);
    if (!file.exists()) {
        m_state = {.token = randomToken()};
        return save();
    }
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io,
                       Words::tr("%1 could not be read: %2.").arg(file.fileName(), file.errorString()));
    return stateFromJson(file.readAll()).transform([this](const State &state) { m_state = state; });
}

Result<void> Store::save() const
{
    // Not a QSaveFile, which waits for the disk: this is written at every request, and a rehearsal can be begun again.
    const QString path = m_folder + u"/state.json"_s;
    QFile file(path + u".new"_s);
    const QByteArray json = toJson(m_state);
    const bool isWritten = openPrivate(file, QIODevice::WriteOnly) && file.write(json) == json.size() && file.flush();
    file.close();
    if (!isWritten || std::rename(QFile::encodeName(file.fileName()), QFile::encodeName(path)) != 0)
        return failure(Error::Kind::Io,
                       Words::tr("%1 could not be written: %2. Free some space, or choose another folder.")
                           .arg(file.fileName(), file.errorString()));
    return {};
}

Repository *Store::repository(const QString &fullName)
{
    const auto it = m_state.repositories.find(fullName.toLower());
    return it == m_state.repositories.end() ? nullptr : &*it;
}

Release *Store::release(Repository &repository, qint64 id)
{
    const auto it = std::ranges::find(repository.releases, id, &Release::id);
    return it == repository.releases.end() ? nullptr : &*it;
}

Release *Store::releaseOfAsset(Repository &repository, qint64 assetId)
{
    const auto holds = [assetId](const Release &release) {
        return std::ranges::contains(release.assets, assetId, &Asset::id);
    };
    const auto it = std::ranges::find_if(repository.releases, holds);
    return it == repository.releases.end() ? nullptr : &*it;
}

Asset *Store::asset(Repository &repository, qint64 id)
{
    Release *release = releaseOfAsset(repository, id);
    return release ? &*std::ranges::find(release->assets, id, &Asset::id) : nullptr;
}

Repository &Store::madeRepository(const QString &fullName, const QString &branch)
{
    if (Repository *known = repository(fullName))
        return *known;
    Repository &made = m_state.repositories[fullName.toLower()];
    made.id = nextId();
    made.fullName = fullName;
    made.defaultBranch = branch;
    made.createdAt = now();
    return made;
}

Result<void> Store::push(const QString &repository, const QString &branch, const QString &commit)
{
    if (const auto fine = checkPush(repository, branch, commit); !fine)
        return fine;
    Repository &pushed = madeRepository(repository, branch);
    if (!pushed.commits.contains(commit))
        pushed.commits.insert(commit, now());
    pushed.branches.insert(branch, commit);
    return save();
}

Result<void> Store::pushTag(const QString &repository, const QString &tag, const QString &commit, const TagPush &push)
{
    if (const auto fine = checkPush(repository, tag, commit); !fine)
        return fine;
    Repository &pushed = madeRepository(repository, u"main"_s);
    if (!pushed.commits.contains(commit))
        pushed.commits.insert(commit, now());
    QString object = commit;
    if (push.isAnnotated) {
        const QByteArray text = tag.toUtf8() + commit.toLatin1();
        object = push.object.isEmpty()
            ? QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex())
            : push.object;
        pushed.tagObjects.insert(object, commit);
        if (!push.reason.isEmpty())
            pushed.tagReasons.insert(object, push.reason);
    }
    pushed.tags.insert(tag, object);
    return save();
}

QString Store::assetPath(qint64 id) const
{
    return u"%1/assets/%2"_s.arg(m_folder).arg(id);
}

void Store::removeBytes(const QList<Asset> &assets) const
{
    for (const Asset &asset : assets)
        QFile::remove(assetPath(asset.id));
}

QString resolveCommit(const Repository &repository, const QString &name)
{
    if (repository.commits.contains(name))
        return name;
    const QString branch = repository.branches.value(name);
    const QString tagged = branch.isEmpty() ? repository.tags.value(name) : branch;
    return repository.tagObjects.value(tagged, tagged);
}

} // namespace unmoor::rehearsal
