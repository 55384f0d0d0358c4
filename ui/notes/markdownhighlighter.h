// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace unmoor {

/// Colors the Markdown of one part of a document; the lines around it are muted.
class MarkdownHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit MarkdownHighlighter(QTextDocument *document);

    void setPalette(const QPalette &palette);
    /// The part from position \a begin up to \a tail characters before the document's end; -1: no part.
    void setPart(int begin, int tail);
    bool isInPart(const QTextBlock &block) const;

    static bool isInCode(const QTextBlock &block); ///< in a fenced code block, its fences included

protected:
    void highlightBlock(const QString &text) override;

private:
    bool continueBlock(const QString &text); ///< in a fence or a comment
    bool startFence(const QString &text);
    void highlightStart(const QString &text);
    void highlightInline(QString text);
    void color(qsizetype start, qsizetype length, const QColor &color);
    void add(qsizetype start, qsizetype length, const QTextCharFormat &format);

    QPalette m_palette;
    int m_begin = -1;
    int m_tail = 0;
};

} // namespace unmoor
