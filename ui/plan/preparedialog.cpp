// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/preparedialog.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "app/prepare/preparewords.h"
#include "ui/build/diffview.h"
#include "ui/plan/preparemessage.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stateicon.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::State;

constexpr int mostLogLines = 5000;

QLabel *prepareText(const QString &text, theme::Type type, bool secondary = false)
{
    auto *label = textLabel(withVisibleSigns(text), type, secondary);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

State stepState(Preparer::Step::State state)
{
    switch (state) {
    case Preparer::Step::State::Planned:
        return State::Planned;
    case Preparer::Step::State::Running:
        return State::Running;
    case Preparer::Step::State::Done:
        return State::Done;
    case Preparer::Step::State::Failed:
        return State::Error;
    }
    Q_UNREACHABLE_RETURN(State::Planned);
}

/// Deletes all that \a layout holds.
void clearLayout(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QScrollArea *scrollAreaOf(QWidget *content, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(name);
    area->setWidget(content);
    return area;
}

} // namespace

PrepareDialog::PrepareDialog(const QString &directory, const QString &stateDir, bool mayPush, const QString &wanted,
                             const PullHost &host, Preparer::Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_preparer(directory, stateDir)
    , m_mayPush(mayPush)
    , m_icon(new StateIcon)
    , m_words(prepareText({}, theme::Type::Body))
    , m_choiceBox(new QWidget)
    , m_choiceColumn(new QVBoxLayout(m_choiceBox))
    , m_choices(new QButtonGroup(this))
    , m_other(new QRadioButton(tr("Another &version")))
    , m_version(new QLineEdit)
    , m_factBox(new QWidget)
    , m_stepTitle(textLabel(tr("Steps"), theme::Type::BodyStrong))
    , m_stepBox(new QWidget)
    , m_stepColumn(new QVBoxLayout(m_stepBox))
    , m_editBox(new QWidget)
    , m_editColumn(new QVBoxLayout(m_editBox))
    , m_editTitle(textLabel({}, theme::Type::BodyStrong))
    , m_log(new QPlainTextEdit)
    , m_keepEdits(new QCheckBox(tr("&Keep the edits where a hook refuses")))
    , m_takeBack(new QPushButton(tr("Take &back")))
    , m_close(new QPushButton(tr("&Close")))
    , m_prepare(accentButton(tr("&Prepare")))
    , m_pull(new QPushButton(tr("&Open a pull request")))
    , m_push(accentButton(tr("P&ush")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(purpose == Preparer::Purpose::Next ? tr("Begin the next version") : tr("Prepare a release"));
    resize(980, 640);
    auto *said = new QHBoxLayout;
    said->setSpacing(theme::space::s);
    said->addWidget(m_icon, 0, Qt::AlignTop);
    said->addWidget(m_words, 1);
    auto *split = new QSplitter;
    split->addWidget(makeLeft());
    split->addWidget(makeRight());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({400, 560});
    split->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::space::m);
    column->addLayout(said);
    column->addWidget(split, 1);
    column->addLayout(makeButtons());
    connect(&m_preparer, &Preparer::changed, this, &PrepareDialog::refresh);
    connect(&m_preparer, &Preparer::said, this, &PrepareDialog::append);
    connect(&m_preparer, &Preparer::checkoutChanged, this, &PrepareDialog::checkoutChanged);
    m_preparer.setHost(host);
    m_preparer.setPurpose(purpose);
    m_preparer.read(wanted);
}

// --- Parts -----------------------------------------------------------------------------------------------------------

QWidget *PrepareDialog::makeChoices()
{
    m_choiceColumn->setContentsMargins(0, 0, 0, 0);
    m_choiceColumn->setSpacing(theme::space::xs);
    m_version->setAccessibleName(tr("Another version"));
    m_version->setEnabled(false);
    m_choices->addButton(m_other, 100);
    connect(m_choices, &QButtonGroup::idClicked, this, [this](int id) {
        m_version->setEnabled(m_other->isChecked());
        if (m_other->isChecked())
            return m_version->setFocus();
        m_preparer.choose(m_shownChoices.value(id).version);
    });
    connect(m_version, &QLineEdit::textEdited, this, &PrepareDialog::chooseTyped);
    auto *typed = new QHBoxLayout;
    typed->addWidget(m_other);
    typed->addWidget(m_version, 1);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space::xs);
    column->addWidget(textLabel(tr("Next version"), theme::Type::BodyStrong));
    column->addWidget(m_choiceBox);
    column->addLayout(typed);
    return all;
}

QWidget *PrepareDialog::makeLeft()
{
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, theme::space::m, 0);
    column->setSpacing(theme::space::m);
    column->addWidget(makeChoices());
    column->addWidget(m_factBox);
    column->addWidget(m_stepTitle);
    m_stepTitle->hide();
    m_stepColumn->setContentsMargins(0, 0, 0, 0);
    m_stepColumn->setSpacing(theme::space::xs);
    column->addWidget(m_stepBox);
    column->addWidget(m_keepEdits);
    column->addStretch();
    return scrollAreaOf(left, tr("What is prepared"));
}

