// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/buildchart.h"

#include "core/format.h"
#include "theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace unmoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int left = 196, right = 16, top = 4, rowPixels = 62, barWidth = 28, barHeight = 36, mostRows = 4, foot = 44;
constexpr double leastSlot = 62;

using Bar = BuildChart::Bar;

Bar barOf(const BuildRecord &build)
{
    if (build.outcome == u"failed"_s)
        return {Bar::Kind::Failed, build.seconds};
    if (build.outcome == u"cached"_s || build.outcome == u"adopted"_s)
        return {Bar::Kind::Cached, 0};
    return build.outcome == u"built"_s ? Bar{Bar::Kind::Built, build.seconds} : Bar{};
}

double medianOf(const QList<Bar> &bars)
{
    QList<double> seconds;
    for (const Bar &bar : bars) {
        if (bar.kind == Bar::Kind::Built)
            seconds << bar.seconds;
    }
    std::ranges::sort(seconds);
    return seconds.isEmpty() ? 0 : seconds.at(seconds.size() / 2);
}

/// Short enough to stand above a bar: "40 s", "4.2 m", "1.4 h".
QString shortTime(double seconds)
{
    if (seconds < 60)
        return BuildChart::tr("%1 s").arg(int(std::lround(seconds)));
    if (seconds < 600)
        return BuildChart::tr("%1 m").arg(seconds / 60, 0, 'f', 1);
    if (seconds < 7200)
        return BuildChart::tr("%1 m").arg(int(std::lround(seconds / 60)));
    return BuildChart::tr("%1 h").arg(seconds / 3600, 0, 'f', 1);
}

QString wordOf(const Bar &bar)
{
    switch (bar.kind) {
    case Bar::Kind::Built:
    case Bar::Kind::Failed:
        return shortTime(bar.seconds);
    case Bar::Kind::Cached:
        return BuildChart::tr("cached");
    case Bar::Kind::None:
        break;
    }
    return u"–"_s;
}

void paintShape(QPainter &painter, const QRectF &rect, Bar::Kind kind, const QPalette &palette)
{
    const QColor built = theme::color(theme::Role::Accent, palette);
    const QColor failed = theme::stateColor(theme::State::Error, palette);
    switch (kind) {
    case Bar::Kind::Built:
        painter.fillRect(rect, built);
        break;
    case Bar::Kind::Cached:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3),
                         theme::stateColor(theme::State::Cached, palette));
        break;
    case Bar::Kind::Failed: {
        const QRectF box = rect.adjusted(0.75, 0.75, -0.75, -0.75);
        painter.setPen(QPen(failed, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.bottomLeft(), box.topRight());
        break;
    }
    case Bar::Kind::None:
        break;
    }
}

} // namespace

BuildChart::BuildChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Build times"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void BuildChart::setBuilds(const QList<BuildRecord> &builds)
{
    m_versions.clear();
    QStringList triples;
    for (const BuildRecord &build : builds) { // Newest first.
        if (barOf(build).kind == Bar::Kind::None)
            continue;
        if (!m_versions.contains(build.version))
            m_versions.prepend(build.version);
        if (!triples.contains(build.triple))
            triples << build.triple;
    }
    m_rows.clear();
    m_longest = 1;
    for (const QString &triple : triples) {
        Row row{triple, QList<Bar>(m_versions.size()), 0};
        for (const BuildRecord &build : builds) {
            const qsizetype at = m_versions.indexOf(build.version);
            if (build.triple == triple && at >= 0 && row.bars.at(at).kind == Bar::Kind::None)
                row.bars[at] = barOf(build);
        }
        for (const Bar &bar : row.bars)
            m_longest = std::max(m_longest, bar.seconds);
        row.median = medianOf(row.bars);
        m_rows << row;
    }
    setAccessibleDescription(describe());
    updateGeometry();
    update();
}

void BuildChart::setCurrentVersion(const QString &version)
{
    m_current = version;
    update();
}

QString BuildChart::describe() const
{
    QStringList said;
    for (const Row &row : m_rows) {
        QStringList bars;
        for (qsizetype i = 0; i < row.bars.size(); ++i) {
            const bool failed = row.bars.at(i).kind == Bar::Kind::Failed;
            bars << (failed ? tr("%1 failed after %2") : tr("%1 %2")).arg(m_versions.at(i), wordOf(row.bars.at(i)));
        }
        said << tr("%1: %2").arg(row.triple, bars.join(u", "_s));
    }
    return said.join(u". "_s);
}

int BuildChart::rowHeight() const
{
    return theme::rowHeight(rowPixels);
}

QSize BuildChart::sizeHint() const
{
    const int rows = std::clamp(int(m_rows.size()), 1, mostRows);
    return {900, top + rows * rowHeight() + theme::rowHeight(foot)};
}

QSize BuildChart::minimumSizeHint() const
{
    return {400, sizeHint().height()};
}

