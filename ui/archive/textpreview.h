// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace unmoor {

/// A text file as it can be shown: what cannot be seen stands as visible signs, and very long lines are cut.
QString textOfFile(const QByteArray &text);

/// The first bytes of a text file, to read and copy: never taller than a part of the window.
class TextPreview : public QWidget
{
    Q_OBJECT
public:
    /// \a size: of the whole file.
    TextPreview(const QByteArray &text, bool isWhole, qint64 size, QWidget *parent = nullptr);
};

} // namespace unmoor