QWidget *PrepareDialog::makeRight()
{
    m_editColumn->setContentsMargins(0, 0, 0, 0);
    m_editColumn->setSpacing(theme::space::xs);
    m_log->setReadOnly(true);
    m_log->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setFont(theme::font(theme::Type::Mono));
    m_log->setTabChangesFocus(true);
    m_log->setMaximumBlockCount(mostLogLines);
    m_log->setAccessibleName(tr("What git, hooks and commands say"));
    m_log->hide();
    auto *edits = new QWidget;
    auto *column = new QVBoxLayout(edits);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editTitle);
    column->addWidget(scrollAreaOf(m_editBox, tr("What changes in the files")), 1);
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(edits);
    right->addWidget(m_log);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    right->setChildrenCollapsible(false);
    return right;
}

QLayout *PrepareDialog::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_takeBack);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_prepare);
    buttons->addWidget(m_pull);
    buttons->addWidget(m_push);
    m_pull->setToolTip(tr("For a branch that nobody may push to: the commit is merged there, then tagged"));
    connect(m_pull, &QPushButton::clicked, &m_preparer, &Preparer::pull);
    for (QPushButton *button : {m_takeBack, m_close, m_prepare, m_pull, m_push})
        button->setAutoDefault(false);
    connect(m_takeBack, &QPushButton::clicked, &m_preparer, &Preparer::takeBack);
    connect(m_close, &QPushButton::clicked, this, &PrepareDialog::reject);
    connect(m_push, &QPushButton::clicked, &m_preparer, &Preparer::push);
    connect(m_prepare, &QPushButton::clicked, this, [this] {
        if (m_preparer.standing())
            m_preparer.goOn();
        else
            m_preparer.prepare(m_keepEdits->isChecked());
    });
    return buttons;
}

// --- Showing ---------------------------------------------------------------------------------------------------------

QList<QRadioButton *> PrepareDialog::choices() const
{
    QList<QRadioButton *> buttons;
    for (int id = 0; id < m_shownChoices.size(); ++id)
        buttons += qobject_cast<QRadioButton *>(m_choices->button(id));
    return buttons;
}

QString PrepareDialog::message() const
{
    return m_words->text();
}

QString PrepareDialog::shownEdits() const
{
    QStringList texts;
    for (int i = 0; i < m_editColumn->count(); ++i)
        if (const auto *view = qobject_cast<const DiffView *>(m_editColumn->itemAt(i)->widget()))
            texts += view->toPlainText();
    return texts.join(u'\n');
}

QString PrepareDialog::log() const
{
    return m_log->toPlainText();
}

void PrepareDialog::append(const QString &line)
{
    m_log->show();
    m_log->appendPlainText(withVisibleSigns(line));
}

void PrepareDialog::say(std::optional<State> state, const QString &text)
{
    m_icon->setState(state);
    m_words->setText(withVisibleSigns(text));
}

void PrepareDialog::refresh()
{
    showChoices();
    showFacts();
    showEdits();
    showSteps();
    showMessage();
    showButtons();
}

