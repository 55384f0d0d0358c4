// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/shownhtml.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class ShownHtmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lineIsShownAsGitHubShowsIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text"); // "¤" for a mark
        QTest::addColumn<QStringList>("dropped");
        const auto row = [](const char *name, const QString &line, const QString &text,
                            const QStringList &dropped = {}) { QTest::newRow(name) << line << text << dropped; };
        row("no HTML", u"a < b and <https://e.org> **c**"_s, u"a < b and <https://e.org> **c**"_s);
        row("an element that is dropped", u"x <iframe src=\"https://e.org\"></iframe> y"_s, u"x ¤ y"_s,
            {u"<iframe>"_s});
        row("what it holds stays", u"<center>Words</center>"_s, u"¤Words"_s, {u"<center>"_s});
        row("a script goes with what it holds", u"a<script>go(1 < 2)</script>b"_s, u"a¤b"_s, {u"<script>"_s});
        row("a placeholder", u"Vec<T> of <version>"_s, u"Vec¤ of ¤"_s, {u"<T>"_s, u"<version>"_s});
        row("an attribute", u"<p style=\"color:red\">a</p>"_s, u"¤a"_s, {u"style"_s});
        row("code stays", u"`Vec<T>` and ``<b>`` <b>c</b>"_s, u"`Vec<T>` and ``<b>`` **c**"_s);
        row("escaped", u"\\<iframe>"_s, u"\\<iframe>"_s);
        row("formats", u"<B>a</B> <em>b</em> <del>c</del> <kbd>d</kbd>"_s, u"**a** *b* ~~c~~ `d`"_s);
        row("a break", u"a<br/>b"_s, u"a\\\nb"_s);
        row("a break in a table", u"| a<br>b |"_s, u"| a b |"_s);
        row("a link", u"<a href='https://e.org/x'>words</a>."_s, u"[words](<https://e.org/x>)."_s);
        row("a link that goes on", u"<a href=https://e.org>words"_s, u"[words](<https://e.org>)"_s);
        row("an anchor", u"<a name=\"x\"></a>Heading"_s, u"Heading"_s);
        row("an image", u"<img width=10 alt=\"A view\" src=\"docs/a.png\">"_s, u"![A view](<docs/a.png>)"_s);
        row("comments", u"a<!-- b <iframe> -->c"_s, u"ac"_s);
        row("folded", u"<details><summary>More</summary>"_s, u"**More**"_s);
        row("an address cannot end the link", u"<a href=\"https://e.org/>)(x\">w</a>"_s,
            u"[w](<https://e.org/%3E)(x>)"_s);
    }

    void lineIsShownAsGitHubShowsIt()
    {
        QFETCH(QString, line);
        QFETCH(QString, text);
        QFETCH(QStringList, dropped);
        const ShownHtml shown = shownHtml(line);
        QCOMPARE(QString(shown.text).replace(ShownHtml::mark, u'¤'), text);
        QCOMPARE(shown.dropped, dropped);
    }
};

QTEST_GUILESS_MAIN(ShownHtmlTest)
#include "tst_shownhtml.moc"
