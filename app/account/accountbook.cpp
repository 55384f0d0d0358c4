// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/accountbook.h"

#include "app/core/sharedfile.h"
#include "app/core/words.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

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

/// \a bytes null: there is no file yet. \a path is for messages.
Result<AccountBook> parseBook(const QString &path, const QByteArray &bytes)
{
    if (bytes.isNull())
        return AccountBook();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (document.isObject())
        return bookOf(document.object());
    return failure(Error::Kind::Corrupt,
                   Words::tr("The list of accounts %1 is not JSON. Move it away and sign in again.").arg(path));
}

} // namespace

QString accountsFile(const QString &stateDir)
{
    return QDir(stateDir).filePath(u"accounts.json"_s);
}

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
    const QString path = accountsFile(stateDir);
    return readSharedFile(path).and_then([&](const QByteArray &bytes) { return parseBook(path, bytes); });
}

Result<AccountBook> changeAccounts(const QString &stateDir, const std::function<void(AccountBook &)> &change)
{
    const QString path = accountsFile(stateDir);
    AccountBook book;
    return changeSharedFile(path,
                            [&](const QByteArray &present) -> Result<QByteArray> {
                                const auto read = parseBook(path, present);
                                if (!read)
                                    return std::unexpected(read.error());
                                book = *read;
                                change(book);
                                return book == *read ? present : toJson(book);
                            })
        .transform([&] { return book; });
}

} // namespace unmoor