void PrepareDialog::showChoices()
{
    const bool isIdle = m_preparer.work() == Preparer::Work::None;
    const auto &facts = m_preparer.facts();
    auto *all = m_choiceBox->parentWidget();
    const QList<NextVersion> choices = m_preparer.choices();
    const bool isNext = m_preparer.purpose() == Preparer::Purpose::Next;
    all->setVisible(facts && !(isNext && facts->next.devSuffix.isEmpty()));
    all->setEnabled(isIdle);
    if (!facts)
        return;
    if (std::exchange(m_shownChoices, choices) != choices) {
        clearLayout(*m_choiceColumn);
        for (QAbstractButton *button : m_choices->buttons())
            if (button != m_other)
                m_choices->removeButton(button);
        for (int id = 0; id < choices.size(); ++id) {
            const NextVersion &choice = choices.at(id);
            auto *button = new QRadioButton(buttonLabel(
                choices.size() == 1 ? choice.version : tr("%1: %2").arg(choiceName(choice.kind), choice.version)));
            const QString meaning = isNext ? tr("the files say it until the next release")
                : choice.why.isEmpty()     ? meaningOf(*facts, choice.version)
                                           : tr("%1. Proposed: %2").arg(meaningOf(*facts, choice.version), choice.why);
            button->setAccessibleDescription(meaning);
            auto *words = prepareText(meaning, theme::Type::Secondary, true);
            words->setIndent(theme::size::icon + theme::space::s);
            m_choices->addButton(button, id);
            m_choiceColumn->addWidget(button);
            m_choiceColumn->addWidget(words);
        }
    }
    if (!m_preparer.plan())
        return;
    for (int id = 0; id < choices.size(); ++id)
        if (choices.at(id).version == m_preparer.plan()->version && !m_other->isChecked())
            m_choices->button(id)->setChecked(true);
}

void PrepareDialog::chooseTyped()
{
    m_preparer.choose(m_version->text().trimmed());
}

void PrepareDialog::addFact(const QString &name, const QString &value, bool isMono)
{
    const int row = m_facts->rowCount();
    m_facts->addWidget(textLabel(name, theme::Type::Body, true), row, 0, Qt::AlignTop);
    m_facts->addWidget(prepareText(value, isMono ? theme::Type::Mono : theme::Type::Body), row, 1);
}

void PrepareDialog::showFacts()
{
    if (m_facts) {
        clearLayout(*m_facts);
        delete m_facts;
    }
    m_facts = new QGridLayout(m_factBox);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(theme::space::l);
    m_facts->setVerticalSpacing(theme::space::xs);
    m_facts->setColumnStretch(1, 1);
    if (const auto &standing = m_preparer.standing()) {
        const PrepareJournal &journal = standing->journal;
        addFact(tr("Tag"),
                journal.makesTag() ? tr("%1, %2").arg(journal.tag, tagKindWords(journal.tagKind)) : tr("none"));
        if (!journal.commit.isEmpty())
            addFact(tr("Commit"), shortCommit(journal.commit));
        if (const auto &preview = m_preparer.preview()) {
            addFact(tr("Goes to"), tr("%1, with the branch %2").arg(preview->remote, preview->branch));
            addFact(tr("Gets"), preview->commits.join(u'\n'), true);
            if (journal.makesTag())
                addFact(tr("Starts"),
                        preview->workflows.isEmpty() ? tr("no workflow of this checkout")
                                                     : preview->workflows.join(u'\n'),
                        !preview->workflows.isEmpty());
        }
    } else if (const auto &plan = m_preparer.plan()) {
        addFact(tr("Tag"),
                !plan->makesTag()        ? tr("none: this is no release")
                    : plan->isPreRelease ? tr("%1, %2; a pre-release").arg(plan->tag, tagKindWords(plan->tagKind))
                                         : tr("%1, %2").arg(plan->tag, tagKindWords(plan->tagKind)));
        addFact(tr("Commit"), plan->message);
        if (const QStringList command = plan->command(); !command.isEmpty())
            addFact(tr("Runs"), u"$ "_s + command.join(u' '), true);
        addFact(tr("Goes to"),
                plan->remote.isEmpty() ? tr("nowhere yet: there is no remote")
                                       : tr("%1, when you push").arg(plan->remote));
    }
}

