// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace unmoor {

/// Mutes the comments of a TOML document and makes the headers of its tables strong.
class TomlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    /// Block states: what the line ends inside of.
    enum Inside { Nothing = -1, BasicText, LiteralText };

    qsizetype endOfString(const QString &text, qsizetype begin); ///< behind it

    QPalette m_palette;
};

} // namespace unmoor
