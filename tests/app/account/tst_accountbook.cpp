// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/accountbook.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

const QString host = u"github.com"_s;

Account account(const QString &login, const QString &at = host)
{
    return {
        at, login, {.host = at, .login = login, .accepted = true}, QDateTime({2026, 11, 23}, {9, 0}, QTimeZone::UTC)};
}

} // namespace

class AccountBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        const QTemporaryDir folder;
        AccountBook book;
        book.put(account(u"mara"_s));
        book.accounts[0].report.scopes = {u"repo"_s};
        book.accounts[0].report.kind = TokenReport::Kind::Classic;
        book.accounts[0].report.expires = QDateTime({2026, 12, 1}, {12, 0}, QTimeZone::UTC);
        book.accounts[0].report.publish = TokenReport::Right::Yes;
        book.put(account(u"ole"_s, u"git.example.org"_s));
        book.choose(host, {}, u"mara"_s);
        book.hosts.insert(u"/src/minne"_s, u"git.example.org"_s);
        book.clientIds.insert(host, u"Iv1.0123"_s);
        QVERIFY(changeAccounts(folder.filePath(u"new/state"_s), [&](AccountBook &empty) { empty = book; }));
        QCOMPARE(readAccounts(folder.filePath(u"new/state"_s)).value(), book);
    }

    void noFileIsAnEmptyBook()
    {
        const QTemporaryDir folder;
        QCOMPARE(readAccounts(folder.path()).value(), AccountBook());
    }

    void brokenFileIsKeptAndSaidPlainly()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"accounts.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        const auto changed = changeAccounts(folder.path(), [](AccountBook &book) { book.put(account(u"mara"_s)); });
        QCOMPARE(changed.error().kind, Error::Kind::Corrupt);
        QVERIFY(changed.error().message.contains(u"accounts.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "{");
    }

    void projectsChoiceGoesBeforeTheHosts()
    {
        AccountBook book;
        book.choose(host, {}, u"mara"_s);
        book.choose(host, u"/src/minne"_s, u"ole"_s);
        QCOMPARE(book.loginFor(host, u"/src/minne"_s), u"ole"_s);
        QCOMPARE(book.loginFor(host, u"/src/other"_s), u"mara"_s);
        QCOMPARE(book.loginFor(u"git.example.org"_s, u"/src/minne"_s), QString());
        book.choose(host, u"/src/minne"_s, {});
        QCOMPARE(book.loginFor(host, u"/src/minne"_s), u"mara"_s);
    }

    void forgottenAccountIsChosenNowhere()
    {
        AccountBook book;
        book.put(account(u"mara"_s));
        book.put(account(u"ole"_s));
        book.choose(host, {}, u"mara"_s);
        book.choose(host, u"/src/minne"_s, u"mara"_s);
        book.remove(host, u"mara"_s);
        QCOMPARE(book.ofHost(host).size(), 1);
        QVERIFY(!book.find(host, u"mara"_s));
        QCOMPARE(book.loginFor(host, u"/src/minne"_s), QString());
    }

    void checkingAgainReplacesWhatWasKnown()
    {
        AccountBook book;
        book.put(account(u"mara"_s));
        Account later = account(u"mara"_s);
        later.report.publish = TokenReport::Right::No;
        book.put(later);
        QCOMPARE(book.accounts, QList{later});
    }
};

QTEST_GUILESS_MAIN(AccountBookTest)
#include "tst_accountbook.moc"
