// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/checkoutfile.h"
#include "tests/app/project/gitrepository.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// Files of a checkout that go into a release, with real git.
class CheckoutFileTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<GitRepository> m_repository;

    Result<Checkout> checkout() const
    {
        const auto read = readCheckout(m_repository->path(), Trust::Given);
        return QTest::qWaitFor([&] { return read.isFinished(); }) ? read.result()
                                                                  : failure(Error::Kind::Failed, u"no answer"_s);
    }

    Result<QByteArray> readFile(const QString &path, const QString &folder = {}) const
    {
        const auto read = readCheckoutFile(checkout().value(), m_repository->filePath(folder), path);
        return QTest::qWaitFor([&] { return read.isFinished(); }) ? read.result()
                                                                  : failure(Error::Kind::Failed, u"no answer"_s);
    }

private Q_SLOTS:
    void initTestCase() { isolateGit(); }
    void init() { m_repository = std::make_unique<GitRepository>(); }

    void comesAsTheCommitHasIt()
    {
        m_repository->write(u".gitattributes"_s, "*.sh text eol=crlf\n");
        m_repository->commit(u"tools/install.sh"_s, "#!/bin/sh\necho hi\n");
        QCOMPARE(readFile(u"tools/install.sh"_s).value(), "#!/bin/sh\necho hi\n");
        QCOMPARE(readFile(u"install.sh"_s, u"tools"_s).value(), "#!/bin/sh\necho hi\n");
    }

    void binaryBytesStay()
    {
        QByteArray bytes(300'000, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * 7);
        m_repository->commit(u"logo.png"_s, bytes);
        QVERIFY(readFile(u"logo.png"_s).value() == bytes);
    }

    void dirtyCheckoutGivesWhatLiesThere()
    {
        m_repository->commit(u"a"_s, "one\n");
        m_repository->write(u"a"_s, "two\n");
        QCOMPARE(readFile(u"a"_s).value(), "two\n");
    }

    void whatUsersCouldNotUseIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("not there") << u"missing"_s << Error::Kind::NotFound << u"git add"_s;
        QTest::newRow("not committed") << u"ignored"_s << Error::Kind::NotFound << u"git add"_s;
        QTest::newRow("folder") << u"folder"_s << Error::Kind::InvalidInput << u"folder"_s;
        QTest::newRow("link") << u"link"_s << Error::Kind::InvalidInput << u"link"_s;
        QTest::newRow("empty") << u"empty"_s << Error::Kind::InvalidInput << u"empty"_s;
        QTest::newRow("pointer") << u"big.bin"_s << Error::Kind::InvalidInput << u"LFS"_s;
        QTest::newRow("outside") << u"../x"_s << Error::Kind::InvalidInput << u"out of"_s;
    }

    void whatUsersCouldNotUseIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, word);
        m_repository->write(u".gitignore"_s, "ignored\n");
        m_repository->write(u"ignored"_s, "x");
        m_repository->write(u"folder/x"_s, "x");
        m_repository->write(u"big.bin"_s,
                            "version https://git-lfs.github.com/spec/v1\noid sha256:" + QByteArray(64, 'a')
                                + "\nsize 5\n");
        QVERIFY(QFile::link(u"folder/x"_s, m_repository->filePath(u"link"_s)));
        m_repository->commit(u"empty"_s, "");

        const auto read = readFile(path);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, kind);
        QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
    }
};

QTEST_GUILESS_MAIN(CheckoutFileTest)
#include "tst_checkoutfile.moc"
