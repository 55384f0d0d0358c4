// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/buildchart.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessiblerole.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int left = 196, right = 16, top = 4, rowPixels = 62, chartBarWidth = 28, barHeight = 36, foot = 44;
constexpr double leastSlot = 62;

/// Short enough to stand above a bar: "40 s", "4.2 m", "1.4 h".
QString shortTime(double seconds)
{
    if (seconds < 60)
        return Words::tr("%1 s").arg(int(std::lround(seconds)));
    if (seconds < 600)
        return Words::tr("%1 m").arg(seconds / 60, 0, 'f', 1);
    if (seconds < 7200)
        return Words::tr("%1 m").arg(int(std::lround(seconds / 60)));
    return Words::tr("%1 h").arg(seconds / 3600, 0, 'f', 1);
}

QString wordOf(const BuildBar &bar)
{
    if (bar.kind == BuildBar::Kind::Cached)
        return Words::tr("cached");
    if (bar.kind == BuildBar::Kind::Failed && bar.seconds <= 0)
        return Words::tr("failed");
    return bar.kind == BuildBar::Kind::None ? u"–"_s : shortTime(bar.seconds);
}

/// As it stands above the bar: what GitHub Actions built is marked.
QString markedWord(const BuildBar &bar)
{
    return bar.isFromActions ? Words::tr("%1 CI").arg(wordOf(bar)) : wordOf(bar);
}

/// "GitHub Actions: warm 14 m, cold 1.4 h", the medians.
QString actionsText(const BuildHistoryRow &row)
{
    QStringList parts;
    if (row.actionsWarm)
        parts += Words::tr("warm %1").arg(shortTime(*row.actionsWarm));
    if (row.actionsCold)
        parts += Words::tr("cold %1").arg(shortTime(*row.actionsCold));
    return parts.isEmpty() ? QString() : Words::tr("CI %1").arg(parts.join(u", "_s));
}

/// "1.0.4 cold 58 m"
QString spokenBar(const QString &version, const BuildBar &bar)
{
    switch (bar.kind) {
    case BuildBar::Kind::Warm:
        return Words::tr("%1 warm %2").arg(version, wordOf(bar));
    case BuildBar::Kind::Cold:
        return Words::tr("%1 cold %2").arg(version, wordOf(bar));
    case BuildBar::Kind::Failed:
        return Words::tr("%1 failed after %2").arg(version, wordOf(bar));
    case BuildBar::Kind::None:
        return Words::tr("%1 nothing").arg(version);
    case BuildBar::Kind::Built:
    case BuildBar::Kind::Cached:
        break;
    }
    return Words::tr("%1 %2").arg(version, wordOf(bar));
}

QString medianText(const BuildHistoryRow &row)
{
    if (row.warmMedian)
        return Words::tr("warm median %1").arg(formatSeconds(*row.warmMedian));
    return row.median ? Words::tr("median %1").arg(formatSeconds(*row.median)) : QString();
}

/// "1.0.5: 11 % faster"
QString comparedText(const QString &version, const BuildHistoryRow &row, const BuildBar &bar)
{
    const auto share = againstMedian(row, bar);
    if (!share)
        return {};
    const int percent = int(std::lround(std::abs(*share) * 100));
    if (percent == 0)
        return Words::tr("%1: as usual").arg(version);
    return (*share < 0 ? Words::tr("%1: %2 % faster") : Words::tr("%1: %2 % slower")).arg(version).arg(percent);
}

/// Slanted lines within \a rect, the same at every scale.
void paintHatch(QPainter &painter, const QRectF &rect, const QColor &color)
{
    constexpr double step = 5;
    painter.save();
    painter.setClipRect(rect);
    painter.setPen(QPen(color, 1));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += step)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintCross(QPainter &painter, const QRectF &rect, const QColor &color)
{
    const QRectF box = rect.adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    painter.drawLine(box.topLeft(), box.bottomRight());
    painter.drawLine(box.bottomLeft(), box.topRight());
}

void paintShape(QPainter &painter, const QRectF &rect, BuildBar::Kind kind, const QPalette &palette)
{
    const QColor built = theme::color(theme::Role::Accent, palette);
    switch (kind) {
    case BuildBar::Kind::Warm:
    case BuildBar::Kind::Built:
        painter.fillRect(rect, built);
        break;
    case BuildBar::Kind::Cold:
        paintHatch(painter, rect, built);
        break;
    case BuildBar::Kind::Cached:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3),
                         theme::stateColor(theme::State::Cached, palette));
        break;
    case BuildBar::Kind::Failed:
        paintCross(painter, rect, theme::stateColor(theme::State::Error, palette));
        break;
    case BuildBar::Kind::None:
        break;
    }
}

QFont smallFont()
{
    QFont small = theme::font(theme::Type::Header);
    small.setWeight(QFont::Normal);
    return small;
}

} // namespace

