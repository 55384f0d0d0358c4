// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/clonedialog.h"

#include "app/project/cloneaddress.h"
#include "ui/start/projectmodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/stateicon.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace unmoor {

CloneDialog::CloneDialog(const QString &place, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit)
    , m_place(new QLineEdit(QDir::toNativeSeparators(place)))
    , m_choose(new QPushButton(tr("C&hoose…")))
    , m_icon(new StateIcon)
    , m_words(textLabel({}, theme::Type::Body))
    , m_bar(new QProgressBar)
    , m_clone(accentButton(tr("C&lone")))
    , m_cancel(new QPushButton(tr("&Cancel")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Clone a repository"));
    m_clone->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_choose->setAutoDefault(false);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the clone"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *said = new QHBoxLayout;
    said->addWidget(m_icon, 0, Qt::AlignTop);
    said->addWidget(m_words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_clone);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme::space::m);
    column->addWidget(makeFields());
    column->addLayout(said);
    column->addWidget(m_bar);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(560);
    connect(m_clone, &QPushButton::clicked, this, &CloneDialog::begin);
    connect(m_cancel, &QPushButton::clicked, this, &CloneDialog::reject);
    setRunning(false);
    showTarget();
}

CloneDialog::~CloneDialog()
{
    if (m_stop)
        m_stop->request_stop();
}

QWidget *CloneDialog::makeFields()
{
    auto *fields = new QWidget;
    auto *rows = new QFormLayout(fields);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_address->setPlaceholderText(u"https://github.com/owner/name"_s);
    auto *place = new QHBoxLayout;
    place->addWidget(m_place, 1);
    place->addWidget(m_choose);
    rows->addRow(tr("&Address"), m_address);
    rows->addRow(tr("&Into the folder"), place);
    if (auto *label = qobject_cast<QLabel *>(rows->labelForField(place)))
        label->setBuddy(m_place);
    m_place->setAccessibleName(tr("Into the folder"));
    connect(m_address, &QLineEdit::textChanged, this, &CloneDialog::showTarget);
    connect(m_place, &QLineEdit::textChanged, this, &CloneDialog::showTarget);
    connect(m_choose, &QPushButton::clicked, this, &CloneDialog::choosePlace);
    return fields;
}

QString CloneDialog::message() const
{
    return m_words->text();
}

QString CloneDialog::folder() const
{
    const QString name = cloneName(m_address->text().trimmed());
    const QString place = QDir::fromNativeSeparators(m_place->text().trimmed());
    return name.isEmpty() || !QDir::isAbsolutePath(place) ? QString() : QDir(place).filePath(name);
}

void CloneDialog::choosePlace()
{
    auto *dialog = fileDialog(this, tr("Choose the folder to clone into"), m_place->text());
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_place,
            [this](const QString &chosen) { m_place->setText(QDir::toNativeSeparators(chosen)); });
    dialog->open();
}

/// Says what is wrong with an address while it is typed, but not that it is not finished.
void CloneDialog::showTarget()
{
    const auto address = cloneAddress(m_address->text());
    const QString target = address ? folder() : QString();
    m_clone->setEnabled(!target.isEmpty());
    if (!target.isEmpty())
        say(theme::State::Note,
            tr("Comes to %1. git asks the host, and nothing of the repository runs.").arg(shownPath(target)));
    else if (m_address->text().trimmed().isEmpty())
        say({}, tr("https, ssh or a folder of this machine. Nothing is asked before you press Clone."));
    else if (!address)
        say(theme::State::Warning, address.error().message);
    else
        say(theme::State::Warning, tr("Name a folder by its whole path to clone into."));
}

void CloneDialog::begin()
{
    if (!m_clone->isEnabled() || m_stop)
        return;
    m_stop.emplace();
    setRunning(true);
    say(theme::State::Running, tr("Asking the host…"));
    // The clone may outlive the window that it was asked for in: its stop is requested then.
    const auto progressed = [self = QPointer(this)](const CloneProgress &progress) {
        if (self)
            self->showProgress(progress);
    };
    cloneRepository(m_address->text().trimmed(), folder(), progressed, m_stop->get_token())
        .then(this, [this](const Result<QString> &cloned) { end(cloned); });
}

void CloneDialog::end(const Result<QString> &cloned)
{
    m_stop.reset();
    setRunning(false);
    m_address->setFocus();
    if (!cloned)
        return say(cloned.error().kind == Error::Kind::Canceled ? theme::State::Canceled : theme::State::Error,
                   cloned.error().kind == Error::Kind::Canceled ? tr("Canceled. Nothing of it is left.")
                                                                : cloned.error().message);
    Q_EMIT this->cloned(*cloned);
    accept();
}

void CloneDialog::showProgress(const CloneProgress &progress)
{
    m_bar->setRange(0, progress.percent < 0 ? 0 : 100);
    m_bar->setValue(progress.percent);
    say(theme::State::Running, tr("%1: %2 %").arg(progress.phase, QString::number(progress.percent)));
}

void CloneDialog::say(std::optional<theme::State> state, const QString &text)
{
    m_icon->setState(state);
    m_words->setText(text);
}

void CloneDialog::setRunning(bool running)
{
    for (QWidget *field : std::initializer_list<QWidget *>{m_address, m_place, m_choose, m_clone})
        field->setEnabled(!running);
    m_bar->setVisible(running);
    m_bar->setRange(0, 0);
    m_cancel->setText(running ? tr("&Stop") : tr("&Cancel"));
}

void CloneDialog::reject()
{
    if (!m_stop)
        return QDialog::reject();
    say(theme::State::Running, tr("Stopping…"));
    m_stop->request_stop();
}

} // namespace unmoor
