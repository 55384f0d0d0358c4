// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changelog/recovery.h"
#include "app/changelog/textmerge.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace unmoor;

class TextMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("merged"); ///< null: they cannot be
        const auto row = [](const char *name, const QString &ours, const QString &theirs, const QString &merged) {
            QTest::newRow(name) << ours << theirs << merged;
        };
        row("nobody", u"a\nb\nc\nd"_s, u"a\nb\nc\nd"_s, u"a\nb\nc\nd"_s);
        row("one", u"a\nB\nc\nd"_s, u"a\nb\nc\nd"_s, u"a\nB\nc\nd"_s);
        row("the other", u"a\nb\nc\nd"_s, u"a\nb\nc\nd\ne"_s, u"a\nb\nc\nd\ne"_s);
        row("both, apart", u"A\nb\nc\nd"_s, u"a\nb\nc\nD"_s, u"A\nb\nc\nD"_s);
        row("both, the same", u"a\nX\nc\nd"_s, u"a\nX\nc\nd"_s, u"a\nX\nc\nd"_s);
        row("added and removed", u"a\nb\nx\nc\nd"_s, u"b\nc\nd"_s, u"b\nx\nc\nd"_s);
        row("the same line", u"a\nX\nc\nd"_s, u"a\nY\nc\nd"_s, QString());
        row("added in one place", u"a\nx\nb\nc\nd"_s, u"a\ny\nb\nc\nd"_s, QString());
        row("changed and removed", u"a\nX\nc\nd"_s, u"a\nc\nd"_s, QString());
        row("everything removed", u""_s, u"a\nb\nc\nd\ne"_s, QString());
    }
    void merges()
    {
        QFETCH(QString, ours);
        QFETCH(QString, theirs);
        QFETCH(QString, merged);
        const QString base = u"a\nb\nc\nd"_s;
        QCOMPARE(mergeTexts(base, ours, theirs).value_or(QString()), merged);
        QCOMPARE(mergeTexts(base, theirs, ours).value_or(QString()), merged);
        QCOMPARE(mergeTexts(base, ours, theirs).has_value(), !merged.isNull());
    }

    void textsTooLargeToCompareAreOneDifferenceBetweenTheirEnds()
    {
        QStringList base{u"first"_s};
        QStringList ours{u"first"_s};
        for (int i = 0; i < 2100; ++i) {
            base += u"old %1"_s.arg(i);
            ours += u"new %1"_s.arg(i);
        }
        base += u"last"_s;
        ours += u"last"_s;
        const QString theirs = base.join(u'\n').replace(u"old 7\n"_s, u"seven\n"_s);
        const auto parts = mergeParts(base.join(u'\n'), ours.join(u'\n'), theirs);
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts[1].change, MergePart::Change::Both);
        QCOMPARE(parts[1].ours, ours.sliced(1, 2100));
        QVERIFY(!mergeTexts(base.join(u'\n'), ours.join(u'\n'), theirs)); // nobody's words are lost
        QCOMPARE(mergeTexts(base.join(u'\n'), ours.join(u'\n'), base.join(u'\n')).value_or(QString()),
                 ours.join(u'\n'));
    }

    void unsavedTextIsReadBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"notes/minne/1.0.5.unsaved.json"_s);
        QVERIFY(!readUnsaved(path));
        const UnsavedNotes notes{u"- a"_s, u"- größer ⚓\n\n\"b\""_s, u"- c"_s};
        QVERIFY(keepUnsaved(path, notes));
        QCOMPARE(readUnsaved(path), notes);
        QVERIFY(keepUnsaved(path, {u"- a"_s, u"- b"_s, {}}));
        QCOMPARE(readUnsaved(path)->body, u"- b"_s);
        forgetUnsaved(path);
        QVERIFY(!readUnsaved(path));
    }

    void changesAreAddedUp()
    {
        const QTemporaryDir folder;
        UnsavedKeeper keeper(folder.filePath(u"notes/x"_s));
        QString body = u"- größer ⚓"_s;
        for (int step = 0; step < 50; ++step) {
            body.insert((step * 7) % body.size(), step % 9 ? u"a"_s : u"\n\"⚓"_s);
            if (step % 5 == 4)
                body.remove(step % body.size(), 2);
            QVERIFY(keeper.keep({u"base"_s, body, step > 30 ? u"aside"_s : QString()}));
            QCOMPARE(readUnsaved(keeper.path()), (UnsavedNotes{u"base"_s, body, step > 30 ? u"aside"_s : QString()}));
        }
        QFile::remove(keeper.path()); // by another hand
        QVERIFY(keeper.keep({u"base"_s, body + u'!', {}}));
        QCOMPARE(readUnsaved(keeper.path())->body, body + u'!');
        keeper.forget();
        QVERIFY(!readUnsaved(keeper.path()));
    }

    void aChangeWrittenInPartIsLeftOut()
    {
        const QTemporaryDir folder;
        UnsavedKeeper keeper(folder.filePath(u"x"_s));
        QVERIFY(keeper.keep({u"a"_s, u"a"_s, {}}));
        QVERIFY(keeper.keep({u"a"_s, u"ab"_s, {}}));
        QVERIFY(keeper.keep({u"a"_s, u"abc"_s, {}}));
        QVERIFY(QFile::resize(keeper.path(), QFileInfo(keeper.path()).size() - 5));
        QCOMPARE(readUnsaved(keeper.path())->body, u"ab"_s);
    }

    void halfAFileIsNone()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"x"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"base\": \"a\", \"bo") > 0);
        file.close();
        QVERIFY(!readUnsaved(file.fileName()));
    }

    void placeThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        QFile blocker(folder.filePath(u"x"_s));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto kept = keepUnsaved(folder.filePath(u"x/y"_s), {});
        QCOMPARE(kept.error().kind, Error::Kind::Io);
        QVERIFY(kept.error().message.contains(u"x/y"));
    }
};

QTEST_GUILESS_MAIN(TextMergeTest)
#include "tst_textmerge.moc"