BuildChart::BuildChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Build times"));
    setAccessibleRole(this, QAccessible::Chart);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
}

void BuildChart::setBuilds(const QList<BuildRecord> &builds)
{
    m_history = buildHistory(builds);
    m_longest = 1;
    for (const BuildHistoryRow &row : std::as_const(m_history.rows))
        for (const BuildBar &bar : row.bars)
            m_longest = std::max(m_longest, bar.seconds);
    setAccessibleDescription(describe());
    updateGeometry();
    update();
}

void BuildChart::setCurrentVersion(const QString &version)
{
    if (version == m_current)
        return;
    m_current = version;
    setAccessibleDescription(describe());
    update();
}

QString BuildChart::describe() const
{
    const qsizetype current = versions().indexOf(m_current);
    QStringList said;
    for (const BuildHistoryRow &row : rows()) {
        QStringList bars;
        for (qsizetype i = 0; i < row.bars.size(); ++i)
            bars << (row.bars.at(i).isFromActions
                         ? tr("%1 by GitHub Actions").arg(spokenBar(versions().at(i), row.bars.at(i)))
                         : spokenBar(versions().at(i), row.bars.at(i)));
        if (!medianText(row).isEmpty())
            bars << medianText(row);
        if (!actionsText(row).isEmpty())
            bars << actionsText(row);
        if (const QString compared = current < 0 ? QString() : comparedText(m_current, row, row.bars.at(current));
            !compared.isEmpty())
            bars << compared;
        said << tr("%1: %2").arg(row.triple, bars.join(u", "_s));
    }
    return said.join(u". "_s);
}

int BuildChart::rowHeight() const
{
    return theme::rowHeight(rowPixels);
}

int BuildChart::heightOf(int rowCount) const
{
    return top + rowCount * rowHeight() + theme::rowHeight(foot);
}

QSize BuildChart::sizeHint() const
{
    return {900, heightOf(std::max(1, int(rows().size())))};
}

QSize BuildChart::minimumSizeHint() const
{
    return {400, sizeHint().height()};
}

int BuildChart::shownVersions() const
{
    const int room = std::max(1, int((width() - left - right) / leastSlot));
    return std::min(room, int(m_history.versions.size()));
}

double BuildChart::slotWidth() const
{
    return std::min(120.0, (width() - left - right) / double(std::max(1, shownVersions())));
}

QRectF BuildChart::slot(int shown) const
{
    return {left + shown * slotWidth(), double(top), slotWidth(), double(height() - top)};
}

void BuildChart::paintCurrent(QPainter &painter) const
{
    const qsizetype shown = m_history.versions.indexOf(m_current) - (m_history.versions.size() - shownVersions());
    if (!m_history.versions.contains(m_current) || shown < 0)
        return;
    QRectF column = slot(int(shown)).adjusted(2, 0, -2, 0);
    column.setBottom(top + int(m_history.rows.size()) * rowHeight() + theme::rowHeight(20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(column, theme::size::cardRadius, theme::size::cardRadius);
}

void BuildChart::paintBar(QPainter &painter, const QRectF &slot, double floor, const BuildBar &bar) const
{
    const double share = std::sqrt(bar.seconds / m_longest);
    const double tall = bar.kind == BuildBar::Kind::Cached ? 3 : std::max(3.0, share * theme::rowHeight(barHeight));
    const QRectF rect(slot.center().x() - chartBarWidth / 2.0, floor - tall, chartBarWidth, tall);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter, rect, bar.kind, palette());
    painter.setPen(bar.kind == BuildBar::Kind::Failed ? theme::stateColor(theme::State::Error, palette())
                                                      : theme::color(theme::Role::SecondaryText, palette()));
    const QRectF word(slot.left(), rect.top() - theme::rowHeight(17), slot.width(), theme::rowHeight(15));
    painter.drawText(word, Qt::AlignHCenter | Qt::AlignBottom, markedWord(bar));
}

/// The target, what it usually takes, and how the chosen version stands against that.
void BuildChart::paintName(QPainter &painter, const BuildHistoryRow &row, double floor) const
{
    QRect line(theme::space::l, int(floor) - rowHeight() + theme::rowHeight(8), left - theme::space::l - 4,
               theme::rowHeight(17));
    const auto draw = [&](const QString &text, const QColor &color) {
        painter.setPen(color);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, line.width()));
        line.translate(0, line.height());
    };
    painter.setFont(theme::font(theme::Type::Mono));
    draw(row.triple, palette().color(QPalette::Text));
    painter.setFont(smallFont());
    const QString actions = actionsText(row);
    draw(medianText(row).isEmpty() ? actions : medianText(row), theme::color(theme::Role::SecondaryText, palette()));
    if (!medianText(row).isEmpty() && !actions.isEmpty())
        return draw(actions, theme::color(theme::Role::SecondaryText, palette()));
    if (const qsizetype current = versions().indexOf(m_current); current >= 0)
        draw(comparedText(m_current, row, row.bars.at(current)), theme::color(theme::Role::SecondaryText, palette()));
}

