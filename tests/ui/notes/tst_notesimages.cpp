// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespreview.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QHelpEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>
#include <sys/stat.h>

using namespace unmoor;
using namespace Qt::StringLiterals;

/// Pictures of the checkout are green, all others magenta.
class TestNotesImages : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_checkout;
    std::unique_ptr<NotesPreview> m_preview;

    static void paint(const QString &path, const QColor &color)
    {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(color);
        QVERIFY2(image.save(path, "PNG"), qPrintable(path));
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_checkout + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    /// Pixels of \a color that the preview shows.
    int pixelsOf(const QColor &color) const
    {
        const QImage shown = m_preview->viewport()->grab().toImage();
        int count = 0;
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                count += shown.pixelColor(x, y) == color;
        return count;
    }

    void show(const QString &notes)
    {
        m_preview->setNotes(u"minne"_s, notes);
        QTRY_VERIFY(m_preview->toPlainText().contains(u"the end"_s));
    }

    QStringList foreignNames() const
    {
        return {m_dir.filePath(u"outside.png"_s),
                u"file://"_s + m_dir.filePath(u"outside.png"_s),
                u"../outside.png"_s,
                u"outside.png"_s, // in the folder that Unmoor was started in
                u"out.png"_s,
                u"pipe.png"_s,
                u"zero.png"_s,
                u"huge.png"_s,
                u"picture.svg"_s,
                u"styled.svg"_s,
                u"none.png"_s,
                u"https://example.invalid/x.png"_s,
                m_dir.filePath(u"pipe.png"_s)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_checkout = m_dir.filePath(u"checkout"_s);
        QVERIFY(QDir().mkpath(m_checkout + u"/.git"_s));
        paint(m_checkout + u"/own.png"_s, Qt::green);
        paint(m_dir.filePath(u"outside.png"_s), Qt::magenta);
        QVERIFY(QDir::setCurrent(m_dir.path()));
        QVERIFY(QFile::link(u"../outside.png"_s, m_checkout + u"/out.png"_s));
        QVERIFY(QFile::link(u"/dev/zero"_s, m_checkout + u"/zero.png"_s));
        QCOMPARE(::mkfifo(qPrintable(m_checkout + u"/pipe.png"_s), 0600), 0);
        QCOMPARE(::mkfifo(qPrintable(m_dir.filePath(u"pipe.png"_s)), 0600), 0);
        QFile huge(m_checkout + u"/huge.png"_s);
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(1LL << 40));
        const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
                               "width='40' height='40'>";
        write(u"own.svg"_s, svg + "<rect width='40' height='40' fill='#00ff00'/></svg>");
        write(u"picture.svg"_s,
              svg + "<image width='40' height='40' xlink:href='" + m_dir.filePath(u"outside.png"_s).toUtf8()
                  + "'/></svg>");
        write(u"styled.svg"_s,
              "<?xml-stylesheet type='text/css' href='" + m_dir.filePath(u"pipe.png"_s).toUtf8() + "'?>" + svg
                  + "<rect width='40' height='40' fill='#ff00ff'/></svg>");
    }

    void init()
    {
        m_preview = std::make_unique<NotesPreview>();
        m_preview->resize(600, 1200);
        m_preview->setPlace(u"https://github.com/owner/minne"_s, m_checkout, u"CHANGELOG.md"_s);
        m_preview->show();
    }

    void picturesOfTheCheckoutAreShown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("PNG") << u"own.png"_s;
        QTest::newRow("SVG") << u"own.svg"_s;
        QTest::newRow("by its address") << u"https://github.com/owner/minne/raw/v1/own.png"_s;
    }
    void picturesOfTheCheckoutAreShown()
    {
        QFETCH(QString, name);
        show(u"![x](%1)\n\nthe end"_s.arg(name));
        QVERIFY(pixelsOf(Qt::green) > 1000);
    }

    /// Whatever is not shown is not opened either: a pipe would hold this test up for ever.
    void nothingElseIsOpened_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("short notes") << false;
        QTest::newRow("long notes") << true;
    }
    void nothingElseIsOpened()
    {
        QFETCH(bool, isLong);
        QString notes;
        for (const QString &name : foreignNames())
            notes += u"![x](<%1>)\n\n"_s.arg(name);
        notes += u"![x](own.png)\n\nthe end\n"_s;
        if (isLong)
            notes += QString(u"\nmore text of a long section"_s).repeated(100);
        show(notes);
        QVERIFY(pixelsOf(Qt::green) > 1000);
        QCOMPARE(pixelsOf(Qt::magenta), 0);
    }

    void wholeAddressOfALinkIsShownAndNotItsTitle()
    {
        show(u"[guide](https://example.org/guide \"<img src=pipe.png>\") the end"_s);
        const QTextCursor link = m_preview->document()->find(u"guide"_s);
        const QPoint place = m_preview->cursorRect(link).center() - QPoint(8, 0);
        QHelpEvent help(QEvent::ToolTip, place, m_preview->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(m_preview->viewport(), &help);
        QCOMPARE(QToolTip::text(), u"https://example.org/guide"_s);
    }
};

QTEST_MAIN(TestNotesImages)
#include "tst_notesimages.moc"
