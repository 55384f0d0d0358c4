// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/chainview.h"

#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype firstRows = 12;
constexpr qsizetype moreRows = 300; ///< a row is three widgets
constexpr int indent = 14;
constexpr int deepest = 4; ///< levels that are indented further

QString lastPart(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

bool isTrouble(const ResolutionStep &step)
{
    return stateOf(step.outcome) == theme::State::Error;
}

QString toolTipOf(const ResolutionStep &step)
{
    QStringList lines{withVisibleSigns(step.name)};
    if (!step.path.isEmpty())
        lines << Words::tr("Found: %1").arg(withVisibleSigns(step.path));
    if (!step.neededBy.isEmpty())
        lines << Words::tr("Needed by %1").arg(withVisibleSigns(step.neededBy));
    for (const QString &place : step.tried.first(std::min<qsizetype>(step.tried.size(), 20)))
        lines << Words::tr("Looked in %1").arg(withVisibleSigns(place));
    return lines.join(u'\n');
}

class ChainRow : public QWidget
{
public:
    ChainRow(const ResolutionStep &step, bool isLast)
        : m_isLast(isLast)
        , m_icon(new StateIcon(stateOf(step.outcome)))
    {
        auto *name = new ElidedLabel(withVisibleSigns(step.name), theme::Type::Mono);
        name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
        name->setElideMode(Qt::ElideMiddle);
        auto *outcome = new ElidedLabel(outcomeText(step.outcome), theme::Type::Secondary, true);
        if (isTrouble(step))
            outcome->setState(theme::State::Error);
        auto *way = new ElidedLabel(withVisibleSigns(wayText(step)), theme::Type::Mono, true);
        QFont small = way->font();
        small.setPointSizeF(theme::font(theme::Type::Header).pointSizeF());
        way->setFont(small);
        way->setElideMode(Qt::ElideMiddle);

        auto *first = new QHBoxLayout;
        first->setSpacing(theme::space::s);
        first->addWidget(name);
        first->addWidget(outcome, 1);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(1);
        texts->addLayout(first);
        texts->addWidget(way);
        way->setVisible(!way->text().isEmpty());
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(indent * std::min(step.depth, deepest), 0, 0, 5);
        row->setSpacing(theme::space::s);
        row->addWidget(m_icon, 0, Qt::AlignTop);
        row->addLayout(texts, 1);
        setToolTip(toolTipText(toolTipOf(step)));
        setAccessibleName(u"%1: %2"_s.arg(name->text(), outcome->text()));
        setAccessibleDescription(way->text());
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const QRect icon = m_icon->geometry();
        const int from = icon.bottom() + 3;
        if (m_isLast || from > height() - 2)
            return;
        QPainter painter(this);
        painter.fillRect(icon.center().x(), from, 1, height() - from - 1, theme::color(theme::Role::Line, palette()));
    }

private:
    bool m_isLast;
    StateIcon *m_icon;
};

} // namespace

theme::State stateOf(ResolutionStep::Outcome outcome)
{
    using Outcome = ResolutionStep::Outcome;
    switch (outcome) {
    case Outcome::Bundled:
    case Outcome::System:
        return theme::State::Done;
    case Outcome::Optional:
        return theme::State::Note;
    case Outcome::Missing:
    case Outcome::Unreachable:
    case Outcome::Unsafe:
        break;
    }
    return theme::State::Error;
}

QString outcomeText(ResolutionStep::Outcome outcome)
{
    using Outcome = ResolutionStep::Outcome;
    switch (outcome) {
    case Outcome::Bundled:
        return Words::tr("in the archive");
    case Outcome::System:
        return Words::tr("part of every system");
    case Outcome::Missing:
        return Words::tr("found nowhere");
    case Outcome::Unreachable:
        return Words::tr("in the archive, out of reach");
    case Outcome::Unsafe:
        return Words::tr("by an unsafe path");
    case Outcome::Optional:
        return Words::tr("not there, not needed to start");
    }
    Q_UNREACHABLE_RETURN({});
}

QString wayText(const ResolutionStep &step)
{
    QStringList parts;
    if (step.depth > 0 && !step.neededBy.isEmpty())
        parts << Words::tr("for %1").arg(lastPart(step.neededBy));
    if (!step.via.isEmpty())
        parts << step.via;
    else if (!step.tried.isEmpty())
        parts
            << Words::tr("looked in %1").arg(step.tried.first(std::min<qsizetype>(step.tried.size(), 4)).join(u", "_s));
    if (!step.path.isEmpty() && lastPart(step.path) != lastPart(step.name))
        parts << Words::tr("is %1").arg(lastPart(step.path));
    return parts.join(u", "_s);
}

ChainView::ChainView(const QList<ResolutionStep> &chain, QWidget *parent)
    : QWidget(parent)
    , m_chain(chain)
    , m_total(chain.size())
    , m_rows(new QVBoxLayout)
    , m_more(linkButton({}))
{
    if (m_total > firstRows) // what fails must not be behind a button
        std::ranges::stable_partition(m_chain, isTrouble);
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, &ChainView::showMore);
    showMore();
}

void ChainView::showMore()
{
    const qsizetype count = std::min(m_rows->isEmpty() ? firstRows : moreRows, m_chain.size());
    for (qsizetype i = 0; i < count; ++i)
        m_rows->addWidget(new ChainRow(m_chain[i], i + 1 == m_chain.size()));
    m_chain.remove(0, count);
    m_more->setText(m_chain.size() <= moreRows ? tr("Show all %L1").arg(m_total)
                                               : tr("Show %L1 more of %L2").arg(moreRows).arg(m_total));
    m_more->setVisible(!m_chain.isEmpty());
}

} // namespace unmoor
