// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/withdrawnmark.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class WithdrawnMarkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheHeadingChangesAndChangesBack_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after) {
            QTest::newRow(name) << before << after;
        };
        row("brackets", "# Changelog\n\n## [1.0.5] - 2026-07-08\n\n- a\n",
            "# Changelog\n\n## [1.0.5] - 2026-07-08 [YANKED]\n\n- a\n");
        row("Windows", "## 1.0.5 (2026-07-08)\r\n\r\n- a\r\n", "## 1.0.5 (2026-07-08) [YANKED]\r\n\r\n- a\r\n");
        row("closing signs", "## 1.0.5 ##\n\n- a\n", "## 1.0.5 [YANKED] ##\n\n- a\n");
        row("underlined", "1.0.5\n-----\n\n- a\n", "1.0.5 [YANKED]\n-----\n\n- a\n");
        row("no line end", "## 1.0.5", "## 1.0.5 [YANKED]");
        row("as the project has it", "## 1.0.5 (2026-07-08)\n\n- a\n\n## 1.0.4 (2026-07-01) - withdrawn\n\n- b\n",
            "## 1.0.5 (2026-07-08) - withdrawn\n\n- a\n\n## 1.0.4 (2026-07-01) - withdrawn\n\n- b\n");
    }
    void onlyTheHeadingChangesAndChangesBack()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const Changelog changelog = Changelog::parse(before);
        const auto marked = markWithdrawn(changelog, u"1.0.5"_s, true, withdrawnMarkOf(changelog));
        QCOMPARE(marked.value(), after);
        const Changelog withdrawn = Changelog::parse(after);
        QCOMPARE(markWithdrawn(withdrawn, u"1.0.5"_s, true, u" [YANKED]"_s).value(), after); // once
        QCOMPARE(markWithdrawn(withdrawn, u"1.0.5"_s, false, {}).value(), before);
    }

    void whatIsNotThereIsSaid()
    {
        const Changelog changelog = Changelog::parse("## 1.0.5\n\n- a\n");
        QCOMPARE(markWithdrawn(changelog, u"1.0.6"_s, true, u" [YANKED]"_s).error().kind, Error::Kind::NotFound);
        QCOMPARE(
            markWithdrawn(Changelog::parse("## ~~1.0.5~~ (2026-11-20)\n\n- a\n"), u"1.0.5"_s, false, {}).error().kind,
            Error::Kind::Conflict);
    }
};

QTEST_GUILESS_MAIN(WithdrawnMarkTest)
#include "tst_withdrawnmark.moc"
