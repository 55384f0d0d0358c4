// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/sizeview.h"

#include "ui/archive/largestmodel.h"
#include "ui/archive/treemap.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

ArchiveEntry file(const QString &path, const QByteArray &sha256, qint64 size)
{
    return {.rawName = path.toUtf8(), .path = path, .mode = 0644, .size = size, .sha256 = sha256};
}

SizeBreakdown sample()
{
    ArchiveContents contents;
    contents.entries = {file(u"x/main"_s, "1", 600), file(u"x/lib/a.so"_s, "2", 200), file(u"x/lib/b.so"_s, "2", 200),
                        file(u"x/empty"_s, "3", 0)};
    return breakDownSizes(contents);
}

const Treemap::Tile *tileOf(const Treemap &map, const QString &path)
{
    const auto found =
        std::ranges::find_if(map.tiles(), [&](const Treemap::Tile &tile) { return tile.part->path == path; });
    return found == map.tiles().end() ? nullptr : &*found;
}

struct Shown
{
    SizeView view;
    Treemap *map = view.findChild<Treemap *>();
    QListView *list = view.findChild<QListView *>();

    Shown()
    {
        view.resize(1104, 450);
        view.setBreakdown(sample());
        view.show();
    }
};

} // namespace

class TestSizeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Dark); }

    void squaresFillTheAreaInProportion_data()
    {
        QTest::addColumn<QList<qint64>>("sizes");
        QTest::newRow("paper") << QList<qint64>{6, 6, 4, 3, 2, 2, 1};
        QTest::newRow("one") << QList<qint64>{5};
        QTest::newRow("equal") << QList<qint64>(50, 7);
        QTest::newRow("huge") << QList<qint64>{1LL << 60, 1LL << 59, 1};
        QTest::newRow("none") << QList<qint64>{};
    }
    void squaresFillTheAreaInProportion()
    {
        QFETCH(QList<qint64>, sizes);
        const QRectF area(10, 20, 600, 400);
        const QList<QRectF> rects = squarified(sizes, area);
        QCOMPARE(rects.size(), sizes.size());
        const double whole = std::accumulate(sizes.begin(), sizes.end(), 0.0);
        for (qsizetype i = 0; i < rects.size(); ++i) {
            const double share = double(sizes[i]) / whole * area.width() * area.height();
            QVERIFY(qAbs(rects[i].width() * rects[i].height() - share) < 0.01);
            QVERIFY(rects[i].isEmpty() || area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(rects[i]));
            for (qsizetype other = 0; other < i; ++other) {
                const QRectF shared = rects[i].intersected(rects[other]);
                QVERIFY(shared.width() < 0.01 || shared.height() < 0.01);
            }
        }
    }

    void squaresAreNearlySquare()
    {
        for (const QRectF &rect : squarified(QList<qint64>(16, 1), QRectF(0, 0, 640, 400))) {
            const double ratio = rect.width() / rect.height();
            QVERIFY2(ratio < 2 && ratio > 0.5, qPrintable(QString::number(ratio)));
        }
    }

    void tilesAreFilesInTheirFoldersWithoutTheTopOne()
    {
        Shown page;
        QVERIFY(!tileOf(*page.map, u"x"_s));
        QVERIFY(!tileOf(*page.map, u"x/empty"_s));
        const auto *folder = tileOf(*page.map, u"x/lib"_s);
        QVERIFY(folder && folder->isFolder);
        QVERIFY(folder->rect.contains(tileOf(*page.map, u"x/lib/a.so"_s)->rect));
    }

    void modelKeepsItsPromises()
    {
        LargestModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setBreakdown(sample());
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data().toString(), u"main"_s);
        QCOMPARE(model.index(1).data().toString(), u"lib/a.so"_s);
        QCOMPARE(model.index(1).data(LargestModel::DetailRole).toString(), u"copy"_s);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"x/main, 600 B, 60.0 % of the archive"_s);
    }

    void sumsAreSaid()
    {
        Shown page;
        QStringList texts;
        for (const ElidedLabel *label : page.view.findChildren<ElidedLabel *>())
            texts += label->text();
        QVERIFY(texts.contains(u"1000 B unpacked"_s));
        QVERIFY(texts.contains(u"200 B in copies of files that are there already"_s));
        QVERIFY(texts.contains(u"Nothing to strip in what could be read"_s));
    }

    void clickOnATileChoosesItInTheListToo()
    {
        Shown page;
        QSignalSpy chosen(&page.view, &SizeView::pathChosen);
        QTest::mouseClick(page.map, Qt::LeftButton, {}, tileOf(*page.map, u"x/lib/b.so"_s)->rect.center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"x/lib/b.so"_s);
        QCOMPARE(page.list->currentIndex().data(LargestModel::PathRole).toString(), u"x/lib/b.so"_s);
    }

    void folderCanBeChosenByItsTitle()
    {
        Shown page;
        QSignalSpy chosen(&page.view, &SizeView::pathChosen);
        const QRectF folder = tileOf(*page.map, u"x/lib"_s)->rect;
        QTest::mouseClick(page.map, Qt::LeftButton, {}, folder.topLeft().toPoint() + QPoint(8, 5));
        QCOMPARE(chosen.value(0).value(0).toString(), u"x/lib"_s);
        QVERIFY(!page.list->currentIndex().isValid());
    }

    void listIsReachedByKeyboard()
    {
        Shown page;
        QSignalSpy chosen(&page.view, &SizeView::pathChosen);
        page.list->setFocus();
        QTest::keyClick(page.list, Qt::Key_Down);
        QTest::keyClick(page.list, Qt::Key_Down);
        QVERIFY(!chosen.isEmpty());
        QCOMPARE(chosen.last().first().toString(), page.list->currentIndex().data(LargestModel::PathRole).toString());
    }

    void choosingFromOutsideSaysNothing()
    {
        Shown page;
        QSignalSpy chosen(&page.view, &SizeView::pathChosen);
        page.view.choose(u"x/main"_s);
        QCOMPARE(page.list->currentIndex().row(), 0);
        page.view.setBreakdown({});
        QVERIFY(chosen.isEmpty());
        QVERIFY(page.map->tiles().isEmpty());
    }

    void mapDescribesItselfToScreenReaders()
    {
        Shown page;
        QVERIFY(page.map->accessibleDescription().startsWith(u"x/main, 600 B"_s));
    }

    void itFitsASmallWindow()
    {
        Shown page;
        QVERIFY2(page.view.minimumSizeHint().width() <= 848,
                 qPrintable(QString::number(page.view.minimumSizeHint().width())));
    }
};

QTEST_MAIN(TestSizeView)
#include "tst_sizeview.moc"
