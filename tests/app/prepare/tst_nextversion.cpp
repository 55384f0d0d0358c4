// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/nextversion.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class NextVersionTest : public QObject
{
    Q_OBJECT

    const QDate m_today{2026, 11, 29};

private Q_SLOTS:
    void choices_data()
    {
        QTest::addColumn<QString>("last");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<int>("weight");
        QTest::addColumn<QString>("choices"); // the proposed one in brackets
        const auto row = [](const char *name, const QString &last, VersionScheme scheme, ChangeWeight weight,
                            const QString &choices) {
            QTest::newRow(name) << last << int(scheme) << int(weight) << choices;
        };
        using enum ChangeWeight;
        const auto semver = VersionScheme::SemVer;
        row("fixes", u"1.0.5"_s, semver, Fix, u"[1.0.6] 1.1.0 2.0.0 1.0.6-rc.1"_s);
        row("something new", u"1.0.5"_s, semver, Feature, u"1.0.6 [1.1.0] 2.0.0 1.1.0-rc.1"_s);
        row("something breaks", u"1.0.5"_s, semver, Breaking, u"1.0.6 1.1.0 [2.0.0] 2.0.0-rc.1"_s);
        row("before 1.0", u"0.4.2"_s, semver, Breaking, u"0.4.3 [0.5.0] 1.0.0 0.5.0-rc.1"_s);
        row("nothing found", u"1.0.5"_s, semver, Nothing, u"[1.0.6] 1.1.0 2.0.0 1.0.6-rc.1"_s);
        row("a candidate", u"1.1.0-rc.2"_s, semver, Fix, u"[1.1.0] 1.1.0-rc.3"_s);
        row("an alpha without a number", u"1.1.0-alpha"_s, semver, Fix, u"[1.1.0] 1.1.0-alpha1"_s);
        row("a build", u"1.0.5+7"_s, semver, Fix, u"[1.0.6] 1.1.0 2.0.0 1.0.6-rc.1"_s);
        row("Python", u"1.2"_s, VersionScheme::Pep440, Fix, u"[1.2.1] 1.3 2.0 1.2.1rc1"_s);
        row("Python's candidate", u"1.2rc1"_s, VersionScheme::Pep440, Fix, u"[1.2] 1.2rc2"_s);
        row("the month before", u"2026.10"_s, VersionScheme::CalVer, Fix, u"[2026.11]"_s);
        row("the same month", u"2026.11"_s, VersionScheme::CalVer, Fix, u"[2026.11.1]"_s);
        row("short and padded", u"26.09.3"_s, VersionScheme::CalVer, Fix, u"[26.11.0]"_s);
        row("not of the scheme", u"banana"_s, semver, Fix, {});
    }
    void choices()
    {
        QFETCH(QString, last);
        QFETCH(int, scheme);
        QFETCH(int, weight);
        QFETCH(QString, choices);
        QStringList texts;
        for (const NextVersion &next : nextVersions(last, VersionScheme(scheme), ChangeWeight(weight), m_today))
            texts += next.isProposed ? u"[%1]"_s.arg(next.version) : next.version;
        QCOMPARE(texts.join(u' '), choices);
    }

    void everyChoiceIsNewerAndOfTheScheme()
    {
        for (const QString &last : {u"0.0.0"_s, u"1.9.9"_s, u"10.20.30"_s, u"1.0.0-rc.9"_s})
            for (const NextVersion &next : nextVersions(last, VersionScheme::SemVer, ChangeWeight::Fix, m_today)) {
                QVERIFY2(compareVersions(next.version, last) > 0, qPrintable(next.version));
                QVERIFY(isVersion(next.version, VersionScheme::SemVer));
            }
    }

    void commitsAndNotesWeigh()
    {
        const auto weight = [](const QString &subject, const QString &body = {}) {
            return weightOf(QList{Commit{.id = QString(40, u'a'), .subject = subject, .body = body}});
        };
        QCOMPARE(weight(u"fix: a crash"_s), ChangeWeight::Fix);
        QCOMPARE(weight(u"feat(cli): prepare"_s), ChangeWeight::Feature);
        QCOMPARE(weight(u"feat!: another layout"_s), ChangeWeight::Breaking);
        QCOMPARE(weight(u"fix: x"_s, u"BREAKING CHANGE: y"_s), ChangeWeight::Breaking);
        QCOMPARE(weight(u"chore: tidy"_s), ChangeWeight::Nothing);
        QCOMPARE(weight(u"Add a page"_s), ChangeWeight::Feature);
        QCOMPARE(weightOfNotes(u"### Fixed\n\n- A crash"_s), ChangeWeight::Fix);
        QCOMPARE(weightOfNotes(u"### Added\n\n- A page"_s), ChangeWeight::Feature);
        QCOMPARE(weightOfNotes(u"### Changed\n\n- **Breaking:** a key"_s), ChangeWeight::Breaking);
        QCOMPARE(weightOfNotes(u" \n"_s), ChangeWeight::Nothing);
    }
};

QTEST_GUILESS_MAIN(NextVersionTest)
#include "tst_nextversion.moc"
