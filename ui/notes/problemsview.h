// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace unmoor {

class ProblemsModel;

/// The problems of the notes, one a row; hidden while there are none. A click shows the line, Return goes there; a
/// click on the offer, or Alt+Return, takes it.
class ProblemsView : public QTreeView
{
    Q_OBJECT
public:
    explicit ProblemsView(ProblemsModel *model, QWidget *parent = nullptr);

    void choose(int row); ///< and shows it

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rowShown(int row); ///< of the model
    void rowChosen(int row);
    void fixChosen(int row); ///< the row may have none

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool hasOffers() const;
    void placeColumns();
    void follow();
};

} // namespace unmoor
