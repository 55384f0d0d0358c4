// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>

class QTextDocument;

namespace unmoor {

/// Fills \a document with the notes of a release: \a title, then \a body as GitHub's Markdown, in the window's type and
/// colors. Raw HTML is shown as text, comments not at all. Issues, people and commits become links below \a webUrl.
void renderNotes(QTextDocument &document, const QString &title, const QString &body, const QPalette &palette,
                 const QString &webUrl = {});

} // namespace unmoor
