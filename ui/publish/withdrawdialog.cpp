// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/withdrawdialog.h"

#include "app/core/visibletext.h"
#include "ui/build/diffview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;

QLabel *foreignText(const QString &text, theme::Type type, bool secondary)
{
    auto *label = textLabel(withVisibleSigns(text), type, secondary);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

State outcomeState(StepResult::Outcome outcome)
{
    switch (outcome) {
    case StepResult::Outcome::Done:
        return State::Done;
    case StepResult::Outcome::Failed:
        return State::Error;
    case StepResult::Outcome::Skipped:
        return State::Skipped;
    }
    Q_UNREACHABLE_RETURN(State::Planned);
}

QWidget *withdrawLine(State state, const QString &what, const QString &why)
{
    auto *line = new QWidget;
    line->setAccessibleName(WithdrawDialog::tr("%1: %2").arg(what, theme::stateWord(state)));
    auto *icon = new StateIcon(state);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(foreignText(what, theme::Type::Body, false));
    if (!why.isEmpty())
        words->addWidget(foreignText(why, theme::Type::Secondary, true));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space::s);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return line;
}

} // namespace

WithdrawDialog::WithdrawDialog(Session &session, const QString &tag, QWidget *parent)
    : QDialog(parent)
    , m_withdrawer(session, tag)
    , m_icon(new StateIcon)
    , m_words(foreignText({}, theme::Type::Body, false))
    , m_ways(new QButtonGroup(this))
    , m_wayColumn(new QVBoxLayout)
    , m_reason(new QLineEdit)
    , m_stepBox(new QWidget)
    , m_stepColumn(new QVBoxLayout(m_stepBox))
    , m_noticeTitle(textLabel(tr("What users will read on top of the notes"), theme::Type::BodyStrong))
    , m_notice(new QPlainTextEdit)
    , m_patch(new QPushButton(tr("Prepare the &fix…")))
    , m_close(new QPushButton(tr("&Close")))
    , m_run(accentButton(tr("&Take back")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Take %1 back").arg(tag));
    setMinimumWidth(620);
    resize(620, 560);
    m_wayColumn->setSpacing(theme::space::xs);
    addWay(WithdrawWay::Demote, tr("&Demote it"),
           tr("Latest goes back to the newest good release; it becomes a pre-release with a notice on top."));
    addWay(WithdrawWay::ToDraft, tr("Back to d&raft"),
           tr("Users cannot see or download it until it is published again. No file is deleted."));
    addWay(WithdrawWay::Tidy, tr("T&idy up"), tr("Second drafts of this tag and broken uploads are deleted."));
    addWay(WithdrawWay::Restore, tr("&Put it back"), tr("A release that was demoted becomes what it was."));
    m_reason->setPlaceholderText(tr("Data is lost on upgrade. See the issue."));
    m_notice->setReadOnly(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notice->setTabChangesFocus(true);
    m_notice->setAccessibleName(m_noticeTitle->text());
    m_notice->setMaximumHeight(90);
    m_stepColumn->setContentsMargins(0, 0, 0, 0);
    m_stepColumn->setSpacing(theme::space::s);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_stepBox);
    auto *said = new QHBoxLayout;
    said->setSpacing(theme::space::s);
    said->addWidget(m_icon, 0, Qt::AlignTop);
    said->addWidget(m_words, 1);
    auto *why = new QFormLayout;
    why->addRow(tr("Rea&son"), m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_patch);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_run);
    for (QPushButton *button : {m_patch, m_close, m_run})
        button->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::space::m);
    column->addLayout(said);
    column->addLayout(m_wayColumn);
    column->addLayout(why);
    column->addWidget(textLabel(tr("What happens"), theme::Type::BodyStrong));
    column->addWidget(scroll, 1);
    column->addWidget(m_noticeTitle);
    column->addWidget(m_notice);
    column->addLayout(buttons);
    connect(m_ways, &QButtonGroup::idClicked, this, &WithdrawDialog::choose);
    connect(m_reason, &QLineEdit::textEdited, this, &WithdrawDialog::choose);
    connect(m_run, &QPushButton::clicked, &m_withdrawer, &Withdrawer::run);
    connect(m_close, &QPushButton::clicked, this, &WithdrawDialog::reject);
    connect(m_patch, &QPushButton::clicked, this, [this] {
        Q_EMIT patchRequested();
        accept();
    });
    connect(&m_withdrawer, &Withdrawer::changed, this, &WithdrawDialog::refresh);
    connect(&m_withdrawer, &Withdrawer::hostChanged, this, &WithdrawDialog::hostChanged);
    wayButton(WithdrawWay::Demote)->setChecked(true);
    m_withdrawer.read();
}

void WithdrawDialog::addWay(WithdrawWay way, const QString &text, const QString &meaning)
{
    auto *button = new QRadioButton(text);
    button->setAccessibleDescription(meaning);
    auto *words = foreignText(meaning, theme::Type::Secondary, true);
    words->setIndent(theme::size::icon + theme::space::s);
    m_ways->addButton(button, int(way));
    m_wayColumn->addWidget(button);
    m_wayColumn->addWidget(words);
}

