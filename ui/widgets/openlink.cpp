// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/openlink.h"

#include "app/core/editor.h"
#include "app/core/linktarget.h"
#include "app/core/words.h"
#include "ui/widgets/question.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeDatabase>
#include <QProcess>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Whether the program that the desktop has for \a file can only show it.
bool isHarmlessText(const QFileInfo &file)
{
    const QMimeType type = QMimeDatabase().mimeTypeForFile(file);
    const auto isA = [&type](const QString &name) { return type.inherits(name); };
    const QStringList active{u"application/x-executable"_s, u"application/x-desktop"_s, u"application/x-shellscript"_s,
                             u"text/html"_s, u"application/xml"_s};
    return file.isFile() && !file.isExecutable() && isA(u"text/plain"_s) && std::ranges::none_of(active, isA);
}

} // namespace

bool openLink(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (scheme == "https"_L1 || scheme == "http"_L1)
        return QDesktopServices::openUrl(url);
    if (!url.isLocalFile() || !(url.host().isEmpty() || url.host() == "localhost"_L1))
        return false;
    const QFileInfo file(url.path(QUrl::FullyDecoded));
    const bool opens = file.isDir() || isHarmlessText(file);
    return QDesktopServices::openUrl(QUrl::fromLocalFile(opens ? file.filePath() : file.absolutePath()));
}

namespace {

void sayNothingOpened(QWidget *parent, const QUrl &url)
{
    const QString shown = url.isLocalFile() ? url.toLocalFile() : shownAddress(url);
    QMessageBox *box = plainBox(QMessageBox::Warning, Words::tr("Nothing was opened"),
                                url.isLocalFile() ? Words::tr("No program of this desktop opens this file or folder.")
                                                  : Words::tr("No browser of this desktop opens this page."),
                                shown, parent);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QAbstractButton *copy = box->addButton(
        url.isLocalFile() ? Words::tr("&Copy the path") : Words::tr("&Copy the address"), QMessageBox::AcceptRole);
    box->setEscapeButton(box->addButton(QMessageBox::Close));
    QObject::connect(box, &QMessageBox::buttonClicked, box, [copy, shown](const QAbstractButton *clicked) {
        if (clicked == copy)
            QGuiApplication::clipboard()->setText(shown);
    });
    box->open();
}

} // namespace

void openLinkOrSay(QWidget *parent, const QUrl &url)
{
    if (!openLink(url))
        sayNothingOpened(parent, url);
}

bool openInEditor(const QString &file, int line, int column)
{
    const auto editor = QFileInfo(file).isFile() ? ownEditorCommand(file, line, column) : std::nullopt;
    if (editor && QProcess::startDetached(editor->program, editor->arguments))
        return true;
    return openLink(QUrl::fromLocalFile(file));
}

void openForeignLink(QWidget *parent, const QUrl &link, const LinkPlace &place)
{
    const auto target = linkTarget(link, place);
    if (!target)
        return sayProblem(parent, Words::tr("The link was not opened"), target.error().message);
    if (target->page.isEmpty())
        return openInEditor(target->file) ? void() : sayNothingOpened(parent, QUrl::fromLocalFile(target->file));
    if (target->isKnown)
        return openLinkOrSay(parent, target->page);
    ask(parent,
        {.title = Words::tr("Open a link"),
         .text = Words::tr("Open this page in the browser?"),
         .detail = shownAddress(target->page),
         .yes = Words::tr("&Open"),
         .no = Words::tr("&Cancel")},
        [parent, page = target->page] { openLinkOrSay(parent, page); });
}

} // namespace unmoor
