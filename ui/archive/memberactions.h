// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/archive/memberfile.h"

#include <QObject>
#include <QPointer>
#include <QProgressDialog>

class QWidget;

namespace unmoor {

/// Shows and saves single files of an archive, with progress and a way to cancel. Nothing of an archive is run, or
/// handed to another program.
class MemberActions : public QObject
{
    Q_OBJECT
public:
    /// \a window: what dialogs stand above.
    explicit MemberActions(QWidget *window);
    ~MemberActions() override;

    void open(const MemberFile &member); ///< as text, beside the window
    void saveAs(const MemberFile &member); ///< asks where to
    void save(const MemberFile &member, const QString &path);

private:
    MemberProgress begin(const QString &what);
    void end();
    void showText(const MemberFile &member, const QByteArray &bytes);
    void say(const QString &title, const Error &error);

    QWidget *m_window;
    QPointer<QProgressDialog> m_dialog; ///< while a file is read; nothing else can be begun meanwhile
    std::stop_source m_stop; ///< of what runs
};

} // namespace unmoor
