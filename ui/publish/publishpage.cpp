// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/publishpage.h"

#include "core/format.h"
#include "publish/checklistmodel.h"
#include "publish/publishoverview.h"
#include "widgets/banner.h"
#include "widgets/buttons.h"
#include "widgets/pageheader.h"

#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

/// Paints a line of the checklist: the state's shape and words, the section headings, the progress line of an upload.
class ChecklistDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), theme::rowHeight(theme::size::step)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const QPalette &palette = option.palette;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme::color(theme::Role::Selection, palette));
        painter->setPen(theme::color(theme::Role::Line, palette));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect rect = option.rect.adjusted(theme::space::s, 0, -theme::space::s, 0);
        if (index.data(ChecklistModel::IsSectionRole).toBool())
            paintSection(*painter, rect, palette, index);
        else
            paintCell(*painter, rect, palette, index);
        painter->restore();
    }

private:
    static void paintSection(QPainter &painter, const QRect &rect, const QPalette &palette, const QModelIndex &index)
    {
        if (index.column() == ChecklistModel::Proof)
            return;
        painter.setFont(
            theme::font(index.column() == ChecklistModel::Step ? theme::Type::BodyStrong : theme::Type::Secondary));
        painter.setPen(theme::color(theme::Role::SecondaryText, palette));
        painter.drawText(rect, int(Qt::AlignVCenter), index.data().toString());
    }

    static void paintCell(QPainter &painter, QRect rect, const QPalette &palette, const QModelIndex &index)
    {
        const auto state = theme::State(index.data(ChecklistModel::StateRole).toInt());
        const bool active =
            state == theme::State::Running || state == theme::State::Waiting || state == theme::State::Error;
        QFont font = theme::font(theme::Type::Body);
        QColor color = theme::color(theme::Role::SecondaryText, palette);
        if (index.column() == ChecklistModel::Step) {
            const QRectF icon(rect.left(), rect.center().y() - 7.5, theme::size::icon, theme::size::icon);
            theme::paintState(painter, icon, state, palette, index.data(ChecklistModel::ProgressRole).toDouble());
            rect.setLeft(rect.left() + theme::size::icon + theme::space::s);
            font = theme::font(active ? theme::Type::BodyStrong : theme::Type::Body);
            color = palette.color(QPalette::Text);
        } else if (active) {
            color = theme::stateTextColor(state, palette);
        }
        if (index.column() == ChecklistModel::Proof && state == theme::State::Verified)
            font = theme::font(theme::Type::Mono);
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(rect, int(Qt::AlignVCenter),
                         QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, rect.width()));
        const double progress = index.data(ChecklistModel::ProgressRole).toDouble();
        if (index.column() == ChecklistModel::Proof && progress >= 0)
            paintProgress(painter, rect, palette, progress);
    }

    static void paintProgress(QPainter &painter, const QRect &rect, const QPalette &palette, double progress)
    {
        QRectF line(rect.left(), rect.bottom() - 4, rect.width(), 3);
        painter.fillRect(line, theme::color(theme::Role::Line, palette));
        line.setWidth(line.width() * progress);
        painter.fillRect(line, theme::stateColor(theme::State::Running, palette));
    }
};

} // namespace

PublishPage::PublishPage(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader(tr("Publish"), this))
    , m_banner(new Banner(this))
    , m_overview(new PublishOverview(this))
    , m_list(new QTreeView(this))
    , m_model(new ChecklistModel(this))
{
    m_read = m_header->addButton(tr("&Read the host again"));
    m_open = m_header->addButton(tr("&Open on the host"));
    m_cancel = m_header->addButton(tr("&Cancel publishing"));
    m_draft = m_header->addButton(tr("&Keep as draft"));
    m_publish = m_header->addButton(tr("Publish…"), true);
    connect(m_read, &QPushButton::clicked, this, &PublishPage::readRequested);
    connect(m_cancel, &QPushButton::clicked, this, &PublishPage::cancelRequested);
    connect(m_draft, &QPushButton::clicked, this, &PublishPage::draftRequested);
    connect(m_publish, &QPushButton::clicked, this, &PublishPage::publishRequested);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_remote && m_remote->release)
            Q_EMIT openReleaseRequested(m_remote->release->htmlUrl);
    });

    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChecklistDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Publish plan"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(ChecklistModel::Step, 470);
    m_list->header()->resizeSection(ChecklistModel::Why, 380);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto *bannerRow = new QVBoxLayout;
    bannerRow->setContentsMargins(theme::space::m, 0, theme::space::m, 0);
    bannerRow->addWidget(m_banner);
    layout->addLayout(bannerRow);
    layout->addWidget(m_overview);
    layout->addWidget(m_list, 1);
    m_banner->clear();
    refresh();
}

QString PublishPage::bannerTitle() const
{
    return m_banner->isHidden() ? QString() : m_banner->title();
}

