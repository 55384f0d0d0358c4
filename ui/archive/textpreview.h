// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace unmoor {

/// The first bytes of a text file, to read and copy: never taller than a part of the window, and what cannot be seen
/// otherwise stands as visible signs.
class TextPreview : public QWidget
{
    Q_OBJECT
public:
    /// \a size: of the whole file.
    TextPreview(const QByteArray &text, bool isWhole, qint64 size, QWidget *parent = nullptr);
};

} // namespace unmoor
