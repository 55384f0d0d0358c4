// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/releasenotes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

ReleaseNotes notesOf(const QByteArray &bytes, const QString &version = u"1.0.5"_s)
{
    return releaseNotes(Changelog::parse(bytes), version, u"CHANGELOG.md"_s);
}

} // namespace

class ReleaseNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheVersionsSectionNotTheEmptyUnreleased()
    {
        const ReleaseNotes notes = notesOf(
            "# Changelog\n\n## Unreleased\n\n## 1.0.5 (2026-06-24)\n\n- Fixed\n\n## 1.0.3 (2026-06-01)\n\n- Old\n");
        QVERIFY(notes.isUsable());
        QVERIFY(notes.findings.isEmpty());
        QCOMPARE(notes.heading, u"1.0.5 (2026-06-24)"_s);
        QCOMPARE(notes.body, u"- Fixed"_s);
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words"); ///< that the message and the hint hold between them
        const auto row = [](const char *name, const QByteArray &bytes, const QString &code, const QString &words) {
            QTest::newRow(name) << bytes << code << words;
        };
        row("no section", "## 1.0.4 (2026-06-23)\n- a\n", u"section-missing"_s, u"\"1.0.4 (2026-06-23)\" in line 1"_s);
        row("no section at all", "# Changelog\n", u"section-missing"_s, u"\"## 1.0.5\""_s);
        row("far version", "## 10.20.30\n- a\n\n## 10.20.29\n- b\n", u"section-missing"_s, u"\"10.20.30\" in line 1"_s);
        row("longer version", "## 1.0.50\n- a\n", u"section-missing"_s, u"\"1.0.50\""_s);
        row("pre-release", "## 1.0.5-rc.1\n- a\n", u"section-missing"_s, u"\"1.0.5-rc.1\""_s);
        row("empty Unreleased", "## Unreleased\n\n## 1.0.4\n- a\n", u"section-missing"_s, u"\"1.0.4\" in line 3"_s);
        row("entries in Unreleased", "## [Unreleased]\n\n- a\n\n## 1.0.4\n- b\n", u"section-unreleased-only"_s,
            u"\"## 1.0.5\" below line 1"_s);
        row("two sections", "## 1.0.5\n- a\n\n## 1.0.4\n- b\n\n## v1.0.5\n- c\n", u"section-duplicate"_s,
            u"in lines 1 and 7"_s);
        row("empty", "## 1.0.5\n\n \n## 1.0.4\n- a\n", u"section-empty"_s, u"in line 1"_s);
        row("empty at the end", "## 1.0.4\n- a\n\n## 1.0.5", u"section-empty"_s, u"in line 4"_s);
        row("only headings", "## 1.0.5\n\n### Added\n\n### Fixed\n", u"section-empty"_s, u"only headings"_s);
        row("only a comment", "## 1.0.5\n\n<!-- write\n\nme -->\n", u"section-empty"_s, u"comments"_s);
        row("only definitions", "## [1.0.5]\n\n[1.0.5]: https://e.org\n\n## 1.0.4\n", u"section-empty"_s,
            u"definitions"_s);
        row("too long", "## 1.0.5\n\n" + QByteArray(125'003, 'x') + "\n", u"body-too-long"_s, u"125003"_s);
    }
    void problems()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        const ReleaseNotes notes = notesOf(bytes);
        QVERIFY(!notes.isUsable());
        QCOMPARE(notes.findings.size(), 1);
        const Finding &finding = notes.findings.first();
        QCOMPARE(finding.severity, Severity::Error);
        QTEST(finding.code, "code");
        QCOMPARE(finding.path, u"CHANGELOG.md"_s);
        QVERIFY2((finding.message + finding.hint).contains(words), qPrintable(finding.message + finding.hint));
    }

    void charactersAreCountedNotBytes()
    {
        const QByteArray anchor = "\xE2\x9A\x93"; // three bytes
        const QByteArray rocket = "\xF0\x9F\x9A\x80"; // two UTF-16 units
        QVERIFY(notesOf("## 1.0.5\n" + anchor.repeated(100'000) + rocket.repeated(25'000)).isUsable());
        QVERIFY(!notesOf("## 1.0.5\n" + anchor.repeated(100'000) + rocket.repeated(25'001)).isUsable());
    }

    void codeAloneIsSomethingToRead() { QVERIFY(notesOf("## 1.0.5\n\n```\nnix run\n```\n").isUsable()); }

    void linksKeepWorkingOutsideTheFile()
    {
        const ReleaseNotes notes =
            notesOf("## [1.0.5]\n\n- See [#12] and [own].\n\n[own]: https://e.org/own\n\n## 1.0.4\n\n- b\n\n"
                    "[1.0.5]: https://e.org/5\n[#12]: https://e.org/12\n[own]: https://e.org/not\n");
        QCOMPARE(notes.body, u"- See [#12] and [own].\n\n[own]: https://e.org/own\n\n[#12]: https://e.org/12"_s);
    }

    void missingSectionHasNoBody()
    {
        const ReleaseNotes notes = notesOf("## 1.0.4\n- a\n");
        QCOMPARE(notes.body, QString());
        QCOMPARE(notes.heading, QString());
    }
};

QTEST_GUILESS_MAIN(ReleaseNotesTest)
#include "tst_releasenotes.moc"
