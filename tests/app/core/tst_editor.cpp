// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/editor.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class EditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void command_data()
    {
        QTest::addColumn<QString>("editor");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("command"); ///< empty: none
        QTest::newRow("code") << u"code --wait"_s << 31 << u"code --wait -g /s/x y.nix:31:5"_s;
        QTest::newRow("path") << u"/usr/bin/codium"_s << 31 << u"/usr/bin/codium -g /s/x y.nix:31:5"_s;
        QTest::newRow("kate") << u"kate"_s << 31 << u"kate -l 31 -c 5 /s/x y.nix"_s;
        QTest::newRow("gvim") << u"gvim"_s << 31 << u"gvim +31 /s/x y.nix"_s;
        QTest::newRow("emacs") << u"emacs"_s << 31 << u"emacs +31:5 /s/x y.nix"_s;
        QTest::newRow("subl") << u"subl"_s << 31 << u"subl /s/x y.nix:31:5"_s;
        QTest::newRow("no line") << u"kate"_s << 0 << u"kate /s/x y.nix"_s;
        QTest::newRow("in a terminal") << u"vim"_s << 31 << QString();
        QTest::newRow("emacs in a terminal") << u"emacs -nw"_s << 31 << QString();
        QTest::newRow("none") << QString() << 31 << QString();
        QTest::newRow("quoted") << u"\"/opt/my tools/code\""_s << 31 << u"/opt/my tools/code -g /s/x y.nix:31:5"_s;
    }
    void command()
    {
        QFETCH(QString, editor);
        QFETCH(int, line);
        const auto command = editorCommand(editor, u"/s/x y.nix"_s, line, 5);
        QTEST(command ? (QStringList{command->program} + command->arguments).join(u' ') : QString(), "command");
    }

    void visualGoesBeforeEditorWhereItHasAWindow()
    {
        qputenv("VISUAL", "kate");
        qputenv("EDITOR", "gvim");
        QCOMPARE(ownEditorCommand(u"/x"_s, 1, 1)->program, u"kate"_s);
        qputenv("VISUAL", "vi");
        QCOMPARE(ownEditorCommand(u"/x"_s, 1, 1)->program, u"gvim"_s);
        qunsetenv("EDITOR");
        QVERIFY(!ownEditorCommand(u"/x"_s, 1, 1));
    }
};

QTEST_GUILESS_MAIN(EditorTest)
#include "tst_editor.moc"
