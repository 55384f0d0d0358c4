// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace unmoor {

/// Shows a proposed layout, to be copied into unmoor.toml. Deletes itself when it is closed. Call open().
class LayoutDialog : public QDialog
{
    Q_OBJECT
public:
    /// \a toml: the text of [layout.NAME]. \a triple: of the target that should name it; may be empty.
    LayoutDialog(const QString &toml, const QString &name, const QString &triple, QWidget *parent = nullptr);
};

} // namespace unmoor
