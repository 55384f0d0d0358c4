// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publish/remoterelease.h"

#include <QWidget>

class QGridLayout;

namespace unmoor {

/// Now against after: what the host has, and what it will have when the plan has run.
class PublishOverview : public QWidget
{
    Q_OBJECT
public:
    explicit PublishOverview(QWidget *parent = nullptr);

    void setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                    const QMap<QString, QString> &accepted);

private:
    void addRow(const QString &name, const QString &now, const QString &after);
    void clear();

    QGridLayout *m_grid;
};

} // namespace unmoor
