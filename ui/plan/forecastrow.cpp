// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/forecastrow.h"

#include "app/core/format.h"
#include "app/core/when.h"
#include "app/core/words.h"
#include "ui/matrix/matrixcell.h"
#include "ui/matrix/targetmenu.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace unmoor {

using namespace Qt::StringLiterals;
using theme::State;

namespace {

constexpr int mostSteps = 12;

/// A line of a list, with a rule below.
class Line : public QWidget
{
public:
    explicit Line(int height)
    {
        setMinimumHeight(theme::rowHeight(height));
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space::s, 0, theme::space::s, 1);
        row->setSpacing(6);
    }
    QHBoxLayout *row() const { return static_cast<QHBoxLayout *>(layout()); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Role::Line, palette()));
    }
};

QString stepNameOf(const QString &path)
{
    // "/nix/store/<32 characters>-minne-1.0.5.drv"
    QString name = path.section(u'/', -1).section(u'-', 1);
    return name.endsWith(u".drv"_s) ? name.chopped(4) : name;
}

Line *stepLine(State state, const QString &name, const QString &detail)
{
    auto *line = new Line(26);
    auto *text = new ElidedLabel(name, theme::Type::Mono);
    text->setElideMode(Qt::ElideMiddle);
    text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    line->row()->addWidget(new StateIcon(state));
    line->row()->addWidget(text);
    line->row()->addWidget(new ElidedLabel(detail, theme::Type::Secondary, true), 1);
    return line;
}

QString estimateText(const TargetState &target)
{
    if (target.build != TargetState::Build::Planned || target.forecast.willBuild.isEmpty())
        return {};
    return target.estimateSeconds ? aboutText(*target.estimateSeconds) : Words::tr("no history");
}

/// How long a step usually takes.
QString stepEstimate(const TargetState &target, const QString &path)
{
    if (!target.outlook)
        return {};
    const auto usual = target.outlook->steps.value(path).usualSeconds;
    return usual ? aboutText(*usual) : Words::tr("no history");
}

QString stepEstimates(const TargetState &target)
{
    QStringList said;
    for (const QString &path : target.forecast.willBuild)
        said += stepEstimate(target, path);
    return said.join(u' ');
}

QString problemOf(const TargetState &target)
{
    if (target.failure && !target.failure->message.isEmpty())
        return target.failure->message;
    if (!target.forecast.message.isEmpty())
        return target.forecast.message;
    return Words::tr("Nothing here builds %1. Adopt a finished archive, set up a builder for it in Nix, or leave "
                     "the target out of this release.")
        .arg(target.target.system);
}

/// What the matrix says, but for a running build, whose progress is the matrix's alone.
MatrixCell settledCell(const TargetState &target)
{
    if (target.build == TargetState::Build::Running)
        return {State::Running, Words::tr("building"), {}};
    return buildCell(target, QDateTime::currentDateTimeUtc());
}

} // namespace

ForecastRow::ForecastRow(const TargetState &target, const QList<PlaceChoice> &places, QWidget *parent)
    : QWidget(parent)
    , m_places(places)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setAccessibleName(target.name());
    addHeading(target);
    switch (target.build) {
    case TargetState::Build::LeftOut:
        addLeftOut(target);
        break;
    case TargetState::Build::Unbuildable:
        addProblem(target);
        break;
    case TargetState::Build::Planned:
    case TargetState::Build::Waiting:
        addSteps(target);
        break;
    default:
        addSettled(target);
        break;
    }
}

QString ForecastRow::contentKey(const TargetState &target, const QList<PlaceChoice> &places)
{
    const MatrixCell cell = settledCell(target);
    QStringList parts{target.name(),
                      target.where,
                      QString::number(int(target.build)),
                      cell.word,
                      cell.detail,
                      QString::number(int(target.forecast.state)),
                      target.forecast.willBuild.join(u' '),
                      target.forecast.willFetch.join(u' '),
                      QString::number(target.forecast.fetchBytes),
                      problemOf(target),
                      stepEstimates(target),
                      QString::number(target.estimateSeconds.value_or(-1)),
                      QString::number(target.leftOutByChoice)};
    for (const PlaceChoice &choice : places)
        parts += placeText(choice) + (choice.isCurrent ? u" *"_s : QString());
    return parts.join(u'\n');
}

void ForecastRow::addHeading(const TargetState &target)
{
    auto *line = new Line(26);
    QFont font = theme::font(theme::Type::Header);
    font.setWeight(QFont::DemiBold);
    auto *name = new ElidedLabel(target.name(), theme::Type::Header, true);
    name->setFont(font);
    name->setElideMode(Qt::ElideMiddle);
    name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    line->row()->addWidget(name);
    line->row()->addWidget(new ElidedLabel(target.where, theme::Type::Secondary, true), 1);
    line->row()->addWidget(textLabel(estimateText(target), theme::Type::Secondary, true));
    if (target.isIn() && !target.counts() && target.build != TargetState::Build::Running)
        line->row()->addWidget(moreButton(target));
    m_column->addWidget(line);
}

