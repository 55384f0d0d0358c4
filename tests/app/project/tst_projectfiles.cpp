// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/projectfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ProjectFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir.emplace();
        for (const QString &name : {u"README.md"_s, u"notes.txt"_s, u"docs/a.md"_s, u"docs/b.md"_s, u"docs/deep/c.md"_s,
                                    u".hidden/d.md"_s, u"docs/.e.md"_s, u"docs/[x].md"_s})
            write(name);
    }

    void globsFindFiles_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::newRow("README.md") << QStringList{u"README.md"_s};
        QTest::newRow("./docs//a.md") << QStringList{u"./docs/a.md"_s};
        QTest::newRow("*.md") << QStringList{u"README.md"_s};
        QTest::newRow("docs/*.md") << QStringList{u"docs/[x].md"_s, u"docs/a.md"_s, u"docs/b.md"_s};
        QTest::newRow("docs/?.md") << QStringList{u"docs/a.md"_s, u"docs/b.md"_s};
        QTest::newRow("docs/{a,b}.md") << QStringList{u"docs/a.md"_s, u"docs/b.md"_s};
        QTest::newRow("{docs,none}/a.md") << QStringList{u"docs/a.md"_s};
        QTest::newRow("{README,docs/a,docs/deep/c}.md")
            << QStringList{u"README.md"_s, u"docs/a.md"_s, u"docs/deep/c.md"_s};
        QTest::newRow("docs/{deep/,}?.md") << QStringList{u"docs/a.md"_s, u"docs/b.md"_s, u"docs/deep/c.md"_s};
        QTest::newRow("docs/[x].md") << QStringList{u"docs/[x].md"_s}; // brackets are names
        QTest::newRow("docs/[ab].md") << QStringList();
        QTest::newRow("*/a.md") << QStringList{u"docs/a.md"_s};
        QTest::newRow("**/c.md") << QStringList{u"docs/deep/c.md"_s};
        QTest::newRow("**/a.md") << QStringList{u"docs/a.md"_s};
        QTest::newRow("docs/**/*.md") << QStringList{u"docs/[x].md"_s, u"docs/a.md"_s, u"docs/b.md"_s,
                                                     u"docs/deep/c.md"_s};
        QTest::newRow("docs/deep/**") << QStringList{u"docs/deep/c.md"_s};
        QTest::newRow(".hidden/*.md") << QStringList{u".hidden/d.md"_s};
        QTest::newRow("readme.md") << QStringList();
        QTest::newRow("docs") << QStringList();
        QTest::newRow("none/*.md") << QStringList();
        QTest::newRow("../*") << QStringList();
        QTest::newRow("/etc/passwd") << QStringList();
    }
    void globsFindFiles() { QTEST(projectFiles(m_dir->path(), QString::fromUtf8(QTest::currentDataTag())), "files"); }

    void linkedFoldersAreNotWalked()
    {
        QVERIFY(QFile::link(m_dir->path(), m_dir->filePath(u"docs/loop"_s)));
        QCOMPARE(projectFiles(m_dir->path(), u"**/README.md"_s), QStringList{u"README.md"_s});
    }

    void readsAFileBelowTheRoot() { QCOMPARE(readProjectFile(m_dir->path(), u"docs/a.md"_s).value(), "docs/a.md"); }

    void refusesPathsOutOfTheRoot_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("../x") << Error::Kind::InvalidInput;
        QTest::newRow("docs/../../x") << Error::Kind::InvalidInput;
        QTest::newRow("/etc/passwd") << Error::Kind::InvalidInput;
        QTest::newRow("..") << Error::Kind::InvalidInput;
        QTest::newRow("") << Error::Kind::InvalidInput;
        QTest::newRow("docs/passwd") << Error::Kind::InvalidInput; // a link
        QTest::newRow("none") << Error::Kind::NotFound;
        QTest::newRow("docs") << Error::Kind::NotFound;
        QTest::newRow("pipe") << Error::Kind::Io;
        QTest::newRow("zero") << Error::Kind::InvalidInput; // a link
        QTest::newRow("sparse") << Error::Kind::InvalidInput;
    }
    void refusesPathsOutOfTheRoot()
    {
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_dir->filePath(u"docs/passwd"_s)));
        QVERIFY(QFile::link(u"/dev/zero"_s, m_dir->filePath(u"zero"_s)));
        QCOMPARE(::mkfifo(qPrintable(m_dir->filePath(u"pipe"_s)), 0600), 0);
        QFile sparse(m_dir->filePath(u"sparse"_s));
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(1LL << 40));
        const auto data = readProjectFile(m_dir->path(), QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY(!data.has_value());
        QTEST(data.error().kind, "kind");
    }

    void namesThatOnlyLookLikeAWayOutAreFine()
    {
        write(u"..x"_s);
        QVERIFY(readProjectFile(m_dir->path(), u"..x"_s).has_value());
        QVERIFY(readProjectFile(m_dir->path(), u"docs/../README.md"_s).has_value());
    }

private:
    /// A file's text is its name.
    void write(const QString &name)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_dir->filePath(name)).path()));
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name.toUtf8());
    }

    std::optional<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(ProjectFilesTest)
#include "tst_projectfiles.moc"
