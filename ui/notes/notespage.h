#pragma once
#include "changelog/releasenotes.h"
#include <QUrl>
#include <QWidget>
namespace unmoor {
class NotesPage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setDocument(const Changelog &, const QString &, const QString &, const QString &) {}
    void setNotes(const ReleaseNotes &) {}
    QString body() const { return {}; }
    bool isEdited() const { return false; }
    void setSaved() {}
    void goToProblem(bool) {}
    void showSaveError(const QString &) {}
Q_SIGNALS:
    void saveRequested(const QString &body);
    void editedChanged(bool);
    void reloadRequested();
    void linkActivated(const QUrl &);
};
}
