// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/brokenpage.h"

#include "ui/guide/manifesteditor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pageheader.h"

#include <QDir>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

BrokenPage::BrokenPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("unmoor.toml cannot be read")))
    , m_banner(new Banner)
    , m_editor(new ManifestEditor)
    , m_open(m_header->addButton(tr("&Open in the editor")))
    , m_read(m_header->addButton(tr("&Read again"), true))
{
    m_header->setState(theme::State::Error);
    m_editor->setReadOnly(true);
    m_editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_editor->setAccessibleName(tr("Text of unmoor.toml"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_editor, 1);
    connect(m_open, &QPushButton::clicked, this, &BrokenPage::tellOpen);
    connect(m_read, &QPushButton::clicked, this, &BrokenPage::readRequested);
}

bool BrokenPage::showManifest(const QString &directory)
{
    m_directory = directory;
    m_header->setSummary(QDir::toNativeSeparators(manifestPath(directory)));
    const auto text = readManifestText(directory);
    const auto problem = text ? findManifestProblem(*text) : std::nullopt;
    m_editor->setToml(QString::fromUtf8(text.value_or(QByteArray())));
    m_editor->setProblem(problem);
    m_editor->showProblem();
    m_open->setEnabled(text.has_value());
    if (text && !problem)
        return false;
    m_banner->showMessage(theme::State::Error,
                          problem ? tr("Line %1, column %2").arg(problem->line).arg(problem->column)
                                  : tr("There is no text to show"),
                          problem ? problem->message : text.error().message);
    return true;
}

void BrokenPage::tellOpen()
{
    const auto &problem = m_editor->problem();
    Q_EMIT openRequested(manifestPath(m_directory), problem ? problem->line : 0, problem ? problem->column : 0);
}

} // namespace unmoor
