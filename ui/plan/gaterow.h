// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/gates.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>

class QLabel;

namespace unmoor {

class ElidedLabel;

theme::State stateOf(Gate::Outcome outcome);

/// A place that a text names: "nix/versions.nix:4".
struct SourcePlace
{
    QString file;
    int line = 0;

    bool operator==(const SourcePlace &) const = default;
};
QList<SourcePlace> placesIn(const QString &text);

/// One gate: a line, and below it, opened, the whole text with what to do. A click or Space opens and closes.
class GateRow : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int nameWidth = 208, secondsWidth = 64;

    explicit GateRow(const Gate &gate, QWidget *parent = nullptr);

    const Gate &gate() const { return m_gate; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void placeActivated(const QString &file, int line);
    void checkRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLine();
    QWidget *makeDetails();

    Gate m_gate;
    ElidedLabel *m_message = nullptr;
    QWidget *m_details = nullptr;
};

} // namespace unmoor
