// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flatpaint.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QStyle>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>

using namespace unmoor;
using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double low = std::min(luminance(a), luminance(b));
    const double high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QImage imageOf(theme::State state, int side)
{
    return theme::stateIcon(state).pixmap(side).toImage();
}

QWidget *controlOf(const QString &kind)
{
    if (kind == u"check")
        return new QCheckBox(u"Check"_s);
    if (kind == u"radio")
        return new QRadioButton(u"Radio"_s);
    if (kind == u"line")
        return new QLineEdit;
    if (kind == u"combo") {
        auto *combo = new QComboBox;
        combo->addItem(u"Item"_s);
        return combo;
    }
    if (kind == u"tool") {
        auto *button = new QToolButton;
        button->setText(u"Tool"_s);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAutoRaise(true);
        return button;
    }
    auto *button = new QPushButton(kind == u"icon" ? QString() : u"Button"_s);
    if (kind == u"icon")
        button->setIcon(theme::symbol(u"search"_s));
    button->setProperty("accent", kind == u"accent");
    button->setProperty("link", kind == u"link" || kind == u"icon");
    button->setProperty("segment", kind.endsWith(u"segment"));
    button->setCheckable(kind.endsWith(u"segment"));
    button->setChecked(kind == u"chosen segment");
    return button;
}

const QList<theme::State> states{theme::State::Planned,  theme::State::Running, theme::State::Done,
                                 theme::State::Verified, theme::State::Cached,  theme::State::Warning,
                                 theme::State::Error,    theme::State::LeftOut, theme::State::Waiting,
                                 theme::State::Canceled, theme::State::Note,    theme::State::Skipped};

constexpr std::array appearances{std::pair{"light", theme::Appearance::Light},
                                 std::pair{"dark", theme::Appearance::Dark},
                                 std::pair{"black on white", theme::Appearance::HighContrastLight},
                                 std::pair{"white on black", theme::Appearance::HighContrastDark}};

