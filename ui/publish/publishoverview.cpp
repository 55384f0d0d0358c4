// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publishoverview.h"

#include "core/format.h"
#include "widgets/buttons.h"
#include "widgets/elidedlabel.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString releaseNow(const std::optional<RemoteRelease> &remote)
{
    if (!remote)
        return PublishOverview::tr("not read yet");
    if (!remote->release)
        return PublishOverview::tr("none");
    return remote->release->draft ? PublishOverview::tr("a draft: users cannot see it")
                                  : PublishOverview::tr("%1, published").arg(remote->release->tagName);
}

QString releaseAfter(const DesiredRelease &desired)
{
    QStringList words{desired.tag, PublishOverview::tr("published")};
    words.append(desired.latest ? PublishOverview::tr("latest") : PublishOverview::tr("not latest"));
    words.append(desired.prerelease ? PublishOverview::tr("pre-release") : PublishOverview::tr("not a pre-release"));
    return words.join(u", "_s);
}

QString tagNow(const std::optional<RemoteRelease> &remote, const QString &tag)
{
    if (!remote)
        return PublishOverview::tr("not read yet");
    return remote->tagCommit ? tag + u" = "_s + shortCommit(*remote->tagCommit) : PublishOverview::tr("none");
}

QString filesNow(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote)
{
    if (!remote)
        return PublishOverview::tr("not read yet");
    QMap<FileVerdict, int> counts;
    for (const FileState &file : compareFiles(desired, *remote))
        if (file.remote)
            ++counts[file.verdict];
    QStringList words;
    for (const auto &[verdict, count] : counts.asKeyValueRange())
        words.append(u"%1 %2"_s.arg(count).arg(verdictName(verdict)));
    return words.isEmpty() ? PublishOverview::tr("none") : words.join(u", "_s);
}

QString filesAfter(const DesiredRelease &desired)
{
    qint64 bytes = 0;
    int checksums = 0;
    for (const DesiredFile &file : desired.files) {
        bytes += file.bytes;
        checksums += file.name.endsWith(u".sha256"_s) ? 1 : 0;
    }
    const int archives = int(desired.files.size()) - checksums;
    return PublishOverview::tr("%1: %2, %3, %4")
        .arg(desired.files.size())
        .arg(counted(archives, PublishOverview::tr("1 archive"), PublishOverview::tr("%1 archives")),
             counted(checksums, PublishOverview::tr("1 checksum"), PublishOverview::tr("%1 checksums")),
             formatBytes(bytes));
}

} // namespace

PublishOverview::PublishOverview(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_grid->setContentsMargins(theme::space::l, theme::space::m, theme::space::l, theme::space::m);
    m_grid->setHorizontalSpacing(theme::space::m);
    m_grid->setVerticalSpacing(theme::space::s - 1);
    m_grid->setColumnMinimumWidth(0, 90);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(3, 5);
}

void PublishOverview::setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                                 const QMap<QString, QString> &accepted)
{
    clear();
    m_grid->addWidget(textLabel(tr("On the host now"), theme::Type::Header, true), 0, 1);
    m_grid->addWidget(textLabel(tr("After publishing"), theme::Type::Header, true), 0, 3);
    addRow(tr("Release"), releaseNow(remote), releaseAfter(desired));
    addRow(tr("Tag"), tagNow(remote, desired.tag), desired.tag + u" = "_s + shortCommit(desired.commit));
    addRow(tr("Files"), filesNow(desired, remote), filesAfter(desired));
    if (remote && !remote->otherDrafts.isEmpty())
        addRow(tr("More drafts"), tr("%1 of the same tag").arg(remote->otherDrafts.size()),
               tr("stay as they are; delete them on the host"));
    for (const auto &[code, reason] : accepted.asKeyValueRange())
        addRow(tr("Accepted"), code, reason);
}

void PublishOverview::addRow(const QString &name, const QString &now, const QString &after)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(textLabel(name, theme::Type::Body, true), row, 0);
    m_grid->addWidget(new ElidedLabel(now, theme::Type::Body), row, 1);
    m_grid->addWidget(textLabel(u"→"_s, theme::Type::Body, true), row, 2);
    m_grid->addWidget(new ElidedLabel(after, theme::Type::BodyStrong), row, 3);
}

void PublishOverview::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace unmoor
