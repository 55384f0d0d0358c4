// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/textpreview.h"

#include "app/core/format.h"
#include "app/core/visibletext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr int mostLines = 16; ///< seen at once
constexpr qsizetype longestLine = 2000; ///< a text of one line would stop the window while it is laid out

} // namespace

QString textOfFile(const QByteArray &text)
{
    QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.size() > longestLine)
            line = line.first(longestLine) + u'…';
        line = withVisibleSigns(line.replace(u'\t', u"    "_s));
    }
    if (lines.size() > 1 && lines.last().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

TextPreview::TextPreview(const QByteArray &text, bool isWhole, qint64 size, QWidget *parent)
    : QWidget(parent)
{
    auto *view = new QPlainTextEdit(textOfFile(text));
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setTabChangesFocus(true);
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    view->setFont(theme::font(theme::Type::Mono));
    view->setAccessibleName(tr("Text of the file"));
    view->document()->setDocumentMargin(theme::space::s);
    const int lines = std::clamp(view->blockCount(), 2, mostLines);
    view->setFixedHeight(lines * view->fontMetrics().lineSpacing() + 2 * theme::space::s + theme::space::l);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::space::xs);
    column->addWidget(view);
    if (!isWhole)
        column->addWidget(textLabel(tr("first %1 of %2").arg(formatBytes(text.size()), formatBytes(size)),
                                    theme::Type::Secondary, true));
}

} // namespace unmoor
