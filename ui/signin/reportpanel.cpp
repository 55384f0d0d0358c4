// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/reportpanel.h"

#include "app/account/tokenwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/stateicon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

namespace {

theme::State stateOf(TokenStanding::Level level)
{
    switch (level) {
    case TokenStanding::Level::Good:
        return theme::State::Done;
    case TokenStanding::Level::Attention:
        return theme::State::Warning;
    case TokenStanding::Level::Bad:
        break;
    }
    return theme::State::Error;
}

} // namespace

ReportPanel::ReportPanel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new StateIcon({}, this))
    , m_title(textLabel({}, theme::Type::BodyStrong, false, this))
    , m_text(textLabel({}, theme::Type::Body, false, this))
    , m_open(new QPushButton(tr("&Open the page"), this))
    , m_another(new QPushButton(tr("Use &another token…"), this))
    , m_close(new QPushButton(tr("&Keep this token"), this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *title = new QHBoxLayout;
    title->addWidget(m_icon);
    title->addWidget(m_title, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch();
    buttons->addWidget(m_another);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::space::m);
    layout->addLayout(title);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);

    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_page); });
    connect(m_another, &QPushButton::clicked, this, &ReportPanel::anotherRequested);
    connect(m_close, &QPushButton::clicked, this, &ReportPanel::closed);
}

void ReportPanel::setReport(const TokenReport &report)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const TokenStanding standing = standingOf(report, now);
    m_page = report.page;
    m_open->setVisible(m_page.isValid() && !m_page.isEmpty());
    setAccent(*m_another, standing.level == TokenStanding::Level::Bad);
    setAccent(*m_close, standing.level != TokenStanding::Level::Bad);
    m_icon->setState(stateOf(standing.level));
    m_title->setText(report.login.isEmpty() ? tr("Signed in at %1: %2").arg(report.host, standing.words)
                                            : tr("Signed in as %1: %2").arg(report.login, standing.words));
    m_text->setText(describe(report, now));
}

} // namespace unmoor
