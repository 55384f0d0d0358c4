// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace unmoor {

/// Turns SIGINT and SIGTERM into a Qt signal. The second one ends the program at once.
class Interrupt : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void requested();

private:
    void take();
};

} // namespace unmoor
