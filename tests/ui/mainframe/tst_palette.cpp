// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/commandpalette.h"
#include "ui/mainframe/palettemodel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class PaletteTest : public QObject
{
    Q_OBJECT

    QStringList m_ran;

    PaletteItem item(const QString &kind, const QString &text, const QString &detail = {}, const QString &whyNot = {})
    {
        return {.kind = kind, .text = text, .detail = detail, .whyNot = whyNot, .run = [this, text] { m_ran += text; }};
    }

    QList<PaletteItem> items()
    {
        return {item(u"command"_s, u"Show Plan"_s),
                item(u"command"_s, u"Next problem"_s, {}, u"there is no problem"_s),
                item(u"command"_s, u"Show Publish"_s),
                item(u"target"_s, u"aarch64-apple-darwin"_s),
                item(u"target"_s, u"x86_64-unknown-linux-gnu"_s),
                item(u"file"_s, u"minne/bin/main"_s, u"x86_64-unknown-linux-gnu"_s),
                item(u"file"_s, u"minne/bin/main"_s, u"aarch64-apple-darwin"_s)};
    }

    QStringList found(const QString &typed, int most = 100)
    {
        const QList<PaletteItem> all = items();
        QStringList texts;
        for (const int row : findItems(all, typed, most))
            texts += all[row].text;
        return texts;
    }

private Q_SLOTS:
    void init() { m_ran.clear(); }

    void nothingTypedFindsAllWithWhatCannotBeDoneLast()
    {
        const QStringList all = found({});
        QCOMPARE(all.size(), 7);
        QCOMPARE(all.first(), u"Show Plan"_s);
        QCOMPARE(all.last(), u"Next problem"_s);
        QCOMPARE(found({}, 3).size(), 3);
    }

    void lettersInTheirOrderAreEnough_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("initials") << u"spl"_s << u"Show Plan"_s;
        QTest::newRow("a part of a triple") << u"linux"_s << u"x86_64-unknown-linux-gnu"_s;
        QTest::newRow("letters of a triple") << u"a64dar"_s << u"aarch64-apple-darwin"_s;
        QTest::newRow("words in any order") << u"publish show"_s << u"Show Publish"_s;
        QTest::newRow("the kind") << u"target darwin"_s << u"aarch64-apple-darwin"_s;
        QTest::newRow("the detail") << u"main apple"_s << u"minne/bin/main"_s;
        QTest::newRow("what cannot be done") << u"nextprob"_s << u"Next problem"_s;
    }
    void lettersInTheirOrderAreEnough()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        QCOMPARE(found(typed).value(0), first);
    }

    void everyWordHasToFit() { QVERIFY(found(u"main windows"_s).isEmpty()); }

    void modelHoldsTheRules()
    {
        PaletteModel model(items());
        QAbstractItemModelTester tester(&model);
        model.find(u"next"_s);
        QCOMPARE(model.index(0).data(PaletteModel::DetailRole).toString(), u"there is no problem"_s);
        QVERIFY(!model.index(0).flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"Next problem, command, there is no problem"_s);
    }

    void returnRunsTheChosenLineAndGoes()
    {
        QWidget window;
        QPointer<CommandPalette> palette = new CommandPalette(items(), &window);
        palette->show();
        auto *text = palette->findChild<QLineEdit *>();
        QTest::keyClicks(text, u"show"_s);
        QTest::keyClick(text, Qt::Key_Down);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(m_ran, QStringList{u"Show Publish"_s});
        QTRY_VERIFY(!palette);
    }

    void whatCannotBeDoneIsNotRun()
    {
        QWidget window;
        CommandPalette palette(items(), &window);
        palette.setAttribute(Qt::WA_DeleteOnClose, false);
        palette.show();
        auto *text = palette.findChild<QLineEdit *>();
        QTest::keyClicks(text, u"next problem"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(m_ran.isEmpty());
        QVERIFY(palette.isVisible());
    }

    void nothingFoundIsSaid()
    {
        QWidget window;
        CommandPalette palette(items(), &window);
        palette.setAttribute(Qt::WA_DeleteOnClose, false);
        palette.show();
        QTest::keyClicks(palette.findChild<QLineEdit *>(), u"zzz"_s);
        QVERIFY(!palette.findChild<QListView *>()->isVisible());
        const QList<QLabel *> labels = palette.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == u"Nothing found for “zzz”"_s;
        }));
    }

    void assistiveProgramsSeeIt()
    {
        CommandPalette palette(items());
        palette.setAttribute(Qt::WA_DeleteOnClose, false);
        palette.show();
        const QAccessibleInterface *program = QAccessible::queryAccessibleInterface(qApp);
        QStringList windows;
        for (int i = 0; i < program->childCount(); ++i)
            windows += program->child(i)->text(QAccessible::Name);
        QVERIFY2(windows.contains(u"Find or run a command"_s), qPrintable(windows.join(u", "_s)));
    }
};

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
