// SPDX-License-Identifier: GPL-3.0-or-later
// LogPanel: what leaves the window, links and saved logs.
#include "build/logpanel.h"

#include "build/logview.h"
#include "nix/logsave.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor {

/// A builder chose the address: only what shows a page or a folder is opened, nothing that runs.
void LogPanel::openLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        QDesktopServices::openUrl(url);
    else if (url.isLocalFile() && (url.host().isEmpty() || url.host() == "localhost"_L1))
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(url.path()).absolutePath()));
}

void LogPanel::chooseFile()
{
    if (!m_view->log())
        return;
    auto *dialog = new QFileDialog(this, tr("Save the log"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
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
            say(saved.error().message);
    });
}

void LogPanel::say(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("The log was not saved"), text, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace unmoor
