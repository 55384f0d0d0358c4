// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the parser against changelogs of released packages, and against what their registry says was released.
#include "app/changelog/changelog.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read.", qUtf8Printable(path));
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString &line) { return line.startsWith(u'#'); });
    return lines;
}

/// Of expected.txt: package → the versions that its changelog names.
QMap<QString, QStringList> expectedVersions()
{
    QMap<QString, QStringList> expected;
    for (const QString &line : linesOf(QStringLiteral(UNMOOR_SOURCE_DIR "/tests/changelogs/expected.txt")))
        expected.insert(line.section(u": "_s, 0, 0).remove(u':'),
                        line.section(u": "_s, 1).split(u' ', Qt::SkipEmptyParts));
    return expected;
}

/// Of disagreements.txt: what the parser finds beside the registry's versions, and what it rightly does not find.
struct Disagreements
{
    QStringList more;
    QStringList less;
};

QMap<QString, Disagreements> disagreements()
{
    QMap<QString, Disagreements> all;
    for (const QString &line : linesOf(QStringLiteral(UNMOOR_SOURCE_DIR "/tests/changelogs/disagreements.txt"))) {
        Disagreements &own = all[line.section(u' ', 0, 0)];
        for (const QString &version : line.section(u' ', 1).section(u" # "_s, 0, 0).split(u' ', Qt::SkipEmptyParts))
            (version.startsWith(u'+') ? own.more : own.less).append(version.sliced(1));
    }
    return all;
}

QStringList versionsIn(const Changelog &changelog)
{
    QStringList versions;
    for (const ChangelogSection &section : changelog.sections()) {
        if (!section.unreleased)
            versions.append(section.version);
    }
    return versions;
}

/// What is left of \a versions without the first of each of \a names; nullopt: one is not there.
std::optional<QStringList> without(QStringList versions, const QStringList &names)
{
    for (const QString &name : names) {
        if (!versions.removeOne(name))
            return std::nullopt;
    }
    return versions;
}

QString difference(const QStringList &found, const QStringList &expected)
{
    QStringList words;
    QStringList rest = expected;
    for (const QString &version : found) {
        if (!rest.removeOne(version))
            words.append(u'+' + version);
    }
    for (const QString &version : rest)
        words.append(u'-' + version);
    return words.isEmpty() ? u"only the order differs"_s : words.join(u' ');
}

} // namespace

class ChangelogCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = qEnvironmentVariable("UNMOOR_CHANGELOGS");
        QVERIFY2(!m_folder.isEmpty(), "Start it through tests/changelogs/run.sh, which fetches the changelogs.");
        m_expected = expectedVersions();
        m_disagreements = disagreements();
    }

    void everyChangelogOfTheCorpusIsThere()
    {
        QVERIFY(m_expected.size() >= 60);
        QCOMPARE(QDir(m_folder).entryList({u"*.md"_s}).size(), m_expected.size());
        for (const QString &package : m_disagreements.keys())
            QVERIFY2(m_expected.contains(package), qPrintable(package));
    }

    void changelogs_data()
    {
        QTest::addColumn<QString>("package");
        for (const QString &package : m_expected.keys())
            QTest::newRow(qPrintable(package)) << package;
    }
    void changelogs()
    {
        QFETCH(QString, package);
        QFile file(QDir(m_folder).filePath(QString(package).replace(u'/', u'-') + u".md"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const Changelog changelog = Changelog::parse(bytes);
        checkVersions(package, versionsIn(changelog));
        checkBytes(changelog, bytes);
    }

    void cleanupTestCase()
    {
        qInfo("%lld changelogs, %lld sections, %lld of them with a date; %lld disagree with the registry somewhere",
              qlonglong(m_expected.size()), m_sections, m_dated, qlonglong(m_disagreements.size()));
    }

private:
    void checkVersions(const QString &package, const QStringList &versions)
    {
        const Disagreements own = m_disagreements.value(package);
        const auto found = without(versions, own.more);
        const auto expected = without(m_expected.value(package), own.less);
        if (!found || !expected || *found != *expected)
            QFAIL(qPrintable(difference(versions, m_expected.value(package))));
    }

    /// Writing back what is there changes nothing, in any line ends; what a section gets is read back from it.
    void checkBytes(const Changelog &changelog, const QByteArray &bytes)
    {
        QCOMPARE(changelog.bytes(), bytes);
        for (const ChangelogSection &section : changelog.sections()) {
            ++m_sections;
            m_dated += section.date.isValid();
            QCOMPARE(changelog.withBody(section, section.body), bytes);
        }
        const auto filled = std::ranges::find_if(
            changelog.sections(), [](const ChangelogSection &section) { return !section.body.isEmpty(); });
        QVERIFY(filled != changelog.sections().end());
        const qsizetype index = filled - changelog.sections().begin();
        const Changelog after = Changelog::parse(changelog.withBody(*filled, u"- One entry"_s));
        QCOMPARE(after.sections().size(), changelog.sections().size());
        QCOMPARE(after.sections()[index].body, u"- One entry"_s);
        const QByteArray back = after.withBody(after.sections()[index], filled->body);
        QCOMPARE(Changelog::parse(back).sections()[index].body, filled->body);
    }

    QString m_folder;
    QMap<QString, QStringList> m_expected;
    QMap<QString, Disagreements> m_disagreements;
    qint64 m_sections = 0;
    qint64 m_dated = 0;
};

QTEST_GUILESS_MAIN(ChangelogCorpusTest)
#include "tst_changelogcorpus.moc"
