// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/publish/publishoverview.h"

#include "app/core/format.h"
#include "app/core/words.h"
#include "ui/widgets/accessiblerole.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/stateicon.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr qsizetype mostFiles = 50;
constexpr int mostRows = 8; // in sight; more scroll
constexpr int factWidth = 90, nameWidth = 300;

QString releaseNow(const std::optional<RemoteRelease> &remote)
{
    if (!remote)
        return Words::tr("not read yet");
    if (!remote->release)
        return Words::tr("none");
    return remote->release->draft ? Words::tr("a draft: users cannot see it")
                                  : Words::tr("%1, published").arg(remote->release->tagName);
}

QString releaseAfter(const DesiredRelease &desired)
{
    if (desired.draftOnly)
        return Words::tr("%1, a draft").arg(desired.tag);
    QStringList words{desired.tag, Words::tr("published")};
    words.append(desired.latest ? Words::tr("latest") : Words::tr("not latest"));
    words.append(desired.prerelease ? Words::tr("pre-release") : Words::tr("not a pre-release"));
    return words.join(u", "_s);
}

QString tagNow(const std::optional<RemoteRelease> &remote, const QString &tag)
{
    if (!remote)
        return Words::tr("not read yet");
    if (!remote->tagCommit)
        return Words::tr("none");
    const QString signature = remote->tagRef ? signatureWords(*remote->tagRef) : QString();
    const QString words = tag + u" = "_s + shortCommit(*remote->tagCommit);
    return signature.isEmpty() ? words : Words::tr("%1, %2").arg(words, signature);
}

QString verdictWord(FileVerdict verdict)
{
    switch (verdict) {
    case FileVerdict::Verified:
        return Words::tr("verified");
    case FileVerdict::Missing:
        return Words::tr("missing");
    case FileVerdict::Broken:
        return Words::tr("broken");
    case FileVerdict::Different:
        return Words::tr("different");
    case FileVerdict::Unverified:
        return Words::tr("unverified");
    case FileVerdict::Unexpected:
        return Words::tr("unexpected");
    }
    Q_UNREACHABLE_RETURN({});
}

QString filesNow(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote)
{
    if (!remote)
        return Words::tr("not read yet");
    QMap<FileVerdict, int> counts;
    for (const FileState &file : compareFiles(desired, *remote))
        if (file.remote)
            ++counts[file.verdict];
    QStringList words;
    for (const auto &[verdict, count] : counts.asKeyValueRange())
        words.append(u"%1 %2"_s.arg(count).arg(verdictWord(verdict)));
    return words.isEmpty() ? Words::tr("none") : words.join(u", "_s);
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
    return Words::tr("%1: %2, %3, %4")
        .arg(desired.files.size())
        .arg(counted(archives, Words::tr("1 archive"), Words::tr("%1 archives")),
             counted(checksums, Words::tr("1 checksum"), Words::tr("%1 checksums")), formatBytes(bytes));
}

/// How one file stands on the host, in a shape and words.
std::pair<theme::State, QString> fileNow(const FileState &file)
{
    const QString bytes = file.remote ? formatBytes(file.remote->size) : QString();
    switch (file.verdict) {
    case FileVerdict::Verified:
        return {theme::State::Verified, Words::tr("verified, %1").arg(bytes)};
    case FileVerdict::Missing:
        return {theme::State::Planned, Words::tr("not there")};
    case FileVerdict::Broken:
        return {theme::State::Error, Words::tr("a broken upload, %1").arg(bytes)};
    case FileVerdict::Different:
        return {theme::State::Error, Words::tr("another file of this name, %1").arg(bytes)};
    case FileVerdict::Unverified:
        return {theme::State::Warning, Words::tr("there, %1, no digest given").arg(bytes)};
    case FileVerdict::Unexpected:
        break;
    }
    return {theme::State::Warning, Words::tr("there, %1, not part of this release").arg(bytes)};
}

QString fileAfter(const FileState &file)
{
    if (!file.local)
        return Words::tr("stays as it is");
    return Words::tr("%1, sha256 %2…")
        .arg(formatBytes(file.local->bytes), QString::fromLatin1(file.local->sha256.left(8)));
}

} // namespace

