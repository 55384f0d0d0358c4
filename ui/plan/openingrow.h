// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

class QLabel;

namespace unmoor {

class ElidedLabel;

/// A place that a text names: "nix/versions.nix:4".
struct SourcePlace
{
    QString file;
    int line = 0;

    bool operator==(const SourcePlace &) const = default;
};
QList<SourcePlace> placesIn(const QString &text);

/// One line of a list, and below it, opened, the whole text with what to do. A click or Space opens and closes.
class OpeningRow : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int nameWidth = 208, secondsWidth = 64;

    struct Content
    {
        QString title;
        theme::State state = theme::State::Note;
        QString message;
        QString hint; ///< what to do; may be empty
        QString took; ///< how long it took; may be empty
        QList<SourcePlace> places; ///< that can be opened
        QString action; ///< words of a button for triggered(); empty: none
    };

    explicit OpeningRow(const Content &words, QWidget *parent = nullptr);

    QSize sizeHint() const override;

Q_SIGNALS:
    void placeActivated(const QString &file, int line);
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeLine();
    QWidget *makeDetails();

    Content m_words;
    ElidedLabel *m_message = nullptr;
    QWidget *m_details = nullptr;
};

} // namespace unmoor
