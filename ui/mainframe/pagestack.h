// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace unmoor {

/// Pages of which one is shown, and the focus in it. With large text in a small window a page scrolls.
class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);
    ~PageStack() override;

    void addPage(QWidget *page); ///< takes it over
    /// Puts the focus where it was on the shown page last, else on the first that takes it.
    void focusPage();
    QPushButton *accentButton() const; ///< the shown page's, where it can be pressed; null: there is none now
    void clickAccentButton(); ///< the shown page's, where it has one that can be pressed

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepFocus(const QWidget *old, const QWidget *now);
    void showFocused(const QWidget *old, QWidget *now);
};

} // namespace unmoor