PublishOverview::PublishOverview(QWidget *parent)
    : QScrollArea(parent)
{
    auto *sheet = new QWidget(this);
    sheet->setAutoFillBackground(true);
    sheet->setBackgroundRole(QPalette::Base);
    m_grid = new QGridLayout(sheet);
    m_grid->setContentsMargins(theme::space::l, theme::space::m, theme::space::l, theme::space::m);
    m_grid->setHorizontalSpacing(theme::space::m);
    m_grid->setVerticalSpacing(theme::space::s - 1);
    m_grid->setColumnStretch(1, 2);
    m_grid->setColumnStretch(3, 4);
    setWidget(sheet);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setMinimumHeight(theme::rowHeight(theme::size::step) * 3);
    setAccessibleName(tr("On GitHub now, and after publishing"));
    setAccessibleRole(this, QAccessible::Pane);
}

QSize PublishOverview::sizeHint() const
{
    const int rows = theme::rowHeight(theme::size::step) * mostRows;
    return {QScrollArea::sizeHint().width(), std::min(rows, widget()->sizeHint().height())};
}

void PublishOverview::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void PublishOverview::setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                                 const QMap<QString, QString> &accepted)
{
    if (m_grid->count() > 0 && desired == m_desired && remote == m_remote && accepted == m_accepted)
        return;
    m_desired = desired;
    m_remote = remote;
    m_accepted = accepted;
    clear();
    // Names of files need room that the names of facts do not.
    const bool hasFiles = remote && !remote->assets.isEmpty();
    m_grid->setColumnMinimumWidth(0, hasFiles ? nameWidth : factWidth);
    fill();
    updateGeometry();
}

void PublishOverview::fill()
{
    m_grid->addWidget(textLabel(tr("On GitHub now"), theme::Type::Header, true), 0, 1);
    m_grid->addWidget(textLabel(tr("After publishing"), theme::Type::Header, true), 0, 3);
    addRow(tr("Release"), releaseNow(m_remote), releaseAfter(m_desired));
    addRow(tr("Tag"), tagNow(m_remote, m_desired.tag), m_desired.tag + u" = "_s + shortCommit(m_desired.commit));
    addRow(tr("Files"), filesNow(m_desired, m_remote), filesAfter(m_desired));
    addFiles();
    if (m_remote && !m_remote->otherDrafts.isEmpty())
        addRow(tr("More drafts"), tr("%1 of the same tag").arg(m_remote->otherDrafts.size()),
               tr("stay as they are; delete them on GitHub"), theme::State::Warning);
    for (const auto &[code, reason] : m_accepted.asKeyValueRange())
        addRow(tr("Accepted"), code, reason);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

/// Where there is nothing yet, every line would say so.
void PublishOverview::addFiles()
{
    if (!m_remote || m_remote->assets.isEmpty())
        return;
    const QList<FileState> files = compareFiles(m_desired, *m_remote);
    for (const FileState &file : files.first(std::min(files.size(), mostFiles))) {
        const auto [state, words] = fileNow(file);
        addRow(file.name, words, fileAfter(file), state);
    }
    if (files.size() > mostFiles)
        addRow({}, tr("and %1 more").arg(files.size() - mostFiles), {});
}

void PublishOverview::addRow(const QString &name, const QString &now, const QString &after,
                             std::optional<theme::State> state)
{
    const int row = m_grid->rowCount();
    auto *shown = new ElidedLabel(now, theme::Type::Body);
    auto *cell = new QHBoxLayout;
    cell->setSpacing(theme::space::s);
    if (state) {
        cell->addWidget(new StateIcon(*state));
        shown->setState(state);
    }
    cell->addWidget(shown, 1);
    auto *title = new ElidedLabel(name, state ? theme::Type::Mono : theme::Type::Body, true);
    title->setElideMode(Qt::ElideMiddle);
    m_grid->addWidget(title, row, 0);
    m_grid->addLayout(cell, row, 1);
    m_grid->addWidget(textLabel(after.isEmpty() ? QString() : u"→"_s, theme::Type::Body, true), row, 2);
    m_grid->addWidget(new ElidedLabel(after, theme::Type::BodyStrong), row, 3);
}

void PublishOverview::clear()
{
    const auto remove = [](auto &self, QLayout &layout) -> void {
        while (QLayoutItem *item = layout.takeAt(0)) {
            if (item->layout())
                self(self, *item->layout());
            delete item->widget();
            delete item;
        }
    };
    remove(remove, *m_grid);
}

} // namespace unmoor
