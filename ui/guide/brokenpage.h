// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/manifesttext.h"

#include <QWidget>

class QPushButton;

namespace unmoor {

class Banner;
class ManifestEditor;
class PageHeader;

/// An unmoor.toml that cannot be read: its text, the place marked, and why.
class BrokenPage : public QWidget
{
    Q_OBJECT
public:
    explicit BrokenPage(QWidget *parent = nullptr);

    /// Reads \a directory/unmoor.toml as it is now. False: there is nothing wrong with it any more.
    bool showManifest(const QString &directory);

    const QString &directory() const { return m_directory; }
    ManifestEditor *editor() const { return m_editor; }
    QPushButton *openButton() const { return m_open; }
    QPushButton *readButton() const { return m_read; }

Q_SIGNALS:
    /// In the editor of the desktop, at the place that is marked; \a line and \a column from 1, 0: none.
    void openRequested(const QString &file, int line, int column);
    void readRequested(); ///< it was mended

private:
    void tellOpen();

    QString m_directory;
    PageHeader *m_header;
    Banner *m_banner;
    ManifestEditor *m_editor;
    QPushButton *m_open;
    QPushButton *m_read;
};

} // namespace unmoor