QRadioButton *WithdrawDialog::wayButton(WithdrawWay way) const
{
    return qobject_cast<QRadioButton *>(m_ways->button(int(way)));
}

QString WithdrawDialog::message() const
{
    return m_words->text();
}

QStringList WithdrawDialog::shownSteps() const
{
    QStringList steps;
    for (int i = 0; i < m_stepColumn->count(); ++i)
        if (const QWidget *line = m_stepColumn->itemAt(i)->widget(); line && !qobject_cast<const DiffView *>(line))
            steps += line->accessibleName();
    steps.removeAll(QString());
    return steps;
}

QString WithdrawDialog::shownNotice() const
{
    return m_notice->isHidden() ? QString() : m_notice->toPlainText();
}

void WithdrawDialog::choose()
{
    WithdrawRequest request = m_withdrawer.request();
    request.way = WithdrawWay(m_ways->checkedId());
    request.reason = m_reason->text();
    m_withdrawer.choose(request);
}

void WithdrawDialog::refresh()
{
    using Work = Withdrawer::Work;
    const bool isIdle = m_withdrawer.work() == Work::None;
    const WithdrawPlan plan = m_withdrawer.plan();
    const bool isDone = m_withdrawer.outcome() && m_withdrawer.outcome()->complete;
    for (QAbstractButton *button : m_ways->buttons())
        button->setEnabled(isIdle);
    m_reason->setEnabled(isIdle && m_withdrawer.request().way == WithdrawWay::Demote);
    m_noticeTitle->setVisible(!plan.notice.isEmpty());
    m_notice->setVisible(!plan.notice.isEmpty());
    if (m_notice->toPlainText() != plan.notice)
        m_notice->setPlainText(plan.notice);
    showSteps(plan);
    showMessage(plan);
    m_close->setText(isIdle ? tr("&Close") : tr("&Stop"));
    m_run->setText(m_withdrawer.request().way == WithdrawWay::Restore
                       ? tr("Put %1 &back").arg(buttonLabel(m_withdrawer.request().tag))
                       : m_withdrawer.request().way == WithdrawWay::Tidy
                       ? tr("Delete t&hese")
                       : tr("&Take %1 back").arg(buttonLabel(m_withdrawer.request().tag)));
    m_run->setEnabled(isIdle && !plan.blocker && !plan.steps.isEmpty() && !isDone);
    m_patch->setEnabled(isIdle);
}

void WithdrawDialog::showSteps(const WithdrawPlan &plan)
{
    while (QLayoutItem *item = m_stepColumn->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (const auto &outcome = m_withdrawer.outcome()) {
        for (const WithdrawResult &result : outcome->steps)
            m_stepColumn->addWidget(withdrawLine(outcomeState(result.outcome), result.step.what,
                                                 result.error ? result.error->message : QString()));
    } else {
        for (const WithdrawStep &step : plan.steps)
            m_stepColumn->addWidget(withdrawLine(State::Planned, step.what, step.why));
        if (plan.changelog) {
            auto *diff = new DiffView(plan.changelog->diff());
            diff->setAccessibleName(tr("Changes of %1").arg(plan.changelog->file));
            m_stepColumn->addWidget(diff);
        }
    }
    for (const QString &remark : plan.remarks)
        m_stepColumn->addWidget(withdrawLine(State::Note, remark, {}));
    m_stepColumn->addStretch();
}

void WithdrawDialog::showMessage(const WithdrawPlan &plan)
{
    using Work = Withdrawer::Work;
    const auto &outcome = m_withdrawer.outcome();
    const QString tag = m_withdrawer.request().tag;
    if (m_withdrawer.work() == Work::Working)
        return say(State::Running, tr("Doing it, step by step…"));
    if (outcome && outcome->error)
        return say(outcome->error->kind == Error::Kind::Canceled ? State::Canceled : State::Error,
                   outcome->error->message);
    if (outcome)
        return say(State::Done, tr("Done, and read back from GitHub."));
    if (m_withdrawer.work() == Work::Reading)
        return say(State::Running, tr("Reading what is on GitHub…"));
    if (!m_withdrawer.facts())
        return say(State::Error, m_withdrawer.facts().error().message);
    if (plan.blocker)
        return say(State::Warning, plan.blocker->message);
    if (plan.steps.isEmpty())
        return say(State::Note, tr("There is nothing to do: %1 is like that already.").arg(tag));
    say(State::Note, tr("Nothing happens before you press the button. No file that users have is deleted."));
}

void WithdrawDialog::say(std::optional<State> state, const QString &text)
{
    m_icon->setState(state);
    m_words->setText(withVisibleSigns(text));
}

void WithdrawDialog::reject()
{
    if (m_withdrawer.work() != Withdrawer::Work::Working)
        return QDialog::reject();
    say(State::Running, tr("Stopping…"));
    m_withdrawer.cancel();
}

} // namespace unmoor
