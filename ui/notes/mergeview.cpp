// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/mergeview.h"

#include "app/core/words.h"
#include "ui/card/card.h"
#include "ui/card/selectabletext.h"
#include "ui/notes/notesstrip.h"
#include "ui/widgets/buttons.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using Change = MergePart::Change;
using theme::space::l, theme::space::m, theme::space::s, theme::space::xs;

constexpr qsizetype alikeAround = 2; // of what is alike, shown above and below a difference

bool isDifference(const MergePart &part)
{
    return part.change != Change::None && part.change != Change::Alike;
}

SelectableText *linesOf(const QStringList &lines, const QString &name)
{
    auto *text = new SelectableText(lines.isEmpty() ? Words::tr("(no line)") : lines.join(u'\n'), theme::Type::Mono);
    if (lines.isEmpty())
        text->setMuted();
    text->setAccessibleName(name);
    return text;
}

} // namespace

MergeView::MergeView(QWidget *parent)
    : QWidget(parent)
    , m_strip(new NotesStrip({}))
    , m_take(new QPushButton(tr("&Use the merged text")))
    , m_leave(linkButton(tr("&Decide later")))
    , m_scroll(new QScrollArea)
{
    m_strip->addWidget(m_leave);
    m_strip->addWidget(m_take);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_scroll, 1);
    connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT taken(merged()); });
    connect(m_leave, &QPushButton::clicked, this, &MergeView::left);
}

void MergeView::ask(const MergeQuestion &question)
{
    m_question = question;
    m_parts = question.base ? mergeParts(*question.base, question.ours, question.theirs)
                            : differingParts(question.ours, question.theirs);
    m_choices.clear();
    auto *rows = new QWidget;
    rows->setAutoFillBackground(true);
    rows->setBackgroundRole(QPalette::Base);
    m_rows = new QVBoxLayout(rows);
    m_rows->setContentsMargins(l, m, l, m);
    m_rows->setSpacing(s);
    for (const MergePart &part : std::as_const(m_parts)) {
        if (isDifference(part))
            addDifference(part);
        else
            addAlike(part.ours);
    }
    m_rows->addStretch(1);
    m_scroll->setWidget(rows);
    m_strip->setTitle(question.title);
    showCount();
    const auto open = std::ranges::find(m_choices, -1, &QButtonGroup::checkedId);
    if (open != m_choices.end())
        (*open)->button(Ours)->setFocus(Qt::OtherFocusReason);
    else
        m_take->setFocus(Qt::OtherFocusReason);
}

/// What is the same on both sides tells where a difference stands; most of it is folded.
void MergeView::addAlike(const QStringList &lines)
{
    QStringList shown = lines;
    if (const qsizetype folded = lines.size() - 2 * alikeAround; folded > 1)
        shown = lines.first(alikeAround) + QStringList{tr("… %1 lines that are alike …").arg(folded)}
            + lines.last(alikeAround);
    SelectableText *text = linesOf(shown, tr("Lines that are alike"));
    text->setMuted();
    m_rows->addWidget(text);
}

void MergeView::addDifference(const MergePart &part)
{
    const bool isOpen = part.change == Change::Both;
    const int number = int(m_choices.size()) + 1;
    auto *card = new Card(isOpen ? theme::State::Warning : theme::State::Note, Card::Fill::Base);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(l, s, m, s);
    grid->setHorizontalSpacing(l);
    grid->setVerticalSpacing(xs);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const QString who = isOpen        ? tr("Difference %1: choose what stays").arg(number)
        : part.change == Change::Ours ? tr("Difference %1: changed on the left only").arg(number)
                                      : tr("Difference %1: changed on the right only").arg(number);
    grid->addWidget(textLabel(who, theme::Type::BodyStrong), 0, 0, 1, 2);
    grid->addWidget(textLabel(m_question.oursName, theme::Type::Secondary, true), 1, 0);
    grid->addWidget(textLabel(m_question.theirsName, theme::Type::Secondary, true), 1, 1);
    grid->addWidget(linesOf(part.ours, m_question.oursName), 2, 0, Qt::AlignTop);
    grid->addWidget(linesOf(part.theirs, m_question.theirsName), 2, 1, Qt::AlignTop);

    auto *group = new QButtonGroup(card);
    auto *row = new QHBoxLayout;
    row->setSpacing(l);
    const QStringList names{tr("Take the left"), tr("Take the right"), tr("Take both, left first")};
    for (int choice = 0; choice < names.size(); ++choice) {
        auto *button = new QRadioButton(names[choice]);
        button->setAccessibleName(tr("%1: %2").arg(who, names[choice]));
        group->addButton(button, choice);
        row->addWidget(button);
    }
    row->addStretch(1);
    if (!isOpen)
        group->button(part.change == Change::Ours ? Ours : Theirs)->setChecked(true);
    grid->addLayout(row, 3, 0, 1, 2);
    connect(group, &QButtonGroup::idToggled, this, &MergeView::showCount);
    m_choices.append(group);
    m_rows->addWidget(card);
}

int MergeView::undecided() const
{
    return int(std::ranges::count(m_choices, -1, &QButtonGroup::checkedId));
}

void MergeView::choose(int difference, Choice choice)
{
    m_choices.at(difference)->button(choice)->setChecked(true);
}

QString MergeView::merged() const
{
    QStringList lines;
    qsizetype difference = 0;
    for (const MergePart &part : m_parts) {
        const int choice = isDifference(part) ? m_choices.at(difference++)->checkedId() : int(Ours);
        if (choice != Theirs)
            lines += part.ours;
        if (choice == Theirs || choice == Both)
            lines += part.theirs;
    }
    return lines.join(u'\n');
}

void MergeView::showCount()
{
    const int open = undecided();
    const int all = differences();
    m_take->setEnabled(open == 0);
    m_strip->setDetail(open == 0 ? (all == 1 ? tr("1 difference, decided") : tr("%1 differences, decided").arg(all))
                                 : tr("%1 of %2 differences to decide").arg(open).arg(all));
}

void MergeView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace unmoor
