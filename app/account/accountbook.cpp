// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/accountbook.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Accounts)
};

QString fileOf(const QString &stateDir)
{
    return QDir(stateDir).filePath(u"accounts.json"_s);
}

auto isThat(const QString &host, const QString &login)
{
    return [host, login](const Account &account) { return account.host == host && account.login == login; };
}

QMap<QString, QString> mapOf(const QJsonObject &json)
{
    QMap<QString, QString> map;
    for (auto it = json.begin(); it != json.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QJsonObject toJson(const QMap<QString, QString> &map)
{
    QJsonObject json;
    for (const auto &[key, value] : map.asKeyValueRange())
        json.insert(key, value);
    return json;
}

QByteArray toJson(const AccountBook &book)
{
    QJsonArray accounts;
    for (const Account &account : book.accounts) {
        QJsonObject json = unmoor::toJson(account.report);
        json.insert(u"host"_s, account.host);
        json.insert(u"account"_s, account.login);
        json.insert(u"checkedAt"_s, account.checkedAt.toUTC().toString(Qt::ISODate));
        accounts.append(json);
    }
    QJsonObject chosen;
    for (const auto &[project, logins] : book.chosen.asKeyValueRange())
        chosen.insert(project, toJson(logins));
    return QJsonDocument(QJsonObject{{u"schema"_s, 1},
                                     {u"accounts"_s, accounts},
                                     {u"chosen"_s, chosen},
                                     {u"hosts"_s, toJson(book.hosts)},
                                     {u"clientIds"_s, toJson(book.clientIds)}})
        .toJson();
}

AccountBook bookOf(const QJsonObject &json)
{
    AccountBook book{.hosts = mapOf(json[u"hosts"_s].toObject()), .clientIds = mapOf(json[u"clientIds"_s].toObject())};
    for (const QJsonValue &value : json[u"accounts"_s].toArray()) {
        const Account account{value[u"host"_s].toString(), value[u"account"_s].toString(), reportOf(value.toObject()),
                              QDateTime::fromString(value[u"checkedAt"_s].toString(), Qt::ISODate)};
        if (!account.host.isEmpty() && !account.login.isEmpty())
            book.put(account);
    }
    const QJsonObject chosen = json[u"chosen"_s].toObject();
    for (auto it = chosen.begin(); it != chosen.end(); ++it)
        book.chosen.insert(it.key(), mapOf(it.value().toObject()));
    return book;
}

} // namespace

const Account *AccountBook::find(const QString &host, const QString &login) const
{
    const auto found = std::ranges::find_if(accounts, isThat(host, login));
    return found == accounts.cend() ? nullptr : &*found;
}

QList<Account> AccountBook::ofHost(const QString &host) const
{
    QList<Account> found;
    std::ranges::copy_if(accounts, std::back_inserter(found), [&](const Account &one) { return one.host == host; });
    return found;
}

QString AccountBook::loginFor(const QString &host, const QString &project) const
{
    const QString own = project.isEmpty() ? QString() : chosen.value(project).value(host);
    return own.isEmpty() ? chosen.value({}).value(host) : own;
}

void AccountBook::put(const Account &account)
{
    const auto known = std::ranges::find_if(accounts, isThat(account.host, account.login));
    if (known == accounts.end())
        accounts.append(account);
    else
        *known = account;
}

void AccountBook::remove(const QString &host, const QString &login)
{
    accounts.removeIf(isThat(host, login));
    for (QMap<QString, QString> &logins : chosen)
        if (logins.value(host) == login)
            logins.remove(host);
}

void AccountBook::choose(const QString &host, const QString &project, const QString &login)
{
    if (login.isEmpty())
        chosen[project].remove(host);
    else
        chosen[project].insert(host, login);
}

Result<AccountBook> readAccounts(const QString &stateDir)
{
    QFile file(fileOf(stateDir));
    if (!file.exists())
        return AccountBook();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Io,
                       Words::tr("The list of accounts %1 cannot be read: %2. Make the file readable.")
                           .arg(file.fileName(), file.errorString()));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return failure(
            Error::Kind::Corrupt,
            Words::tr("The list of accounts %1 is not JSON. Move it away and sign in again.").arg(file.fileName()));
    return bookOf(document.object());
}

Result<AccountBook> changeAccounts(const QString &stateDir, const std::function<void(AccountBook &)> &change)
{
    auto book = readAccounts(stateDir);
    if (!book)
        return book;
    const AccountBook before = *book;
    change(*book);
    if (*book == before)
        return book;
    QDir().mkpath(stateDir);
    QSaveFile file(fileOf(stateDir));
    const QByteArray bytes = toJson(*book);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Io,
                       Words::tr("The list of accounts %1 cannot be written: %2. Make the folder writable.")
                           .arg(file.fileName(), file.errorString()));
    return book;
}

} // namespace unmoor
