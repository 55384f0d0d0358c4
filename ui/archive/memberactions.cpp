// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/memberactions.h"

#include "app/core/visibletext.h"
#include "ui/archive/textpreview.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filedialog.h"
#include "ui/widgets/question.h"
#include "ui/widgets/textdialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QTimer>

#include <atomic>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace unmoor {

namespace {

constexpr qint64 mostText = 2 << 20; ///< more would stop the window while it is laid out

/// What a file is called where it is saved: the archive decides no folder, and writes no characters that cannot be
/// seen.
QString savedName(const MemberFile &member)
{
    QString name = member.path.section(u'/', -1);
    for (QChar &c : name)
        c = isInvisible(c) || c == u'\\' || c == u':' ? u'_' : c;
    return name.isEmpty() || name.startsWith(u'.') ? u"file"_s + name : name;
}

} // namespace

MemberActions::MemberActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

MemberActions::~MemberActions()
{
    m_stop.request_stop();
}

/// Shows a dialog once it takes longer than a moment; gives what the thread that reads tells how far it is.
MemberProgress MemberActions::begin(const QString &what)
{
    m_stop = {};
    auto percent = std::make_shared<std::atomic<int>>(0);
    m_dialog = new QProgressDialog(m_window);
    m_dialog->setLabel(textLabel(what, theme::Type::Body));
    m_dialog->setRange(0, 100);
    m_dialog->setWindowModality(Qt::WindowModal);
    m_dialog->setAutoReset(false);
    connect(m_dialog, &QProgressDialog::canceled, this, [this] { m_stop.request_stop(); });
    auto *clock = new QTimer(m_dialog);
    connect(clock, &QTimer::timeout, m_dialog, [dialog = m_dialog, percent] { dialog->setValue(*percent); });
    clock->start(100ms);
    return [percent](qint64 done, qint64 total) {
        *percent = total > 0 ? int(std::min<qint64>(99, 100 * done / total)) : 0;
    };
}

void MemberActions::end()
{
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->deleteLater();
    }
}

void MemberActions::open(const MemberFile &member)
{
    const MemberProgress progress = begin(tr("Reading %1").arg(withVisibleSigns(member.path)));
    readMember(member, mostText, m_stop.get_token(), progress)
        .then(this, [this, member](const Result<QByteArray> &bytes) {
            end();
            if (bytes)
                showText(member, *bytes);
            else
                say(tr("The file was not opened"), bytes.error());
        });
}

void MemberActions::showText(const MemberFile &member, const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return say(tr("The file was not opened"),
                   {Error::Kind::InvalidInput,
                    tr("%1 is not a text. Save it to look at it with a program of your choice.")
                        .arg(withVisibleSigns(member.path))});
    (new TextDialog(withVisibleSigns(member.path), textOfFile(bytes), m_window))->show();
}

void MemberActions::saveAs(const MemberFile &member)
{
    auto *dialog = fileDialog(m_window, tr("Save a file of the archive"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(savedName(member));
    connect(dialog, &QFileDialog::fileSelected, this, [this, member](const QString &path) { save(member, path); });
    dialog->open();
}

void MemberActions::save(const MemberFile &member, const QString &path)
{
    const MemberProgress progress = begin(tr("Saving %1").arg(withVisibleSigns(member.path)));
    saveMember(member, path, m_stop.get_token(), progress).then(this, [this](const Result<void> &saved) {
        end();
        if (!saved)
            say(tr("The file was not saved"), saved.error());
    });
}

void MemberActions::say(const QString &title, const Error &error)
{
    if (error.kind != Error::Kind::Canceled)
        sayProblem(m_window, title, error.message);
}

} // namespace unmoor
