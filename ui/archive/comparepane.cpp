// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/comparepane.h"

#include "ui/archive/archivedialog.h"
#include "ui/archive/compareview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace unmoor {

ComparePane::ComparePane(QWidget *parent)
    : QWidget(parent)
    , m_base(new SegmentedControl({tr("Expected layout"), tr("Previous release"), tr("Built again"), tr("A file…")}))
    , m_view(new QWidget)
{
    auto *strip = new QWidget;
    strip->setFixedHeight(theme::rowHeight(theme::size::toolStrip));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    row->setSpacing(10);
    row->addWidget(textLabel(tr("Compare with"), theme::Type::Secondary, true));
    row->addWidget(m_base);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip);
    column->addWidget(m_view, 1);
    m_base->setAccessibleName(tr("Compare with"));
    for (const int base : {Layout, Previous, Rebuild, File})
        connect(m_base->button(base), &QPushButton::clicked, this, [this, base] { choose(base); });
}

void ComparePane::setView(QWidget *view)
{
    delete layout()->replaceWidget(m_view, view);
    delete m_view;
    m_view = view;
}

void ComparePane::choose(int base)
{
    if (base == File) {
        askForFile();
        return;
    }
    m_current = Base(base);
    request();
}

bool ComparePane::find()
{
    auto *view = qobject_cast<CompareView *>(m_view);
    if (view)
        view->find();
    return view;
}

void ComparePane::chooseRebuild()
{
    m_base->setCurrentIndex(Rebuild);
    m_current = Rebuild;
}

void ComparePane::request()
{
    if (m_current == Layout)
        Q_EMIT layoutRequested();
    else if (m_current == Previous)
        Q_EMIT previousRequested();
    else if (m_current == Rebuild)
        Q_EMIT rebuildRequested();
    else
        Q_EMIT fileRequested(m_file);
}

void ComparePane::askForFile()
{
    QFileDialog *dialog = archiveDialog(tr("Compare with an archive"), this);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_file = file;
        m_current = File;
    });
    connect(dialog, &QDialog::finished, this, [this](int result) {
        m_base->setCurrentIndex(m_current);
        if (result == QDialog::Accepted)
            request();
    });
    dialog->open();
}

} // namespace unmoor