void PrepareDialog::showEdits()
{
    const auto &standing = m_preparer.standing();
    const auto &plan = m_preparer.plan();
    const QList<FileEdit> edits = standing ? standing->journal.edits : plan ? plan->edits : QList<FileEdit>();
    m_editTitle->setText(edits.isEmpty() ? plan && plan->isDone()
                                 ? QString()
                                 : tr("Nothing changes in the files: they say this version already.")
                             : standing ? tr("What changed in the files")
                                         : tr("What changes in the files"));
    m_editTitle->setVisible(standing || plan);
    if (std::exchange(m_shownEdits, edits) == edits)
        return;
    clearLayout(*m_editColumn);
    for (const FileEdit &edit : edits) {
        m_editColumn->addWidget(prepareText(edit.file, theme::Type::Mono, true));
        auto *diff = new DiffView(edit.before.isNull() ? QList<DiffLine>() : edit.diff());
        diff->setAccessibleName(tr("Changes of %1").arg(edit.file));
        m_editColumn->addWidget(diff);
    }
    m_editColumn->addStretch();
}

void PrepareDialog::showSteps()
{
    const QList<Preparer::Step> steps = m_preparer.steps();
    if (std::exchange(m_shownSteps, steps) == steps)
        return;
    clearLayout(*m_stepColumn);
    m_stepTitle->setVisible(!steps.isEmpty());
    for (const Preparer::Step &step : steps) {
        auto *line = new QWidget;
        line->setAccessibleName(tr("%1: %2").arg(step.what, theme::stateWord(stepState(step.state))));
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(theme::space::s);
        row->addWidget(new StateIcon(stepState(step.state)));
        row->addWidget(new ElidedLabel(withVisibleSigns(step.what), theme::Type::Body), 1);
        m_stepColumn->addWidget(line);
    }
}

void PrepareDialog::showMessage()
{
    const PrepareMessage message = prepareMessage(m_preparer, m_mayPush);
    say(message.state, message.text);
}

void PrepareDialog::showButtons()
{
    const bool isIdle = m_preparer.work() == Preparer::Work::None;
    const auto &standing = m_preparer.standing();
    const auto &plan = m_preparer.plan();
    const bool isPushed = m_preparer.pushed().has_value();
    const bool isMade = standing && standing->journal.isMade();
    m_close->setText(isChanging() ? tr("&Stop") : tr("&Close"));
    const bool isPull = standing && !standing->journal.pullBranch.isEmpty();
    m_takeBack->setVisible(standing && !isPushed && !isPull);
    m_takeBack->setEnabled(isIdle);
    m_keepEdits->setVisible(!standing);
    m_keepEdits->setEnabled(isIdle);
    m_prepare->setVisible(!isMade && !isPull && !isPushed);
    const bool isNext = m_preparer.purpose() == Preparer::Purpose::Next;
    m_prepare->setText(standing              ? tr("&Go on with %1").arg(buttonLabel(preparedName(standing->journal)))
                           : plan && !isNext ? tr("&Prepare %1").arg(buttonLabel(plan->tag))
                           : isNext          ? tr("&Begin")
                                             : tr("&Prepare"));
    m_prepare->setEnabled(isIdle && (standing || (plan && plan->obstacles.isEmpty() && !plan->isDone())));
    m_pull->setVisible(m_preparer.mayPull() && m_mayPush && !isPushed);
    m_pull->setEnabled(isIdle);
    m_push->setVisible((isMade || isPull) && !isPushed);
    m_push->setText(isPull         ? tr("&Go on once it is merged")
                        : standing ? tr("P&ush %1").arg(buttonLabel(preparedName(standing->journal)))
                                   : tr("P&ush"));
    m_push->setEnabled(isIdle && m_mayPush && m_preparer.preview());
}

/// Something is being done, not only read.
bool PrepareDialog::isChanging() const
{
    return m_preparer.work() != Preparer::Work::None && m_preparer.work() != Preparer::Work::Reading;
}

void PrepareDialog::reject()
{
    if (!isChanging())
        return QDialog::reject();
    say(State::Running, tr("Stopping…"));
    m_preparer.cancel();
}

} // namespace unmoor
