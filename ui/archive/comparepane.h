// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace unmoor {

class SegmentedControl;

/// The choice of what an archive is compared with, above the view that shows the differences.
class ComparePane : public QWidget
{
    Q_OBJECT
public:
    explicit ComparePane(QWidget *parent = nullptr);
    void setView(QWidget *view); ///< takes it over
    /// Asks again for what is chosen, as another archive is shown.
    void request();
    bool find(); ///< lets a name be typed; false: there is nothing to find
    void chooseRebuild(); ///< as a press on its button

Q_SIGNALS:
    void layoutRequested();
    void previousRequested();
    void rebuildRequested();
    void fileRequested(const QString &path);

private:
    enum Base { Layout, Previous, Rebuild, File };

    void choose(int base);
    void askForFile();

    SegmentedControl *m_base;
    QWidget *m_view;
    Base m_current = Layout;
    QString m_file;
};

} // namespace unmoor
