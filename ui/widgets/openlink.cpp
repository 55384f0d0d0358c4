// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/openlink.h"

#include "app/core/editor.h"
#include "app/core/linktarget.h"
#include "app/core/words.h"
#include "ui/widgets/question.h"

#include <QDesktopServices>
#include <QFileInfo>
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

void openInEditor(const QString &file)
{
    const auto editor = QFileInfo(file).isFile() ? ownEditorCommand(file, 0, 0) : std::nullopt;
    if (!editor || !QProcess::startDetached(editor->program, editor->arguments))
        openLink(QUrl::fromLocalFile(file));
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

void openForeignLink(QWidget *parent, const QUrl &link, const LinkPlace &place)
{
    const auto target = linkTarget(link, place);
    if (!target)
        return sayProblem(parent, Words::tr("The link was not opened"), target.error().message);
    if (target->page.isEmpty())
        return openInEditor(target->file);
    if (target->isKnown) {
        openLink(target->page);
        return;
    }
    ask(parent,
        {.title = Words::tr("Open a link"),
         .text = Words::tr("Open this page in the browser?"),
         .detail = shownAddress(target->page),
         .yes = Words::tr("&Open"),
         .no = Words::tr("&Cancel")},
        [page = target->page] { openLink(page); });
}

} // namespace unmoor
