// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/rendernotes.h"

#include "app/changelog/linkify.h"
#include "app/changelog/markdownlines.h"
#include "app/changelog/shownhtml.h"
#include "app/core/words.h"
#include "ui/theme/theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

using theme::space::l, theme::space::m, theme::space::s, theme::space::xs;

constexpr int listIndent = 20, lineHeightPercent = 135;

/// Readers of a release see its HTML as the host lets it through, none of its comments, and issues and people as links;
/// code stays. The marks in the text stand for what the host leaves out.
ShownHtml asShown(const QString &body, const QString &webUrl)
{
    const QByteArray bytes = body.toUtf8();
    QStringList lines, dropped;
    for (const MarkdownLine &line : markdownLines(bytes)) {
        QString text = QString::fromUtf8(QByteArrayView(bytes).sliced(line.begin, line.textEnd - line.begin));
        if (line.kind == MarkdownLine::Kind::Comment)
            continue;
        text.remove(ShownHtml::mark); // a mark of the text's own would be taken for one of ours
        if (line.kind != MarkdownLine::Kind::Code) {
            const ShownHtml shown = shownHtml(text);
            dropped += shown.dropped;
            text = linkified(shown.text, webUrl);
        }
        lines.append(text);
    }
    return {lines.join(u'\n'), dropped};
}

QFont headingFont(int level)
{
    if (level == 1)
        return theme::font(theme::Type::Start);
    return theme::font(level <= 3 ? theme::Type::Title : theme::Type::BodyStrong);
}

class Styler
{
public:
    Styler(QTextDocument &document, const QPalette &palette)
        : m_document(document)
        , m_palette(palette)
    {
    }

    void run()
    {
        styleTables(*m_document.rootFrame());
        for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next())
            style(block);
    }