/// What words and shapes stand on.
QList<QColor> groundsOf(const QPalette &palette)
{
    QList<QColor> grounds{palette.color(QPalette::Window), palette.color(QPalette::Base)};
    for (const auto role : {theme::Role::Rail, theme::Role::Selection, theme::Role::ErrorTint, theme::Role::WarningTint,
                            theme::Role::NoteTint})
        grounds += theme::color(role, palette);
    return grounds;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

    static void addHighContrast()
    {
        QTest::addColumn<theme::Appearance>("appearance");
        QTest::newRow("black on white") << theme::Appearance::HighContrastLight;
        QTest::newRow("white on black") << theme::Appearance::HighContrastDark;
    }

private Q_SLOTS:
    void initTestCase() { theme::apply(*qApp, theme::Appearance::Light); }

    void cleanup() { theme::apply(*qApp, theme::Appearance::Light); }

    void keyboardFocusShows_data()
    {
        QTest::addColumn<theme::Appearance>("appearance");
        QTest::addColumn<QString>("kind");
        for (const auto &[name, appearance] : appearances)
            for (const char *kind : {"push", "accent", "link", "segment", "chosen segment", "icon", "tool", "check",
                                     "radio", "combo", "line"})
                QTest::addRow("%s %s", name, kind) << appearance << QString::fromLatin1(kind);
    }

    /// At least as many pixels as the control is wide change by 3:1, in high contrast by 4.5:1.
    void keyboardFocusShows()
    {
        QFETCH(theme::Appearance, appearance);
        QFETCH(QString, kind);
        theme::apply(*qApp, appearance);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *before = new QLineEdit;
        QWidget *control = controlOf(kind);
        column->addWidget(before);
        column->addWidget(control, 0, Qt::AlignLeft);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        before->setFocus();
        const QImage plain = control->grab().toImage();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(control->hasFocus());
        const QImage focused = control->grab().toImage();
        QCOMPARE(focused.size(), plain.size());
        const double least = theme::isHighContrast(qApp->palette()) ? 4.5 : 3;
        int changed = 0;
        for (int y = 0; y < plain.height(); ++y)
            for (int x = 0; x < plain.width(); ++x)
                if (contrast(plain.pixelColor(x, y), focused.pixelColor(x, y)) >= least)
                    ++changed;
        QVERIFY2(changed >= plain.width(), qPrintable(QString::number(changed)));
    }

    void stateColorsAreReadableOnEveryGround_data()
    {
        QTest::addColumn<theme::Appearance>("appearance");
        for (const auto &[name, appearance] : appearances)
            QTest::newRow(name) << appearance;
    }

    void stateColorsAreReadableOnEveryGround()
    {
        QFETCH(theme::Appearance, appearance);
        theme::apply(*qApp, appearance);
        const QPalette palette = qApp->palette();
        const QList<QColor> grounds = groundsOf(palette);
        for (const theme::State state : states) {
            for (const QColor &ground : grounds)
                QVERIFY2(contrast(theme::stateColor(state, palette), ground) >= 4.5,
                         qPrintable(theme::stateWord(state) + u" on "_s + ground.name()));
        }
    }

    void highContrastHasWordsOfSevenToOne_data() { addHighContrast(); }

    void highContrastHasWordsOfSevenToOne()
    {
        QFETCH(theme::Appearance, appearance);
        theme::apply(*qApp, appearance);
        const QPalette palette = qApp->palette();
        QVERIFY(theme::isHighContrast(palette));
        QList<QColor> words{palette.color(QPalette::Text),
                            palette.color(QPalette::WindowText),
                            palette.color(QPalette::ButtonText),
                            palette.color(QPalette::HighlightedText),
                            palette.color(QPalette::PlaceholderText),
                            palette.color(QPalette::Link),
                            theme::color(theme::Role::SecondaryText, palette),
                            theme::color(theme::Role::Accent, palette)};
        for (const theme::State state : states)
            words << theme::stateColor(state, palette) << theme::stateTextColor(state, palette);
        for (const QColor &ground : groundsOf(palette) << palette.color(QPalette::Button)) {
            for (const QColor &word : std::as_const(words))
                QVERIFY2(contrast(word, ground) >= 7, qPrintable(word.name() + u" on "_s + ground.name()));
            for (const QColor &line :
                 {theme::color(theme::Role::Line, palette), palette.color(QPalette::Disabled, QPalette::Text)})
                QVERIFY2(contrast(line, ground) >= 4.5, qPrintable(line.name() + u" on "_s + ground.name()));
        }
        QVERIFY(contrast(Qt::white, theme::color(theme::Role::AccentButton, palette)) >= 7);
        QCOMPARE(theme::stateLine(theme::State::Error, palette), theme::stateColor(theme::State::Error, palette));
    }

    void barsShowHowFarTheyAreInHighContrast_data() { addHighContrast(); }

    void barsShowHowFarTheyAreInHighContrast()
    {
        QFETCH(theme::Appearance, appearance);
        theme::apply(*qApp, appearance);
        const QPalette palette = qApp->palette();
        const QColor groove = theme::grooveColor(palette);
        QVERIFY(contrast(groove, palette.color(QPalette::Base)) >= 3);
        QVERIFY(contrast(groove, theme::color(theme::Role::Accent, palette)) >= 3);
        for (const theme::State state : states)
            QVERIFY2(contrast(groove, theme::stateColor(state, palette)) >= 3, qPrintable(theme::stateWord(state)));
    }

    void bordersOfControlsShowInHighContrast_data()
    {
        QTest::addColumn<theme::Appearance>("appearance");
        QTest::addColumn<QString>("kind");
        for (const auto &[name, appearance] : appearances)
            for (const char *kind : {"push", "accent", "check", "radio", "combo", "line"})
                if (QByteArray(name).contains("on"))
                    QTest::addRow("%s %s", name, kind) << appearance << QString::fromLatin1(kind);
    }

    void bordersOfControlsShowInHighContrast()
    {
        QFETCH(theme::Appearance, appearance);
        QFETCH(QString, kind);
        theme::apply(*qApp, appearance);
        const std::unique_ptr<QWidget> control(controlOf(kind));
        const QImage image = control->grab().toImage();
        const int end = kind == u"check" || kind == u"radio" ? 15 : 4; // before any word
        double best = 1;
        for (int x = 0; x < end; ++x)
            best = std::max(best,
                            contrast(image.pixelColor(x, image.height() / 2), qApp->palette().color(QPalette::Window)));
        QVERIFY2(best >= 4.5, qPrintable(QString::number(best)));
    }

    void systemsContrastIsFollowedWhereTheSystemIsTheChoice()
    {
        theme::apply(*qApp, theme::Appearance::System);
        theme::setSystemContrast(true);
        QVERIFY(theme::isHighContrast(qApp->palette()));
        theme::apply(*qApp, theme::Appearance::Dark);
        QVERIFY(!theme::isHighContrast(qApp->palette()));
        theme::apply(*qApp, theme::Appearance::System);
        theme::setSystemContrast(false);
        QVERIFY(!theme::isHighContrast(qApp->palette()));
    }

    void appearanceChangesThePalette()
    {
        theme::apply(*qApp, theme::Appearance::Dark);
        QVERIFY(theme::isDark(qApp->palette()));
        theme::apply(*qApp, theme::Appearance::Light);
        QVERIFY(!theme::isDark(qApp->palette()));
    }

    void statesDifferInShapeNotOnlyInColor()
    {
        QList<QImage> shapes;
        for (const theme::State state : states)
            shapes << imageOf(state, 16).convertToFormat(QImage::Format_Alpha8);
        for (qsizetype i = 0; i < shapes.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j)
                QVERIFY2(shapes[i] != shapes[j], qPrintable(theme::stateWord(states[i])));
        }
    }

    void runningRingFillsWithItsProgress()
    {
        const auto filled = [](double progress) {
            QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            theme::paintState(painter, image.rect(), theme::State::Running, qApp->palette(), progress);
            painter.end();
            int opaque = 0;
            for (int y = 0; y < 32; ++y) {
                for (int x = 0; x < 32; ++x)
                    opaque += image.pixelColor(x, y).alpha() > 200;
            }
            return opaque;
        };
        QVERIFY(filled(0.1) < filled(0.5));
        QVERIFY(filled(0.5) < filled(0.9));
    }

    void everySymbolIsDrawnInTheTextColor()
    {
        const QStringList files = QDir(u":/symbols"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 20);
        for (const QString &file : files) {
            const QImage image = theme::symbol(file.chopped(4)).pixmap(32).toImage();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    drawn += image.pixelColor(x, y) == qApp->palette().color(QPalette::Text);
            }
            QVERIFY2(drawn > 0, qPrintable(file));
        }
    }

    void applicationIconIsOurs() { QVERIFY(!qApp->windowIcon().pixmap(64).isNull()); }

    void rowsGrowWithLargerText()
    {
        const QFont before = qApp->font();
        const int usual = theme::rowHeight(theme::size::matrixRow);
        QFont large = before;
        large.setPointSizeF(before.pointSizeF() * 2);
        qApp->setFont(large);
        const int grown = theme::rowHeight(theme::size::matrixRow);
        qApp->setFont(before);

        QCOMPARE(usual, theme::size::matrixRow);
        QVERIFY(grown >= 2 * theme::size::matrixRow - 2);
    }

    void accentButtonIsPaintedInTheAccentColor()
    {
        QPushButton button(u"Build"_s);
        button.setProperty("accent", true);
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 4), theme::color(theme::Role::AccentButton, qApp->palette()));
    }

    /// Rows of pixels that tell a sorted header from one that is not: an arrow, not a speck at its edge.
    void theOrderOfAColumnIsSeen()
    {
        theme::apply(*qApp, theme::Appearance::Light);
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderLabels({u"Size"_s});
        QHeaderView header(Qt::Horizontal);
        header.setModel(&model);
        header.resize(120, 24);
        header.resizeSection(0, 120);
        header.setSortIndicatorShown(true);
        const auto drawn = [&header](int column, Qt::SortOrder order) {
            header.setSortIndicator(column, order);
            return header.viewport()->grab().toImage();
        };
        const QImage none = drawn(-1, Qt::AscendingOrder);
        const QImage up = drawn(0, Qt::AscendingOrder);
        const QImage down = drawn(0, Qt::DescendingOrder);
        int rows = 0;
        for (int y = 0; y < none.height(); ++y)
            rows += none.copy(0, y, none.width(), 1) != up.copy(0, y, none.width(), 1);
        QVERIFY2(rows >= 4, qPrintable(QString::number(rows)));
        QVERIFY(up != down);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
