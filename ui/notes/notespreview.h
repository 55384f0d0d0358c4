// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace unmoor {

/// A release's notes as the host will show them. It loads nothing: no image, no raw HTML, no page behind a link.
class NotesPreview : public QTextBrowser
{
    Q_OBJECT
public:
    explicit NotesPreview(QWidget *parent = nullptr);

    void setNotes(const QString &title, const QString &body); ///< keeps the scrolling

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkActivated(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    QString m_title;
    QString m_body;
};

} // namespace unmoor
