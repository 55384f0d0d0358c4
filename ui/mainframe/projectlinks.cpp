// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/projectlinks.h"

#include "app/core/linktarget.h"
#include "app/core/plainfile.h"
#include "ui/widgets/openlink.h"

#include <QFileInfo>

namespace unmoor {

void openLinkOfProject(QWidget *parent, const Session &session, const QUrl &link)
{
    const Project &project = session.project();
    openForeignLink(parent, link,
                    {.root = projectBounds(project.directory),
                     .folder = QFileInfo(project.changelogPath()).absolutePath(),
                     .ownPage = QUrl(webUrlOf(session.options().apiUrl, project.repository()))});
}

void openPageOfHost(QWidget *parent, const Session &session, const QUrl &link)
{
    openForeignLink(parent, link, {.ownPage = webUrl(session.options().apiUrl)});
}

} // namespace unmoor
