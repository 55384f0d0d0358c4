// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/editabletext.h"
#include "app/changelog/linkify.h"
#include "app/changelog/listcontinuation.h"
#include "app/changelog/livenotes.h"

#include <QTest>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

ChangelogSection sectionOf(const Changelog &changelog)
{
    return changelog.sectionsFor(u"1.0.5"_s).value(0);
}

QStringList codesOf(const LiveNotes &live)
{
    QStringList codes;
    for (const NotesProblem &problem : live.problems)
        codes.append(problem.finding.code);
    return codes;
}

LiveNotes liveOf(const QByteArray &bytes, const QString &body)
{
    const Changelog changelog = Changelog::parse(bytes);
    return LiveReader(changelog, sectionOf(changelog), {.version = u"1.0.5"_s, .fileName = u"CHANGELOG.md"_s})
        .read(body);
}

const QByteArray twoReleases = "# Changelog\n\n## 1.0.5\n\n- One\n\n## 1.0.4\n\n- Old\n";

} // namespace

/// What is done with a section's text while it is typed.
class TestLiveNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editableTextIsTheFileInThree_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("after");

        QTest::newRow("in the middle") << twoReleases << u"# Changelog\n\n## 1.0.5\n\n"_s << u"- One"_s
                                       << u"\n\n## 1.0.4\n\n- Old\n"_s;
        QTest::newRow("last, no line end")
            << "## 1.0.5\n- One\n- Two"_ba << u"## 1.0.5\n"_s << u"- One\n- Two"_s << QString();
        QTest::newRow("CRLF") << "## 1.0.5\r\n\r\n- One\r\n\r\n- Two\r\n"_ba << u"## 1.0.5\n\n"_s << u"- One\n\n- Two"_s
                              << u"\n"_s;
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF## 1.0.5\n\n- One\n"_ba << u"## 1.0.5\n\n"_s << u"- One"_s
                                         << u"\n"_s;
        QTest::newRow("setext") << "1.0.5\n-----\n\n- One\n"_ba << u"1.0.5\n-----\n\n"_s << u"- One"_s << u"\n"_s;
        QTest::newRow("empty section") << "## 1.0.5\n\n## 1.0.4\n\n- Old\n"_ba << u"## 1.0.5\n\n"_s << QString()
                                       << u"\n\n## 1.0.4\n\n- Old\n"_s;
        QTest::newRow("heading alone") << "## 1.0.5"_ba << u"## 1.0.5\n\n"_s << QString() << QString();
        QTest::newRow("links at the end") << "## 1.0.5\n\n- One\n\n[1.0.5]: https://example.com\n"_ba
                                          << u"## 1.0.5\n\n"_s << u"- One"_s << u"\n\n[1.0.5]: https://example.com\n"_s;
    }

    void editableTextIsTheFileInThree()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, before);
        QFETCH(QString, body);
        QFETCH(QString, after);
        const Changelog changelog = Changelog::parse(bytes);
        const EditableText text = editableText(changelog, sectionOf(changelog));
        QCOMPARE(text.before, before);
        QCOMPARE(text.body, body);
        QCOMPARE(text.after, after);
    }

    void lockedTextIsTheWholeFile()
    {
        const EditableText text = lockedText(Changelog::parse("# A\r\nb\r\n\r\nc"));
        QCOMPARE(text.whole(), u"# A\nb\n\nc"_s);
        QCOMPARE(text.headingLine, 0);
    }

    void listItemNamesTheNextMarker_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("next"); // null: no list item
        QTest::addColumn<bool>("empty");

        QTest::newRow("dash") << u"- One"_s << u"- "_s << false;
        QTest::newRow("star, indented") << u"  *  One"_s << u"  *  "_s << false;
        QTest::newRow("number") << u"9. One"_s << u"10. "_s << false;
        QTest::newRow("parenthesis") << u"1) One"_s << u"2) "_s << false;
        QTest::newRow("task") << u"- [x] Done"_s << u"- [ ] "_s << false;
        QTest::newRow("empty") << u"- "_s << u"- "_s << true;
        QTest::newRow("empty task") << u"- [ ] "_s << u"- [ ] "_s << true;
        QTest::newRow("words") << u"One - two"_s << QString() << false;
        QTest::newRow("bold") << u"**One**"_s << QString() << false;
        QTest::newRow("rule") << u"- - -"_s << QString() << false;
    }

    void listItemNamesTheNextMarker()
    {
        QFETCH(QString, line);
        QFETCH(QString, next);
        QFETCH(bool, empty);
        const auto item = listItem(line);
        QCOMPARE(item.has_value(), !next.isNull());
        if (!item)
            return;
        QCOMPARE(item->next, next);
        QCOMPARE(item->isEmpty, empty);
    }

    void linesBecomeLinksAsOnGitHub_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("shown");
        const QString web = u"https://github.com/o/n"_s;
        const auto stays = [](const char *line) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(line);
        };
        QTest::newRow("issue") << u"- fixes #12, (#3)"_s
                               << u"- fixes [#12](%1/issues/12), ([#3](%1/issues/3))"_s.arg(web);
        QTest::newRow("elsewhere") << u"see a/b.c#4"_s << u"see [a/b.c#4](https://github.com/a/b.c/issues/4)"_s;
        QTest::newRow("person") << u"thanks @mo-ring!"_s << u"thanks [@mo-ring](https://github.com/mo-ring)!"_s;
        QTest::newRow("commit") << QString(40, u'a') << u"[`aaaaaaa`](%1/commit/%2)"_s.arg(web, QString(40, u'a'));
        stays("`#12` and ``@mo``");
        stays("[#12](https://e.org) and [@mo][1]");
        stays("https://e.org/#12 <https://e.org/@mo>");
        stays("mail mo@example.org");
        stays("# 12 and x#12 and #0 and @");
        stays("@scope/package");
        stays("[1]: https://e.org/#1");
    }
    void linesBecomeLinksAsOnGitHub()
    {
        QFETCH(QString, line);
        QTEST(linkified(line, u"https://github.com/o/n"_s), "shown");
        QCOMPARE(linkified(line, {}), line);
    }

    void problemsFollowTheText_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<int>("line");

        QTest::newRow("good") << u"- Two\n\n### Fixed\n\n- Three"_s << QStringList() << 0;
        QTest::newRow("empty") << QString() << QStringList{u"section-empty"_s} << 3;
        QTest::newRow("too long") << QString(maxReleaseBody + 1, u'x') << QStringList{u"body-too-long"_s} << 3;
        QTest::newRow("another release") << u"- One\n\n## 1.0.4.1\n\n- Two"_s << QStringList{u"section-cut"_s} << 7;
        QTest::newRow("open fence") << u"- One\n\n```\ncode"_s << QStringList{u"fence-unclosed"_s} << 7;
        QTest::newRow("twice") << u"- One\n\n## 1.0.5\n\n- Two"_s
                               << QStringList{u"section-cut"_s, u"section-duplicate"_s} << 7;
    }

    void problemsFollowTheText()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, codes);
        QFETCH(int, line);
        const LiveNotes live = liveOf(twoReleases, body);
        QCOMPARE(codesOf(live), codes);
        if (line)
            QCOMPARE(live.problems.first().line, line);
    }

    void longFileIsReadAsAShortOne_data() { problemsFollowTheText_data(); }
    void longFileIsReadAsAShortOne()
    {
        QFETCH(QString, body);
        QFETCH(QStringList, codes);
        QFETCH(int, line);
        QByteArray longFile = "# Changelog\n\n";
        for (int i = 0; i < 2000; ++i)
            longFile += "## 2.0." + QByteArray::number(3000 - i) + "\n\n- Newer\n\n";
        const int above = int(longFile.count('\n')) - 2;
        const Changelog changelog = Changelog::parse(longFile + twoReleases.sliced(13));
        const LiveNotes live = liveOf(changelog.bytes(), body);
        QCOMPARE(codesOf(live), codes);
        if (line)
            QCOMPARE(live.problems.first().line, line + above);
        QCOMPARE(live.body, liveOf(twoReleases, body).body);
    }

    void fixOfALongFileIsAnEditOfThatFile()
    {
        QByteArray longFile;
        for (int i = 0; i < 2000; ++i)
            longFile += "## 2.0." + QByteArray::number(3000 - i) + "\r\n\r\n- Newer\r\n\r\n";
        longFile += "## 1.0.5\r\n\r\n- One\r\n";
        const Changelog changelog = Changelog::parse(longFile);
        const ChangelogSection section = sectionOf(changelog);
        const LiveReader reader(changelog, section,
                                {.version = u"1.0.5"_s,
                                 .fileName = u"CHANGELOG.md"_s,
                                 .tag = u"v1.0.5"_s,
                                 .webUrl = QUrl(u"https://github.com/o/n"_s)});
        const QString typed = u"- One\n- [two](docs/two.md)"_s;
        const LiveNotes live = reader.read(typed);
        QCOMPARE(codesOf(live), QStringList{u"link-relative"_s});
        const QByteArray fixed = applied(changelog.withBody(section, typed), live.problems.first().fix->edits);
        QVERIFY(fixed.endsWith("- One\r\n- [two](https://github.com/o/n/blob/v1.0.5/docs/two.md)\r\n"));
        QVERIFY(fixed.startsWith(longFile.first(longFile.size() - 20)));
    }

    void charactersAreCountedAsPeopleDo() { QCOMPARE(liveOf(twoReleases, u"🚢 ahoy"_s).characters, 6); }
};

QTEST_GUILESS_MAIN(TestLiveNotes)
#include "tst_livenotes.moc"
