// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/changelog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class ChangelogEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder.emplace();
        m_path = m_folder->filePath(u"CHANGELOG.md"_s);
    }

    void edits_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const QString &body, const QByteArray &after) {
            QTest::newRow(name) << before << body << after;
        };
        const QString two = u"- x\n- y"_s;
        row("LF", "# C\n\n## 1.0.5\n\n- a\n\n## 1.0.4\n\n- b\n", two,
            "# C\n\n## 1.0.5\n\n- x\n- y\n\n## 1.0.4\n\n- b\n");
        row("CRLF", "## 1.0.5\r\n\r\n- a\r\n\r\n## 1.0.4\r\n", two, "## 1.0.5\r\n\r\n- x\r\n- y\r\n\r\n## 1.0.4\r\n");
        row("body given with CRLF", "## 1.0.5\n\n- a\n", u"\r\n- x\r\n- y\r\n"_s, "## 1.0.5\n\n- x\n- y\n");
        row("no final newline", "## 1.0.5\n\n- a", two, "## 1.0.5\n\n- x\n- y");
        row("BOM", "\xEF\xBB\xBF## 1.0.5\n- a\n", two, "\xEF\xBB\xBF## 1.0.5\n- x\n- y\n");
        row("mixed line ends outside stay", "## 1.1.0\r\n- z\n\n## 1.0.5\n- a\r\n\r\n## 1.0.4\n", two,
            "## 1.1.0\r\n- z\n\n## 1.0.5\n- x\n- y\r\n\r\n## 1.0.4\n");
        row("blank lines stay", "## 1.0.5\n\n \n- a\n\n\n\n## 1.0.4\n", two,
            "## 1.0.5\n\n \n- x\n- y\n\n\n\n## 1.0.4\n");
        row("no blank lines", "## 1.0.5\n- a\n## 1.0.4\n", two, "## 1.0.5\n- x\n- y\n## 1.0.4\n");
        row("setext", "1.0.5\n-----\n\n- a\n\n1.0.4\n-----\n", two, "1.0.5\n-----\n\n- x\n- y\n\n1.0.4\n-----\n");
        row("link definitions stay", "## [1.0.5]\n\n- a\n\n[1.0.5]: https://e.org\n", two,
            "## [1.0.5]\n\n- x\n- y\n\n[1.0.5]: https://e.org\n");
        row("definitions right below stay definitions", "## [1.0.5]\r\n```\r\na\r\n```\r\n[1.0.5]: https://e.org\r\n",
            two, "## [1.0.5]\r\n- x\r\n- y\r\n\r\n[1.0.5]: https://e.org\r\n");
        row("an underlined heading right below stays one", "1.0.5\n-----\n### Added\n1.0.4\n-----\n", two,
            "1.0.5\n-----\n- x\n- y\n\n1.0.4\n-----\n");
        row("empty section", "## 1.0.5\n\n## 1.0.4\n", two, "## 1.0.5\n\n- x\n- y\n\n## 1.0.4\n");
        row("empty section without blank line", "## 1.0.5\n## 1.0.4\n", two, "## 1.0.5\n\n- x\n- y\n\n## 1.0.4\n");
        row("empty section at the end", "## 1.0.5\n", two, "## 1.0.5\n\n- x\n- y\n");
        row("heading without newline", "## 1.0.5", two, "## 1.0.5\n\n- x\n- y");
        row("taken out", "## 1.0.5\n\n- a\n\n## 1.0.4\n", QString(), "## 1.0.5\n\n\n\n## 1.0.4\n");
        row("not ASCII", "## 1.0.5\n\n- a\n", u"- ⚓ größer"_s,
            "## 1.0.5\n\n- \xE2\x9A\x93 gr\xC3\xB6\xC3\x9F"
            "er\n");
        row("percent signs", "## 1.0.5\n\n- a\n", u"- %1 %2"_s, "## 1.0.5\n\n- %1 %2\n");
    }
    void edits()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, body);
        const Changelog changelog = Changelog::parse(before);
        const QByteArray after = changelog.withBody(changelog.sectionsFor(u"1.0.5"_s).first(), body);
        QTEST(after, "after");
        const QString kept = Changelog::parse(after).sectionsFor(u"1.0.5"_s).first().body;
        QCOMPARE(kept, body.trimmed().replace(u"\r\n"_s, u"\n"_s));
    }

    void sameBodyKeepsEveryByte()
    {
        const QByteArray mixed = "## 1.0.5\r\n\n- a\r\n- b\n- c\r\r\n## 1.0.4\n- d";
        const Changelog changelog = Changelog::parse(mixed);
        for (const ChangelogSection &section : changelog.sections())
            QCOMPARE(changelog.withBody(section, section.body), mixed);
    }

    void savesWhatWasEdited()
    {
        writeFile(m_path, "## 1.0.5\n\n- a\n");
        const Changelog changelog = readChangelog(m_path).value();
        const QByteArray updated = changelog.withBody(changelog.sections().first(), u"- b"_s);
        QVERIFY(saveChangelog(m_path, changelog.bytes(), updated).has_value());
        QCOMPARE(contentsOf(m_path), "## 1.0.5\n\n- b\n");
    }

    void savingKeepsLinkAndPermissions()
    {
        const QString target = m_folder->filePath(u"target.md"_s);
        writeFile(target, "old");
        const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QVERIFY(QFile::setPermissions(target, permissions));
        QVERIFY(QFile::link(target, m_path));
        QVERIFY(saveChangelog(m_path, "old", "new").has_value());
        QVERIFY(QFileInfo(m_path).isSymLink());
        QCOMPARE(contentsOf(target), "new");
        QCOMPARE(QFile::permissions(target), permissions);
    }

    void changedFileIsLeftAlone()
    {
        writeFile(m_path, "theirs");
        const Result<void> saved = saveChangelog(m_path, "original", "ours");
        QCOMPARE(saved.error().kind, Error::Kind::Conflict);
        QVERIFY(saved.error().message.contains(m_path));
        QCOMPARE(contentsOf(m_path), "theirs");
    }

    void vanishedFileIsNotMadeAnew()
    {
        QCOMPARE(saveChangelog(m_path, "original", "ours").error().kind, Error::Kind::Conflict);
        QVERIFY(!QFile::exists(m_path));
    }

    void failedWriteLeavesTheFile()
    {
        // A name of 255 bytes is the longest: the temporary file beside it cannot be made.
        const QString path = m_folder->filePath(QString(255, u'n'));
        writeFile(path, "old");
        const Result<void> saved = saveChangelog(path, "old", "new");
        QCOMPARE(saved.error().kind, Error::Kind::Io);
        QCOMPARE(contentsOf(path), "old");
    }

    void missingFileSaysWhereItWasLookedFor()
    {
        const Result<Changelog> changelog = readChangelog(m_path);
        QCOMPARE(changelog.error().kind, Error::Kind::NotFound);
        QVERIFY(changelog.error().message.contains(m_path));
    }

    /// A stranger's checkout may have anything in its place.
    void whatIsNoFileOfTheCheckoutIsNotRead()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u".git"_s));
        const auto kindAt = [&] { return readChangelog(m_path).error().kind; };
        QCOMPARE(::mkfifo(qPrintable(m_path), 0600), 0);
        QCOMPARE(kindAt(), Error::Kind::Io);
        QCOMPARE(saveChangelog(m_path, "a", "b").error().kind, Error::Kind::Io);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::link(u"/dev/zero"_s, m_path));
        QCOMPARE(kindAt(), Error::Kind::InvalidInput);
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_path));
        QCOMPARE(kindAt(), Error::Kind::InvalidInput);
        QVERIFY(QFile::remove(m_path));
        QFile sparse(m_path);
        QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(1LL << 40));
        QCOMPARE(kindAt(), Error::Kind::InvalidInput);
    }

    void folderInTheFilesPlaceIsAnIoError() { QCOMPARE(readChangelog(m_folder->path()).error().kind, Error::Kind::Io); }

private:
    std::optional<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(ChangelogEditTest)
#include "tst_changelogedit.moc"
