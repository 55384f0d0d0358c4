// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QThreadPool>

#include <memory>

namespace unmoor {

/// A release's notes as the host will show them. Long ones are rendered in another thread, and only what changed is
/// laid out again, so that typing beside them stays quick. It loads images of the checkout, and nothing else: no
/// image from elsewhere, no raw HTML, no page behind a link. Over a link its whole address is shown.
class NotesPreview : public QTextBrowser
{
    Q_OBJECT
public:
    explicit NotesPreview(QWidget *parent = nullptr);
    ~NotesPreview() override;

    void setNotes(const QString &title, const QString &body); ///< keeps the scrolling
    /// Where issues, people and images of the notes are: the repository's page (empty: no links are made), the folder
    /// of the checkout, and the changelog's path in it.
    void setPlace(const QString &webUrl, const QString &directory, const QString &fileName);

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void resized(); ///< how tall the text is has changed

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Rendering;

    void render();
    void renderBeside();
    void take(const Rendering &rendering);
    void activate(const QUrl &link);
    QString imagePath(const QUrl &name) const; ///< in the checkout; empty: it is elsewhere

    QString m_title;
    QString m_body;
    QString m_webUrl;
    QString m_directory;
    QString m_fileName;
    std::shared_ptr<QTextDocument> m_last; ///< what a long text was rendered to last, as it is shown; null: it is not
    std::shared_ptr<QTextDocument> m_shown; ///< the browser's own where null
    int m_number = 0; ///< of the newest rendering that was asked for
    bool m_isRendering = false;
    QThreadPool m_pool; ///< ends its work before this does
};

} // namespace unmoor