int BuildChart::shownVersions() const
{
    const int room = std::max(1, int((width() - left - right) / leastSlot));
    return std::min(room, int(m_versions.size()));
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
    const qsizetype shown = m_versions.indexOf(m_current) - (m_versions.size() - shownVersions());
    if (!m_versions.contains(m_current) || shown < 0)
        return;
    QRectF column = slot(int(shown)).adjusted(2, 0, -2, 0);
    column.setBottom(top + std::min(int(m_rows.size()), mostRows) * rowHeight() + theme::rowHeight(20));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(column, theme::size::cardRadius, theme::size::cardRadius);
}

void BuildChart::paintBar(QPainter &painter, const QRectF &slot, double floor, const Bar &bar) const
{
    const double share = std::sqrt(bar.seconds / m_longest);
    const double tall = bar.kind == Bar::Kind::Cached ? 3 : std::max(3.0, share * theme::rowHeight(barHeight));
    const QRectF rect(slot.center().x() - barWidth / 2.0, floor - tall, barWidth, tall);
    painter.setRenderHint(QPainter::Antialiasing);
    paintShape(painter, rect, bar.kind, palette());
    const bool failed = bar.kind == Bar::Kind::Failed;
    painter.setPen(failed ? theme::stateColor(theme::State::Error, palette())
                          : theme::color(theme::Role::SecondaryText, palette()));
    const QRectF word(slot.left(), rect.top() - theme::rowHeight(17), slot.width(), theme::rowHeight(15));
    painter.drawText(word, Qt::AlignHCenter | Qt::AlignBottom, wordOf(bar));
}

void BuildChart::paintRow(QPainter &painter, int index) const
{
    const Row &row = m_rows.at(index);
    const double floor = top + (index + 1) * rowHeight() - 2;
    painter.fillRect(QRectF(left, floor, width() - left - right, 1), theme::color(theme::Role::Line, palette()));

    const QRect name(theme::space::l, int(floor) - rowHeight() + theme::rowHeight(12), left - theme::space::l - 4,
                     theme::rowHeight(17));
    painter.setFont(theme::font(theme::Type::Mono));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.triple, Qt::ElideMiddle, name.width()));
    QFont small = theme::font(theme::Type::Header);
    small.setWeight(QFont::Normal);
    painter.setFont(small);
    painter.setPen(theme::color(theme::Role::SecondaryText, palette()));
    if (row.median > 0)
        painter.drawText(name.translated(0, name.height()), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("median %1").arg(formatSeconds(row.median)));
    const int first = int(m_versions.size()) - shownVersions();
    for (int shown = 0; shown < shownVersions(); ++shown)
        paintBar(painter, slot(shown), floor, row.bars.at(first + shown));
}

void BuildChart::paintLegend(QPainter &painter) const
{
    const std::array entries{std::pair(Bar::Kind::Built, tr("built")), std::pair(Bar::Kind::Cached, tr("cached")),
                             std::pair(Bar::Kind::Failed, tr("failed"))};
    double x = left;
    const double middle = height() - theme::rowHeight(12);
    const QColor secondary = theme::color(theme::Role::SecondaryText, palette());
    for (const auto &[kind, word] : entries) {
        paintShape(painter, QRectF(x, middle - 5, 12, 10), kind, palette());
        painter.setPen(secondary);
        const double wide = painter.fontMetrics().horizontalAdvance(word);
        painter.drawText(QRectF(x + 18, middle - 9, wide + 4, 18), Qt::AlignVCenter | Qt::AlignLeft, word);
        x += 18 + wide + theme::space::xl;
    }
    painter.setPen(secondary);
    painter.drawText(QRectF(x, middle - 9, 300, 18), Qt::AlignVCenter | Qt::AlignLeft, tr("square-root scale"));
}

void BuildChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurrent(painter);
    const int rows = std::min(int(m_rows.size()), mostRows);
    for (int row = 0; row < rows; ++row)
        paintRow(painter, row);

    const int first = int(m_versions.size()) - shownVersions();
    QFont mono = theme::font(theme::Type::Mono);
    mono.setPointSizeF(theme::font(theme::Type::Header).pointSizeF());
    painter.setFont(mono);
    for (int shown = 0; shown < shownVersions(); ++shown) {
        QRectF label = slot(shown);
        label.setTop(top + rows * rowHeight());
        label.setHeight(theme::rowHeight(18));
        const QString version = m_versions.at(first + shown);
        painter.setPen(version == m_current ? palette().color(QPalette::Text)
                                            : theme::color(theme::Role::SecondaryText, palette()));
        painter.drawText(label, Qt::AlignCenter,
                         painter.fontMetrics().elidedText(version, Qt::ElideRight, int(label.width())));
    }
    QFont small = theme::font(theme::Type::Header);
    small.setWeight(QFont::Normal);
    painter.setFont(small);
    paintLegend(painter);
}

void BuildChart::mousePressEvent(QMouseEvent *event)
{
    const int shown = int(std::floor((event->position().x() - left) / slotWidth()));
    if (shown < 0 || shown >= shownVersions())
        return;
    Q_EMIT versionActivated(m_versions.at(int(m_versions.size()) - shownVersions() + shown));
}

} // namespace unmoor
