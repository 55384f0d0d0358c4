// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/publish/remoterelease.h"
#include "ui/theme/theme.h"

#include <QScrollArea>

class QGridLayout;

namespace unmoor {

/// Now against after: what the host has, and what it will have when the plan has run; file by file once the host has
/// any.
class PublishOverview : public QScrollArea
{
    Q_OBJECT
public:
    explicit PublishOverview(QWidget *parent = nullptr);

    void setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                    const QMap<QString, QString> &accepted);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addRow(const QString &name, const QString &now, const QString &after, std::optional<theme::State> state = {});
    void addFiles();
    void clear();

    QGridLayout *m_grid;
    DesiredRelease m_desired;
    std::optional<RemoteRelease> m_remote;
    QMap<QString, QString> m_accepted;
};

} // namespace unmoor
