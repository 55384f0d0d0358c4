// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/entryinspector.h"

#include "app/core/visibletext.h"
#include "app/core/words.h"
#include "ui/archive/chainview.h"
#include "ui/archive/findingcard.h"
#include "ui/archive/textpreview.h"
#include "ui/card/selectabletext.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plaintext.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostCards = 20; ///< a hostile archive has more findings about one entry

QStringList lines(const EntryFact &fact)
{
    return fact.value.split(u'\n');
}

} // namespace

QString entryAsMarkdown(const EntryDetails &details)
{
    QString text = u"### %1\n\n"_s.arg(asCode(details.name));
    for (const Finding &finding : details.findings)
        text += findingAsMarkdown(finding);
    if (!details.findings.isEmpty())
        text += u'\n';
    if (!details.chain.isEmpty())
        text += u"#### %1\n\n"_s.arg(Words::tr("How it finds its libraries"));
    for (const ResolutionStep &step : details.chain) {
        text += u"%1- %2: %3"_s.arg(QString(2 * std::min(step.depth, 8), u' '), asCode(step.name),
                                    outcomeText(step.outcome));
        if (const QString way = wayText(step); !way.isEmpty())
            text += u", "_s + asCode(way);
        text += u'\n';
    }
    if (!details.chain.isEmpty())
        text += u'\n';
    text += u"#### %1\n\n"_s.arg(Words::tr("Facts"));
    for (const EntryFact &fact : details.facts)
        text += u"- %1: %2\n"_s.arg(fact.name, asCode(lines(fact).join(u", "_s)));
    if (details.content && !details.content->storePaths.isEmpty()) {
        text += u"\n#### %1\n\n"_s.arg(Words::tr("Paths of /nix/store in it"));
        for (const QString &path : details.content->storePaths)
            text += u"- %1\n"_s.arg(asCode(path));
    }
    return text;
}

EntryInspector::EntryInspector(QWidget *parent)
    : QScrollArea(parent)
    , m_symbol(textLabel({}, theme::Type::Body))
    , m_name(new ElidedLabel({}, theme::Type::MonoStrong))
    , m_summary(new ElidedLabel({}, theme::Type::Secondary, true))
    , m_copy(symbolButton(u"copy"_s, tr("Copy all of it as Markdown")))
    , m_sections(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Inspector"));
    setAccessibleRole(this, QAccessible::Pane);

    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space::s);
    head->addWidget(m_symbol);
    head->addWidget(m_name);
    head->addWidget(m_summary, 1);
    head->addWidget(m_copy);
    m_name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_name->setElideMode(Qt::ElideMiddle);
    m_sections->setSpacing(theme::space::m);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(theme::space::l, 10, 14, theme::space::l);
    column->setSpacing(theme::space::s);
    column->addLayout(head);
    column->addLayout(m_sections);
    column->addStretch();
    setWidget(content);
    setMinimumWidth(theme::rowHeight(240));
    m_copy->hide();
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(entryAsMarkdown(m_details)); });
}

void EntryInspector::setDetails(const EntryDetails &details)
{
    if (details == m_details)
        return;
    m_details = details;
    clearSections();
    m_symbol->setPixmap(
        details.symbol.isEmpty()
            ? QPixmap()
            : theme::symbol(details.symbol).pixmap(QSize(theme::size::icon, theme::size::icon), devicePixelRatio()));
    m_name->setText(details.name);
    m_summary->setText(details.summary);
    m_copy->setVisible(!details.facts.isEmpty());
    addFindings();
    if (!details.chain.isEmpty())
        addSection(tr("How it finds its libraries"), new ChainView(details.chain));
    addLink();
    addContent();
    if (!details.facts.isEmpty())
        addSection(tr("Facts"), factsWidget());
    verticalScrollBar()->setValue(0);
}

void EntryInspector::addFindings()
{
    QList<Finding> findings = m_details.findings;
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    const qsizetype shown = std::min(findings.size(), mostCards);
    for (qsizetype i = 0; i < shown; ++i) {
        auto *card = new FindingCard(findings[i], i == 0);
        connect(card, &FindingCard::acceptRequested, this, &EntryInspector::acceptRequested);
        connect(card, &FindingCard::withdrawRequested, this, &EntryInspector::withdrawRequested);
        m_sections->addWidget(card);
    }
    if (shown < findings.size()) {
        auto *more = textLabel(tr("%L1 more findings are in the Markdown copy.").arg(findings.size() - shown),
                               theme::Type::Secondary, true);
        more->setWordWrap(true);
        m_sections->addWidget(more);
    }
}

void EntryInspector::addLink()
{
    if (m_details.linkTarget.isEmpty())
        return;
    const QString path = m_details.linkTarget;
    const QString name = path.sliced(path.lastIndexOf(u'/') + 1);
    auto *button = linkButton(tr("Go to %1").arg(buttonLabel(withVisibleSigns(name))));
    button->setToolTip(toolTipText(withVisibleSigns(path)));
    // A long name must not widen the panel.
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    button->setMinimumWidth(40);
    connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT entryRequested(path); });
    m_sections->addWidget(button, 0, Qt::AlignLeft);
}

void EntryInspector::addContent()
{
    if (!m_details.content)
        return;
    const EntryContent &content = *m_details.content;
    if (!content.text.isEmpty())
        addSection(tr("Text"), new TextPreview(content.text, content.isTextWhole, m_details.size));
    if (!content.storePaths.isEmpty()) {
        QStringList paths = content.storePaths;
        for (QString &path : paths)
            path = withVisibleSigns(path);
        addSection(tr("Paths of /nix/store in it"), new SelectableText(paths.join(u'\n'), theme::Type::Mono));
    }
}

void EntryInspector::addSection(const QString &heading, QWidget *content)
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, theme::space::xs, 0, 0);
    column->setSpacing(6);
    auto *label = textLabel(heading, theme::Type::Secondary, true);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    column->addWidget(label);
    column->addWidget(content);
    m_sections->addWidget(section);
}

void EntryInspector::clearSections()
{
    while (QLayoutItem *item = m_sections->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a button of it may be the sender
        }
        delete item;
    }
}

QWidget *EntryInspector::factsWidget()
{
    const QList<EntryFact> &facts = m_details.facts;
    auto *widget = new QWidget;
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::space::m);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < facts.size(); ++row) {
        auto *value = new SelectableText(facts[row].value, theme::Type::Mono);
        value->setAccessibleName(facts[row].name);
        grid->addWidget(textLabel(facts[row].name, theme::Type::Secondary, true), row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
    }
    return widget;
}

} // namespace unmoor