void PublishPage::setRelease(const DesiredRelease &desired, const std::optional<RemoteRelease> &remote,
                             const QMap<QString, QString> &accepted)
{
    m_desired = desired;
    m_remote = remote;
    m_overview->setRelease(desired, remote, accepted);
    refresh();
}

void PublishPage::setPlan(const PublishPlan &plan)
{
    m_plan = plan;
    m_model->setPlan(plan);
    refresh();
}

void PublishPage::setObstacles(const QStringList &obstacles)
{
    if (std::exchange(m_obstacles, obstacles) == obstacles)
        return;
    showObstacles();
    refresh();
}

void PublishPage::showObstacles()
{
    if (m_running)
        return;
    if (m_plan.blocker)
        m_banner->showMessage(theme::State::Error, tr("This cannot be published as it stands"),
                              m_plan.blocker->message);
    else if (!m_obstacles.isEmpty())
        m_banner->showMessage(theme::State::Warning,
                              counted(m_obstacles.size(), tr("1 thing to settle before %1 can be published"),
                                      tr("%1 things to settle before %2 can be published"))
                                  .arg(m_desired.tag),
                              m_obstacles.join(u'\n'));
    else
        m_banner->clear();
}

void PublishPage::setReading(bool reading)
{
    m_reading = reading;
    refresh();
}

void PublishPage::setRunning(bool running)
{
    m_running = running;
    if (running)
        m_banner->clear();
    refresh();
}

void PublishPage::stepStarted(int step)
{
    m_model->setStarted(step);
    m_list->scrollTo(m_model->index(m_model->rowOfStep(step), 0));
    refresh();
}

void PublishPage::stepProgressed(int step, qint64 sent, qint64 total)
{
    m_model->setProgress(step, sent, total);
}

void PublishPage::stepFinished(int step, const StepResult &result)
{
    m_model->setFinished(step, result);
    refresh();
}

void PublishPage::setWaiting(int seconds, const QString &why)
{
    m_waitSeconds = seconds;
    m_model->setWaiting(seconds, why);
    refresh();
}

void PublishPage::setOutcome(const Result<PublishOutcome> &outcome)
{
    const bool hidden = !m_remote || !m_remote->release || m_remote->release->draft;
    const QString title = hidden
        ? tr("%1 stopped half-way. Users cannot see it: it is still a draft.").arg(m_desired.tag)
        : tr("%1 stopped half-way. It is published; what is left is below.").arg(m_desired.tag);
    if (!outcome)
        m_banner->showMessage(outcome.error().kind == Error::Kind::Canceled ? theme::State::Canceled
                                                                            : theme::State::Error,
                              tr("Nothing was sent"), outcome.error().message);
    else if (outcome->error)
        m_banner->showMessage(theme::State::Warning, title, outcome->error->message);
    else
        m_banner->clear();
    refresh();
}

void PublishPage::setProblem(const QString &title, const QString &text)
{
    m_banner->showMessage(theme::State::Error, title, text);
}

void PublishPage::refresh()
{
    const bool read = m_remote.has_value();
    const bool complete = read && m_plan.isComplete() && !m_desired.files.isEmpty();
    const bool started = read && m_remote->release.has_value();
    m_read->setVisible(!m_running);
    m_read->setEnabled(!m_reading);
    m_open->setVisible(started && !m_remote->release->htmlUrl.isEmpty());
    m_cancel->setVisible(m_running);
    m_draft->setVisible(!m_running && !complete && !(started && !m_remote->release->draft));
    m_publish->setVisible(!m_running && !complete);
    const bool can = read && !m_reading && m_obstacles.isEmpty() && !m_plan.blocker;
    m_draft->setEnabled(can);
    m_publish->setEnabled(can);
    m_publish->setText(started ? tr("&Finish %1…").arg(m_desired.tag) : tr("&Publish %1…").arg(m_desired.tag));

    if (m_running && m_waitSeconds > 0) {
        m_header->setState(theme::State::Waiting);
        m_header->setSummary(tr("waiting; goes on by itself in %1 s").arg(m_waitSeconds));
    } else if (m_running) {
        m_header->setState(theme::State::Running);
        m_header->setSummary(tr("%1 of %2 steps done").arg(m_model->doneCount()).arg(m_model->stepCount()));
    } else if (m_reading) {
        m_header->setState(theme::State::Running);
        m_header->setSummary(tr("reading what the host has"));
    } else if (complete) {
        m_header->setState(theme::State::Verified);
        m_header->setSummary(
            tr("%1 is complete: every file, the tag and the notes were read back.").arg(m_desired.tag));
    } else if (!read) {
        m_header->setState(theme::State::Planned);
        m_header->setSummary(tr("The host was not read yet."));
    } else {
        const QString steps = counted(m_plan.steps.size(), tr("1 step"), tr("%1 steps"));
        m_header->setState(m_obstacles.isEmpty() && !m_plan.blocker ? theme::State::Planned : theme::State::Warning);
        m_header->setSummary(started ? steps + tr(" left to finish.") : steps + tr(". Nothing has been sent yet."));
    }
}

} // namespace unmoor