private:
    struct Span
    {
        int position;
        int length;
        QTextCharFormat format;
    };

    void style(const QTextBlock &block)
    {
        styleBlock(block);
        // Setting a format cuts fragments anew, so they are collected first.
        QList<Span> spans;
        for (auto it = block.begin(); !it.atEnd(); ++it)
            spans.append({it.fragment().position(), it.fragment().length(), it.fragment().charFormat()});
        for (const Span &span : std::as_const(spans))
            styleSpan(block, span);
    }

    static bool isCode(const QTextBlock &block)
    {
        const QTextBlockFormat format = block.blockFormat();
        return format.hasProperty(QTextFormat::BlockCodeFence) || format.hasProperty(QTextFormat::BlockCodeLanguage)
            || format.nonBreakableLines();
    }

    void styleBlock(const QTextBlock &block)
    {
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const int quote = format.intProperty(QTextFormat::BlockQuoteLevel);
        if (isCode(block)) {
            const bool continues = isCode(block.previous());
            format.setBackground(codeGround());
            format.setTopMargin(continues ? 0 : s);
            format.setBottomMargin(isCode(block.next()) ? 0 : s);
            format.setLeftMargin(s);
        } else {
            format.setLineHeight(level ? 100 : lineHeightPercent, QTextBlockFormat::ProportionalHeight);
            format.setTopMargin(level ? (block.blockNumber() ? m : 0) : block.textList() ? 1 : xs);
            format.setBottomMargin(level ? s : block.textList() ? 1 : xs);
        }
        if (quote)
            format.setLeftMargin(l * quote);
        QTextCursor(block).setBlockFormat(format);
    }

    /// Headings carry a size adjustment that would scale our size again: their format is set, not merged.
    void styleSpan(const QTextBlock &block, const Span &span)
    {
        QTextCharFormat format = span.format;
        const int level = block.blockFormat().headingLevel();
        const bool code = format.fontFixedPitch() || isCode(block);
        if (level) {
            format.clearProperty(QTextFormat::FontSizeAdjustment);
            format.setFont(headingFont(level), QTextCharFormat::FontPropertiesSpecifiedOnly);
        }
        if (code)
            styleCode(format, isCode(block));
        if (format.isAnchor())
            styleLink(format);
        else if (block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel))
            format.setForeground(theme::color(theme::Role::SecondaryText, m_palette));
        QTextCursor cursor(&m_document);
        cursor.setPosition(span.position);
        cursor.setPosition(span.position + span.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }

    void styleCode(QTextCharFormat &format, bool isBlock) const
    {
        const QFont mono = theme::font(theme::Type::Mono);
        format.setFontFamilies(mono.families());
        format.setFontPointSize(mono.pointSizeF());
        if (!isBlock)
            format.setBackground(codeGround());
    }

    /// The rail is too near to the paper in the dark.
    QColor codeGround() const
    {
        return theme::isDark(m_palette) ? m_palette.color(QPalette::Active, QPalette::Button)
                                        : theme::color(theme::Role::Rail, m_palette);
    }

    void styleLink(QTextCharFormat &format) const
    {
        format.setForeground(theme::color(theme::Role::Accent, m_palette));
        format.setFontUnderline(false);
    }

    void styleTables(QTextFrame &frame)
    {
        for (QTextFrame *child : frame.childFrames()) {
            if (auto *table = qobject_cast<QTextTable *>(child)) {
                removeEmptyLead(*table);
                styleTable(*table);
            }
            styleTables(*child);
        }
    }

    void styleTable(QTextTable &table) const
    {
        QTextTableFormat format = table.format();
        format.setBorderCollapse(true);
        format.setTopMargin(s);
        format.setBottomMargin(s);
        table.setFormat(format);
        for (int row = 0; row < table.rows(); ++row) {
            for (int column = 0; column < table.columns(); ++column)
                styleCell(table.cellAt(row, column), row == 0);
        }
    }

    void styleCell(QTextTableCell cell, bool isHeader) const
    {
        QTextTableCellFormat format = cell.format().toTableCellFormat();
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(theme::color(theme::Role::Line, m_palette));
        format.setPadding(xs);
        cell.setFormat(format);
        if (!isHeader)
            return;
        QTextCursor words = cell.firstCursorPosition();
        words.setPosition(cell.lastPosition(), QTextCursor::KeepAnchor);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        words.mergeCharFormat(strong);
    }

    /// Below code or a quote, Qt's importer begins a table's first cell with an empty line.
    static void removeEmptyLead(const QTextTable &table)
    {
        QTextCursor cursor = table.cellAt(0, 0).firstCursorPosition();
        if (cursor.block().text().isEmpty() && table.cellAt(0, 0).lastCursorPosition() != cursor)
            cursor.deleteChar();
    }

    QTextDocument &m_document;
    const QPalette &m_palette;
};

/// What the host leaves out is struck through where it would have been.
void showDropped(QTextDocument &document, const QStringList &dropped, const QPalette &palette)
{
    QTextCursor cursor(&document);
    for (const QString &what : dropped) {
        cursor = document.find(ShownHtml::mark, cursor);
        if (cursor.isNull())
            return;
        QTextCharFormat format = cursor.charFormat();
        format.setForeground(theme::stateColor(theme::State::Warning, palette));
        format.setFontStrikeOut(true);
        // NotesPreview shows it, as plain text.
        format.setProperty(QTextFormat::TextToolTip, Words::tr("GitHub leaves out %1.").arg(what));
        cursor.insertText(what, format);
    }
}

/// The title is no Markdown: it goes in as it is, above what the body became.
void insertTitle(QTextDocument &document, const QString &title)
{
    QTextCursor cursor(document.begin());
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(title);
}

} // namespace

void renderNotes(QTextDocument &document, const QString &title, const QString &body, const QPalette &palette,
                 const QString &webUrl)
{
    const ShownHtml shown = asShown(body, webUrl);
    document.setMarkdown(u"# x\n\n"_s + shown.text,
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                             | QTextDocument::MarkdownNoHTML);
    document.setIndentWidth(listIndent);
    document.setDocumentMargin(l);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    insertTitle(document, title);
    Styler(document, palette).run();
    showDropped(document, shown.dropped, palette);
    cursor.endEditBlock();
}

} // namespace unmoor
