// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/build/actionsview.h"

#include "app/core/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/rowlist.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

theme::State stateOfStep(const QString &word)
{
    if (word == "success"_L1)
        return theme::State::Done;
    if (word == "failure"_L1 || word == "timed_out"_L1 || word == "startup_failure"_L1)
        return theme::State::Error;
    if (word == "in_progress"_L1)
        return theme::State::Running;
    if (word == "skipped"_L1)
        return theme::State::Skipped;
    if (word == "cancelled"_L1)
        return theme::State::Canceled;
    return theme::State::Waiting;
}

QWidget *stepRow(const ActionsStep &step)
{
    auto *line = new QWidget;
    const theme::State state = stateOfStep(step.state);
    const QString took = step.seconds >= 0 ? formatSeconds(step.seconds) : QString();
    line->setMinimumHeight(theme::rowHeight(26));
    line->setAccessibleName(ActionsView::tr("%1: %2").arg(step.name, theme::stateWord(state)));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(new StateIcon(state));
    row->addWidget(new ElidedLabel(step.name, theme::Type::Body), 1);
    row->addWidget(textLabel(took, theme::Type::Secondary, true));
    return line;
}

} // namespace

ActionsView::ActionsView(QWidget *parent)
    : QWidget(parent)
    , m_title(textLabel({}, theme::Type::BodyStrong))
    , m_note(textLabel({}, theme::Type::Body, true))
    , m_open(linkButton(tr("Open the &run")))
    , m_steps(new RowList)
{
    for (QLabel *label : {m_title, m_note}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_steps->setAccessibleName(tr("Steps of the job"));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme::space::xs);
    words->addWidget(m_title);
    words->addWidget(m_note);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme::space::m, theme::space::m, theme::space::m, theme::space::m);
    head->addLayout(words, 1);
    head->addWidget(m_open, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_steps, 1);
    m_open->setToolTip(tr("Opens the run's page at the host"));
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT linkActivated(m_stage.url); });
}

void ActionsView::setStage(const ActionsStage &stage, const QString &note)
{
    QStringList title{stage.workflow, stage.run > 0 ? runText(stage.run, stage.attempt) : QString(), stage.job};
    title.removeAll(QString());
    m_title->setText(title.join(u" · "_s));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_open->setVisible(stage.url.isValid() && !stage.url.isEmpty());
    if (stage.steps != m_stage.steps) {
        QList<QWidget *> rows;
        for (const ActionsStep &step : stage.steps)
            rows += stepRow(step);
        m_steps->setRows(rows);
    }
    m_steps->setVisible(!stage.steps.isEmpty());
    m_stage = stage;
}

} // namespace unmoor
