// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/plainfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

/// A folder such as a stranger may send.
class PlainFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_top;

    QString at(const QString &name) const { return m_top + u'/' + name; }

    void write(const QString &path, const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_top = m_dir.filePath(u"project"_s);
        QVERIFY(QDir().mkpath(at(u"docs"_s)));
        write(at(u"docs/real.md"_s), "text");
        write(at(u"empty.md"_s), "");
        write(m_dir.filePath(u"outside.md"_s), "secret");
        QCOMPARE(::mkfifo(qPrintable(at(u"pipe.md"_s)), 0600), 0);
        QFile sparse(at(u"sparse.md"_s));
        QVERIFY(sparse.open(QIODevice::WriteOnly));
        QVERIFY(sparse.resize(1LL << 40));
        const auto link = [this](const QString &target, const QString &name) {
            QVERIFY(QFile::link(target, at(name)));
        };
        link(u"docs/real.md"_s, u"in.md"_s);
        link(u"in.md"_s, u"twice.md"_s);
        link(u"/dev/zero"_s, u"zero.md"_s);
        link(u"pipe.md"_s, u"linked-pipe.md"_s);
        link(u"nowhere"_s, u"dangling.md"_s);
        link(u"round.md"_s, u"round.md"_s);
        link(u"../outside.md"_s, u"out.md"_s);
        link(m_dir.path(), u"up"_s);
    }

    void onlyPlainFilesOfTheFolderAreRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes"); // null: refused
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("words");
        const auto read = [](const QString &name, const QByteArray &bytes) {
            QTest::newRow(qPrintable(name)) << name << bytes << Error::Kind() << QString();
        };
        const auto refused = [](const QString &name, Error::Kind kind, const QString &words) {
            QTest::newRow(qPrintable(name)) << name << QByteArray() << kind << words;
        };
        read(u"docs/real.md"_s, "text");
        read(u"docs/../docs/real.md"_s, "text");
        read(u"in.md"_s, "text");
        read(u"twice.md"_s, "text");
        read(u"empty.md"_s, "");
        refused(u"docs"_s, Error::Kind::Io, u"is a folder"_s);
        refused(u"pipe.md"_s, Error::Kind::Io, u"is a pipe"_s);
        refused(u"linked-pipe.md"_s, Error::Kind::Io, u"is a pipe"_s);
        refused(u"sparse.md"_s, Error::Kind::InvalidInput, u"1.0 TiB"_s);
        refused(u"zero.md"_s, Error::Kind::InvalidInput, u"to /dev/zero"_s);
        refused(u"out.md"_s, Error::Kind::InvalidInput, u"outside.md"_s);
        refused(u"up/outside.md"_s, Error::Kind::InvalidInput, u"leads out of the project"_s);
        refused(u"../outside.md"_s, Error::Kind::InvalidInput, u"leads out of the project"_s);
        refused(u"dangling.md"_s, Error::Kind::NotFound, u"dangling.md"_s);
        refused(u"round.md"_s, Error::Kind::Io, u"round.md"_s);
        refused(u"none.md"_s, Error::Kind::NotFound, u"none.md"_s);
        refused(u"docs/real.md/x"_s, Error::Kind::NotFound, u"real.md"_s);
    }
    void onlyPlainFilesOfTheFolderAreRead()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const auto read = readPlainFile({.path = at(name), .folder = m_top});
        QCOMPARE(read.has_value(), !bytes.isNull());
        if (read) {
            QCOMPARE(*read, bytes);
            return;
        }
        QTEST(read.error().kind, "kind");
        QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
    }

    void deviceIsRefusedAnywhere()
    {
        const auto read = readPlainFile({.path = at(u"zero.md"_s), .name = u"zero.md"_s});
        QVERIFY(!read);
        QVERIFY2(read.error().message.startsWith(u"zero.md is a device"_s), qPrintable(read.error().message));
    }

    void socketIsRefused()
    {
        const int made = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(at(u"s.md"_s)), sizeof address.sun_path);
        const int bound = ::bind(made, reinterpret_cast<sockaddr *>(&address), sizeof address);
        ::close(made);
        QCOMPARE(bound, 0);
        const auto read = readPlainFile({.path = at(u"s.md"_s), .folder = m_top});
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"a socket"_s));
    }

    void sizeIsLimitedToTheByte()
    {
        QCOMPARE(readPlainFile({.path = at(u"docs/real.md"_s), .most = 4}).value(), "text");
        QCOMPARE(readPlainFile({.path = at(u"docs/real.md"_s), .most = 3}).error().kind, Error::Kind::InvalidInput);
    }

    /// Files below /proc say that they have no bytes.
    void fileThatTellsNoSizeIsLimitedToo()
    {
        const QString path = u"/proc/self/maps"_s;
        QVERIFY(readPlainFile({.path = path}).value().size() > 64);
        QCOMPARE(readPlainFile({.path = path, .most = 64}).error().kind, Error::Kind::InvalidInput);
    }

    void boundsAreTheCheckoutElseTheProject()
    {
        QTemporaryDir dir;
        const QString docs = dir.filePath(u"project/docs"_s);
        QVERIFY(QDir().mkpath(docs));
        QCOMPARE(projectBounds(docs), docs);
        write(dir.filePath(u"project/unmoor.toml"_s), "");
        QCOMPARE(projectBounds(docs), dir.filePath(u"project"_s));
        write(dir.filePath(u".git"_s), "gitdir: elsewhere");
        QCOMPARE(projectBounds(docs), dir.path());
    }
};

QTEST_GUILESS_MAIN(PlainFileTest)
#include "tst_plainfile.moc"