void BuildChart::paintRow(QPainter &painter, int index) const
{
    const BuildHistoryRow &row = rows().at(index);
    const double floor = top + (index + 1) * rowHeight() - 2;
    painter.fillRect(QRectF(left, floor, width() - left - right, 1), theme::color(theme::Role::Line, palette()));
    paintName(painter, row, floor);
    const int first = int(versions().size()) - shownVersions();
    for (int shown = 0; shown < shownVersions(); ++shown)
        paintBar(painter, slot(shown), floor, row.bars.at(first + shown));
}

void BuildChart::paintLegend(QPainter &painter) const
{
    QList<std::pair<BuildBar::Kind, QString>> entries{{BuildBar::Kind::Warm, tr("warm")},
                                                      {BuildBar::Kind::Cold, tr("cold: dependencies built too")}};
    const bool isUnknown = std::ranges::any_of(rows(), [](const BuildHistoryRow &row) {
        return std::ranges::contains(row.bars, BuildBar::Kind::Built, &BuildBar::kind);
    });
    if (isUnknown) // Of before that was written down.
        entries[0].second = tr("warm, or not known");
    entries << std::pair(BuildBar::Kind::Cached, tr("cached")) << std::pair(BuildBar::Kind::Failed, tr("failed"));
    const bool hasActions = std::ranges::any_of(rows(), [](const BuildHistoryRow &row) {
        return std::ranges::contains(row.bars, true, &BuildBar::isFromActions);
    });
    const QString rootScale = tr("square-root scale");
    const QString scale = hasActions ? tr("CI: built by GitHub Actions, %1").arg(rootScale) : rootScale;
    const QFontMetrics metrics = painter.fontMetrics();
    double needed = metrics.horizontalAdvance(scale) + theme::space::l;
    for (const auto &entry : std::as_const(entries))
        needed += 18 + metrics.horizontalAdvance(entry.second) + theme::space::xl;
    // Below the bars; where that is too narrow, below the names of the targets as well.
    double x = std::clamp<double>(width() - needed, theme::space::l, left);
    const double middle = height() - theme::rowHeight(12);
    const QColor secondary = theme::color(theme::Role::SecondaryText, palette());
    for (const auto &[kind, word] : std::as_const(entries)) {
        paintShape(painter, QRectF(x, middle - 5, 12, 10), kind, palette());
        painter.setPen(secondary);
        const double wide = metrics.horizontalAdvance(word);
        painter.drawText(QRectF(x + 18, middle - 9, wide + 4, 18), Qt::AlignVCenter | Qt::AlignLeft, word);
        x += 18 + wide + theme::space::xl;
    }
    painter.setPen(secondary);
    const int room = int(width() - x);
    painter.drawText(QRectF(x, middle - 9, room, 18), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(scale, Qt::ElideRight, room));
}

void BuildChart::paintVersions(QPainter &painter) const
{
    const int first = int(versions().size()) - shownVersions();
    QFont mono = theme::font(theme::Type::Mono);
    mono.setPointSizeF(theme::font(theme::Type::Header).pointSizeF());
    painter.setFont(mono);
    for (int shown = 0; shown < shownVersions(); ++shown) {
        QRectF label = slot(shown);
        label.setTop(top + int(rows().size()) * rowHeight());
        label.setHeight(theme::rowHeight(18));
        const QString version = versions().at(first + shown);
        painter.setPen(version == m_current ? palette().color(QPalette::Text)
                                            : theme::color(theme::Role::SecondaryText, palette()));
        painter.drawText(label, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(version, Qt::ElideRight, int(label.width())));
    }
}

void BuildChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurrent(painter);
    for (int row = 0; row < int(rows().size()); ++row)
        paintRow(painter, row);
    paintVersions(painter);
    painter.setFont(smallFont());
    paintLegend(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme::color(theme::Role::Accent, palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void BuildChart::mousePressEvent(QMouseEvent *event)
{
    const int shown = int(std::floor((event->position().x() - left) / slotWidth()));
    if (shown < 0 || shown >= shownVersions())
        return;
    Q_EMIT versionActivated(versions().at(int(versions().size()) - shownVersions() + shown));
}

/// The arrow keys go from version to version.
void BuildChart::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (by == 0 || versions().isEmpty())
        return QWidget::keyPressEvent(event);
    const int last = int(versions().size()) - 1;
    const int current = int(versions().indexOf(m_current));
    Q_EMIT versionActivated(versions().at(current < 0 ? last : std::clamp(current + by, 0, last)));
}

} // namespace unmoor
