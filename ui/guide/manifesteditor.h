// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/manifesttext.h"

#include <QPlainTextEdit>

namespace unmoor {

class TomlHighlighter;

/// The text of an unmoor.toml, with line numbers, and with the place marked where its reader stopped.
class ManifestEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit ManifestEditor(QWidget *parent = nullptr);

    QString toml() const; ///< with "\n" line ends
    /// Changes what differs, as one step that can be undone; the caret and the scrolling stay.
    void setToml(const QString &toml);
    void setProblem(const std::optional<ManifestProblem> &problem);
    const std::optional<ManifestProblem> &problem() const { return m_problem; }
    void showProblem(); ///< scrolls to it, and puts the caret there

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Numbers;

    QTextCursor problemCursor() const; ///< selects the words that are marked
    void markProblem();
    void placeNumbers();

    Numbers *m_numbers;
    TomlHighlighter *m_highlighter;
    std::optional<ManifestProblem> m_problem;
};

} // namespace unmoor