QWidget *ForecastRow::moreButton(const TargetState &target)
{
    auto *button = new QToolButton;
    button->setIcon(theme::symbol(u"more"_s));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAccessibleName(tr("More for %1").arg(target.name()));
    button->setToolTip(tr("Build elsewhere, adopt a finished archive, or leave this target out"));
    auto *menu = new QMenu(button);
    if (!m_places.isEmpty()) {
        QMenu *on = menu->addMenu(tr("&Build on"));
        addPlaces(*on, m_places, [this](const BuildPlace &place) { Q_EMIT placeChosen(place); });
        on->addSeparator();
        on->addAction(tr("&Set up a machine…"), this, &ForecastRow::machineRequested);
    }
    menu->addAction(tr("&Adopt a file…"), this, &ForecastRow::adoptRequested);
    menu->addAction(tr("&Leave out of this release"), this, &ForecastRow::leaveOutRequested);
    button->setMenu(menu);
    return button;
}

void ForecastRow::addSteps(const TargetState &target)
{
    const BuildForecast &forecast = target.forecast;
    if (target.place.kind == BuildPlace::Kind::Actions) {
        m_column->addWidget(stepLine(State::Planned, target.target.actions.workflow, tr("GitHub Actions builds it")));
        return;
    }
    if (forecast.willBuild.isEmpty() && forecast.willFetch.isEmpty()) {
        const bool known = forecast.state != BuildForecast::State::Unknown;
        m_column->addWidget(known ? stepLine(State::Cached, tr("nothing to build"), {})
                                  : stepLine(State::Planned, tr("not looked at yet"), forecast.message));
        return;
    }
    int shown = 0;
    for (const QString &path : forecast.willBuild) {
        if (++shown <= mostSteps)
            m_column->addWidget(stepLine(State::Planned, stepNameOf(path), stepEstimate(target, path)));
    }
    for (const QString &path : forecast.willFetch) {
        const bool sole = forecast.willFetch.size() == 1 && forecast.fetchBytes > 0;
        if (++shown <= mostSteps)
            m_column->addWidget(stepLine(State::Cached, stepNameOf(path),
                                         sole ? tr("fetch %1").arg(formatBytes(forecast.fetchBytes)) : tr("fetch")));
    }
    if (shown > mostSteps)
        m_column->addWidget(stepLine(State::Planned, tr("and %n more", nullptr, shown - mostSteps), {}));
}

void ForecastRow::addProblem(const TargetState &target)
{
    auto *problem = new Line(26);
    auto *text = textLabel(problemOf(target), theme::Type::Secondary);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 5, 0, theme::space::xs);
    column->setSpacing(2);
    column->addWidget(text);
    column->addLayout(waysOut(target));
    auto *icon = new StateIcon(State::Warning);
    auto *beside = new QVBoxLayout;
    beside->setContentsMargins(0, 5, 0, 0);
    beside->addWidget(icon, 0, Qt::AlignTop); // no stretch: with one the whole row would grow
    problem->row()->addLayout(beside);
    problem->row()->addLayout(column, 1);
    m_column->addWidget(problem);
}

/// What can be done about a target that is not built where it would be; the machines that build it come first.
QLayout *ForecastRow::waysOut(const TargetState &target)
{
    const QString triple = target.name();
    QList<QPushButton *> ways;
    const auto add = [&](const QString &text, const QString &name, auto act) {
        ways.append(linkButton(text));
        ways.last()->setAccessibleName(name);
        connect(ways.last(), &QPushButton::clicked, this, act);
    };
    for (const PlaceChoice &choice : suitablePlaces(m_places)) {
        const QString place = placeName(choice.place);
        add(tr("Build on %1").arg(place), tr("Build %1 on %2").arg(triple, place),
            [this, place = choice.place] { Q_EMIT placeChosen(place); });
    }
    if (ways.isEmpty() && !m_places.isEmpty())
        add(tr("&Set up a machine…"), tr("Set up a machine that builds %1").arg(target.target.system),
            &ForecastRow::machineRequested);
    add(tr("&Adopt a file…"), tr("Adopt a file for %1").arg(triple), &ForecastRow::adoptRequested);
    add(tr("&Leave out"), tr("Leave %1 out").arg(triple), &ForecastRow::leaveOutRequested);

    // The column is narrow: two fit side by side.
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space::s);
    grid->setVerticalSpacing(0);
    for (int i = 0; i < ways.size(); ++i)
        grid->addWidget(ways.at(i), i / 2, i % 2, Qt::AlignLeft);
    grid->setColumnStretch(2, 1);
    return grid;
}

void ForecastRow::addLeftOut(const TargetState &target)
{
    const MatrixCell cell = leftOutCell(target);
    auto *line = new Line(26);
    line->row()->addWidget(new StateIcon(State::LeftOut));
    const QString said = tr("%1 %2").arg(cell.word, cell.detail);
    line->row()->addWidget(new ElidedLabel(said, theme::Type::Secondary, true), 1);
    if (target.leftOutByChoice) {
        auto *back = linkButton(tr("&Take back in"));
        back->setAccessibleName(tr("Take %1 back in").arg(target.name()));
        connect(back, &QPushButton::clicked, this, &ForecastRow::takeBackRequested);
        line->row()->addWidget(back);
    }
    m_column->addWidget(line);
}

void ForecastRow::addSettled(const TargetState &target)
{
    const MatrixCell cell = settledCell(target);
    auto *line = new Line(26);
    line->row()->addWidget(new StateIcon(cell.state.value_or(State::Planned)));
    auto *word = textLabel(cell.state ? cell.word : tr("not looked at yet"), theme::Type::Body);
    line->row()->addWidget(word);
    line->row()->addWidget(new ElidedLabel(cell.detail, theme::Type::Secondary, true), 1);
    m_column->addWidget(line);
}

} // namespace unmoor
