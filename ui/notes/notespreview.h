// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace unmoor {

/// A release's notes as the host will show them. It loads images of the checkout, and nothing else: no
/// image from elsewhere, no raw HTML, no page behind a link.
class NotesPreview : public QTextBrowser
{
    Q_OBJECT
public:
    explicit NotesPreview(QWidget *parent = nullptr);

    void setNotes(const QString &title, const QString &body); ///< keeps the scrolling
    /// Where issues, people and images of the notes are: the repository's page (empty: no links are made), the folder
    /// of the checkout, and the changelog's path in it.
    void setPlace(const QString &webUrl, const QString &directory, const QString &fileName);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkActivated(const QUrl &url);

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    QString imagePath(const QUrl &name) const; ///< in the checkout; empty: it is elsewhere

    QString m_title;
    QString m_body;
    QString m_webUrl;
    QString m_directory;
    QString m_fileName;
};

} // namespace unmoor
