// SPDX-License-Identifier: GPL-3.0-or-later
// LogPanel: saving the log.
#include "ui/build/logpanel.h"

#include "app/buildlog/logsave.h"
#include "ui/build/logview.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/question.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

void LogPanel::chooseFile()
{
    if (!m_view->log())
        return;
    auto *dialog = fileDialog(this, tr("Save the log"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(QFileInfo(m_view->log()->fileName()).completeBaseName() + u".txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogPanel::save);
    dialog->open();
}

void LogPanel::save(const QString &file)
{
    saveLog(m_view->log(), m_view->filter(), file).then(this, [this](const Result<qsizetype> &saved) {
        if (!saved)
            sayProblem(this, tr("The log was not saved"), saved.error().message);
    });
}

} // namespace unmoor
