// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/linktarget.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

class LinkTargetTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_top;

    LinkPlace place() const
    {
        return {.root = m_top, .folder = m_top + u"/docs"_s, .ownPage = QUrl(u"https://github.com/owner/name"_s)};
    }

    /// \a link with TOP, HOST in it.
    QUrl urlOf(QString link) const
    {
        return QUrl(link.replace(u"TOP"_s, m_top).replace(u"HOST"_s, QSysInfo::machineHostName()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_top = QFileInfo(m_dir.path()).canonicalFilePath() + u"/project"_s;
        QVERIFY(QDir().mkpath(m_top + u"/docs"_s));
        for (const QString &name : {u"project/README.md"_s, u"project/docs/a b.md"_s, u"secret"_s}) {
            QFile file(m_dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QFile::link(u"../secret"_s, m_top + u"/out"_s));
        QCOMPARE(::mkfifo(qPrintable(m_top + u"/pipe"_s), 0600), 0);
    }

    void pagesAndFilesOfTheCheckoutAreOpened_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("file"); // below the checkout's top
        QTest::addColumn<bool>("isKnown");
        const auto page = [](const QString &link, bool isKnown) {
            QTest::newRow(qPrintable(link)) << link << link << QString() << isKnown;
        };
        const auto file = [](const QString &link, const QString &path) {
            QTest::newRow(qPrintable(link)) << link << QString() << path << false;
        };
        page(u"https://github.com/owner/name"_s, true);
        page(u"https://github.com/owner/name/issues/1?a#b"_s, true);
        page(u"https://github.com/owner/names"_s, false);
        page(u"https://github.com/owner/name/../../evil"_s, false);
        page(u"http://github.com/owner/name"_s, false);
        page(u"https://github.com:8443/owner/name"_s, false);
        page(u"https://github.com@example.org/owner/name"_s, false);
        page(u"https://me@github.com/owner/name"_s, false);
        page(u"https://example.org/github.com/owner/name"_s, false);
        file(u"../README.md"_s, u"/README.md"_s);
        file(u"a%20b.md#part"_s, u"/docs/a b.md"_s);
        file(u"/README.md"_s, u"/README.md"_s);
        file(u"."_s, u"/docs"_s);
        file(u"file://TOP/README.md"_s, u"/README.md"_s);
        file(u"file://HOSTTOP/README.md"_s, u"/README.md"_s);
    }
    void pagesAndFilesOfTheCheckoutAreOpened()
    {
        QFETCH(QString, link);
        QFETCH(QString, page);
        QFETCH(QString, file);
        const auto target = linkTarget(urlOf(link), place());
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QCOMPARE(target->page, QUrl(page));
        QCOMPARE(target->file, file.isEmpty() ? QString() : m_top + file);
        QTEST(target->isKnown, "isKnown");
    }

    void everythingElseIsRefusedWithTheReason_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("words");
        const auto row = [](const QString &link, const QString &words) {
            QTest::newRow(qPrintable(link)) << link << words;
        };
        row(u"javascript:alert(1)"_s, u"javascript:alert(1)"_s);
        row(u"mailto:a@example.org"_s, u"http and https"_s);
        row(u"smb://server/share"_s, u"smb://server/share"_s);
        row(u"ssh://-oProxyCommand=x/"_s, u"http and https"_s);
        row(u"file://server/share/x.txt"_s, u"http and https"_s);
        row(u"//example.org/x"_s, u"http and https"_s);
        row(u"https:///x"_s, u"names no host"_s);
        row(u"file:///etc/passwd"_s, u"leads out of the project, to /etc/passwd"_s);
        row(u"../../secret"_s, u"leads out of the project"_s);
        row(u"../out"_s, u"leads out of the project"_s);
        row(u"/../secret"_s, u"leads out of the project"_s);
        row(u"../pipe"_s, u"neither a file nor a folder"_s);
        row(u"none.md"_s, u"is not there"_s);
        row(u"https://example.org/"_s + QString(4000, u'a'), u"more than 4000"_s);
    }
    void everythingElseIsRefusedWithTheReason()
    {
        QFETCH(QString, link);
        QFETCH(QString, words);
        const auto target = linkTarget(urlOf(link), place());
        QVERIFY(!target);
        QVERIFY2(target.error().message.contains(words), qPrintable(target.error().message));
    }

    void withoutACheckoutOnlyPagesAreOpened()
    {
        QVERIFY(linkTarget(QUrl(u"https://example.org"_s), {}));
        QVERIFY(!linkTarget(QUrl(u"README.md"_s), {}));
        QVERIFY(!linkTarget(urlOf(u"file://TOP/README.md"_s), {}));
    }

    void addressIsShownWholeAndInLettersThatCannotBeMistaken()
    {
        QCOMPARE(shownAddress(QUrl(u"https://www.xn--80ak6aa92e.com/\u202e?q=%1b"_s)),
                 u"https://www.xn--80ak6aa92e.com/%E2%80%AE?q=%1B"_s);
        QVERIFY(shownAddress(QUrl(u"https://\u0430pple.com"_s)).startsWith(u"https://xn--"_s));
        const QString text = shownAddress(QUrl(u"https://example.org/"_s + QString(200, u'a')));
        QCOMPARE(text.count(u'\n'), 2);
        QCOMPARE(QString(text).remove(u'\n').size(), 220);
    }
};

QTEST_GUILESS_MAIN(LinkTargetTest)
#include "tst_linktarget.moc"
