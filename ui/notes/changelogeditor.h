// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/editabletext.h"
#include "app/core/finding.h"

#include <QMap>
#include <QPlainTextEdit>

namespace unmoor {

class LineGutter;
class MarkdownHighlighter;

/// A whole changelog, of which only one release's body can be changed. The caret goes everywhere; what would change
/// other lines does nothing. Of a very long file only the lines near the body are laid out, until somebody goes beyond
/// them: Qt takes longer for the rest than people wait for a file to open.
class ChangelogEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ChangelogEditor(QWidget *parent = nullptr);

    /// Shows \a text anew and forgets what could be undone; caret and scrolling stay where they can.
    void setText(const EditableText &text);
    /// Whether the lines around the body are those of \a text.
    bool holdsAround(const EditableText &text) const;
    void setBody(const QString &body); ///< as one step that can be undone
    QString body() const; ///< the editable lines, with "\n" line ends
    QString whole() const;
    void showWhole(); ///< lays out every line of the file
    bool isWhole() const { return m_hiddenBefore.isEmpty() && m_hiddenAfter.isEmpty(); }

    /// Puts \a text in the selection's place, if that can be changed.
    bool replaceSelected(const QString &text);
    /// Replaces every \a text of the body, whatever its case, as one step; gives how many there were.
    int replaceInBody(const QString &text, const QString &replacement);

    bool isLocked() const { return m_headingLine == 0; } ///< nothing can be edited
    int firstLine() const; ///< 1-based, of the editable ones
    int lastLine() const;
    int lineOf(const QTextBlock &block) const; ///< 1-based, in the file
    int topLine() const; ///< the first that can be seen
    int lineCount() const; ///< of the file, as far as the gutter needs room for its numbers
    void goToLine(int line);
    void scrollToLine(int line); ///< to the top, as far as it goes; the caret stays
    void showBody(); ///< scrolls to the section, the caret at its first editable character

    /// Lines with a problem, which the gutter shows, and the words that have one, which are underlined.
    struct Words
    {
        int line = 0; ///< 1-based
        int column = 0; ///< 1-based
        int length = 0;
        Severity severity = Severity::Info;
    };
    void setProblems(const QMap<int, Severity> &lines, const QList<Words> &words = {});
    void select(const Words &words); ///< and scrolls there
    const QMap<int, Severity> &problems() const { return m_problems; }

    QMenu *contextMenu(); ///< the standard one; what would change locked lines is disabled

Q_SIGNALS:
    void bodyChanged();
    void undoneAll(); ///< Undo was asked for, and there is no step left
    void redoneAll();
    void lockedLinesTouched(); ///< something would have changed lines that are locked

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class LineGutter;

    int begin() const { return int(m_before.size()); }
    int end() const;
    bool isEditable(const QTextCursor &cursor) const;
    bool isEditableLine(const QTextBlock &block) const;
    QTextCursor deletionOf(const QKeyEvent &event) const;
    bool isTyping(const QKeyEvent &event) const;
    void startLine(bool continuesList);
    void selectBodyOrAll();
    bool linkSelected(const QString &text);
    QTextCursor cursorOf(const Words &words) const;
    void refuse();
    void guard(int position, int removed, int added);
    bool isIntact() const; ///< every locked line is as it was
    void restoreLockedLines();
    void placeGutter();

    LineGutter *m_gutter;
    MarkdownHighlighter *m_highlighter;
    void load(const EditableText &text, bool whole);
    void showMoreAtEnds();

    QString m_before; ///< as the document holds it: other characters for line ends
    QString m_after;
    QString m_hiddenBefore; ///< as in the file: what stands above the lines that are laid out
    QString m_hiddenAfter;
    QString m_loadedBody; ///< before anything was typed
    int m_hiddenLines = 0; ///< in m_hiddenBefore
    int m_headingLine = 0;
    bool m_isLoading = false;
    bool m_pastesPlain = false;
    QMap<int, Severity> m_problems;
};

} // namespace unmoor
