// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/codepanel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

CodePanel::CodePanel(QWidget *parent)
    : QWidget(parent)
    , m_how(textLabel({}, theme::Type::Body, false, this))
    , m_code(textLabel({}, theme::Type::Start, false, this))
    , m_left(textLabel({}, theme::Type::Secondary, true, this))
    , m_copy(new QPushButton(tr("&Copy code"), this))
{
    m_how->setWordWrap(true);
    QFont large = theme::font(theme::Type::Mono);
    large.setPointSizeF(theme::font(theme::Type::Start).pointSizeF() * 1.6);
    large.setLetterSpacing(QFont::AbsoluteSpacing, 2);
    m_code->setFont(large);
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAccessibleName(tr("Code"));
    m_left->setAlignment(Qt::AlignCenter);
    auto *open = accentButton(tr("&Open the page"), this);
    auto *cancel = new QPushButton(tr("&Back"), this);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme::space::m);
    layout->addWidget(m_how);
    layout->addStretch();
    layout->addWidget(m_code);
    layout->addWidget(m_left);
    layout->addStretch();
    layout->addLayout(buttons);

    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &CodePanel::showTimeLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(code());
        m_copy->setText(tr("Copied"));
    });
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_page); });
    connect(cancel, &QPushButton::clicked, this, &CodePanel::canceled);
}

void CodePanel::setCode(const DeviceCode &code)
{
    m_page = code.page;
    m_code->setText(code.userCode);
    m_how->setText(tr("Type this code at %1, on this machine or any other. Here it goes on by itself once you have "
                      "agreed there.")
                       .arg(code.page.toString(QUrl::RemoveScheme).sliced(2)));
    m_copy->setText(tr("&Copy code"));
    m_end.setRemainingTime(code.expiresIn * 1000LL);
    m_second.start();
    showTimeLeft();
}

QString CodePanel::code() const
{
    return m_code->text();
}

void CodePanel::showTimeLeft()
{
    const qint64 seconds = m_end.remainingTime() / 1000;
    m_left->setText(tr("Good for another %1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

void CodePanel::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QWidget::hideEvent(event);
}

} // namespace unmoor
