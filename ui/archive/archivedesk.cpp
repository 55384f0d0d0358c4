// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/archive/archivedesk.h"

#include "app/archive/layoutproposal.h"
#include "app/core/format.h"
#include "app/core/pool.h"
#include "app/core/when.h"
#include "ui/archive/archivemodel.h"
#include "ui/archive/archivepage.h"
#include "ui/archive/compareview.h"
#include "ui/archive/layoutdialog.h"
#include "ui/archive/sizeview.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

ArchiveDesk::ArchiveDesk(Session &session, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_page(new ArchivePage(parent))
    , m_sizes(new SizeView)
    , m_compare(new CompareView)
{
    m_page->setSizesView(m_sizes);
    m_page->setCompareView(m_compare);
    connectPage();
}

void ArchiveDesk::connectPage()
{
    connect(m_page, &ArchivePage::inspectionShown, this, &ArchiveDesk::showSizes);
    connect(m_page, &ArchivePage::compareWithLayoutRequested, this, &ArchiveDesk::compareWithLayout);
    connect(m_page, &ArchivePage::compareWithPreviousRequested, this, &ArchiveDesk::compareWithPrevious);
    connect(m_page, &ArchivePage::compareWithFileRequested, this, &ArchiveDesk::compareWithFile);
    connect(m_page, &ArchivePage::compareWithRebuildRequested, this, &ArchiveDesk::compareWithRebuild);
    connect(m_page, &ArchivePage::rebuildCheckRequested, this, &ArchiveDesk::checkRebuild);
    connect(m_page, &ArchivePage::proposeLayoutRequested, this, &ArchiveDesk::proposeLayout);
    connect(m_page, &ArchivePage::acceptRequested, this, [this](const Finding &finding, const QString &reason) {
        const Result<void> noTarget =
            failure(Error::Kind::InvalidInput, tr("This archive belongs to no target of the release."));
        Q_EMIT ended(m_triple.isEmpty() ? noTarget : m_session.acceptances().accept(m_triple, finding, reason),
                     tr("The finding was not accepted"));
    });
    connect(m_page, &ArchivePage::acceptanceWithdrawn, this, [this](const Finding &finding) {
        if (!m_triple.isEmpty())
            Q_EMIT ended(m_session.acceptances().withdraw(m_triple, finding), tr("The acceptance was not taken back"));
    });
    connect(&m_session.archives(), &Archives::progressed, this,
            [this](const QString &triple, qint64 packedRead, qint64 packedSize) {
                if (triple == m_triple)
                    m_page->setProgress(packedRead, packedSize);
            });
    connect(m_sizes, &SizeView::pathChosen, m_page, &ArchivePage::choosePath);
    connect(m_compare, &CompareView::actionRequested, this, &ArchiveDesk::act);
}

void ArchiveDesk::setTarget(const QString &triple)
{
    if (std::exchange(m_triple, triple) != triple)
        ++m_question;
    setLayoutRules(triple);
}

/// The page shows an archive that is judged as \a triple's.
void ArchiveDesk::setLayoutRules(const QString &triple)
{
    const TargetState *target = m_session.targets().find(triple);
    if (!target)
        return m_page->setLayoutRules({}, {});
    const Project &project = m_session.project();
    m_page->setLayoutRules(
        layoutOf(
            project.manifest, target->target,
            {.name = project.manifest.name, .version = project.versionText(), .tag = project.tag(), .triple = triple}),
        target->target.layout);
}

void ArchiveDesk::inspectFile(const QString &path, const QString &triple)
{
    setTarget({});
    setLayoutRules(triple);
    m_page->beginReading(path);
    m_session.archives()
        .inspectFile(path, triple, m_session.snapshot())
        .then(this, [this](const Result<Inspection> &inspection) {
            if (inspection)
                m_page->setInspection(*inspection);
            else
                m_page->setProblem(inspection.error().message);
        });
}

void ArchiveDesk::goToProblem(bool forward)
{
    if (m_page->view() == ArchivePage::Compare)
        m_compare->goToChange(forward);
    else
        m_page->goToProblem(forward);
}

void ArchiveDesk::showSizes()
{
    ++m_question;
    runInPool(*QThreadPool::globalInstance(), [inspection = m_page->inspection()] {
        return breakDownSizes(inspection->contents);
    }).then(this, [this, inspection = m_page->inspection()](const SizeBreakdown &breakdown) {
        if (inspection == m_page->inspection())
            m_sizes->setBreakdown(breakdown);
    });
}

// --- Comparing -------------------------------------------------------------------------------------------------------

void ArchiveDesk::act()
{
    if (m_action)
        m_action();
}

void ArchiveDesk::compareWithLayout()
{
    ++m_question;
    m_action = [this] {
        m_page->setView(ArchivePage::Contents);
        m_page->goToProblem();
    };
    const QList<Finding> &findings = m_page->inspection()->report.findings;
    const auto count = [&findings](QLatin1StringView code) {
        return std::ranges::count_if(findings, [code](const Finding &finding) { return finding.code == code; });
    };
    const auto missing = count("missing-entry"_L1);
    const auto unexpected = count("unexpected-entry"_L1);
    const TargetState *target = m_session.targets().find(m_triple);
    if (!target || target->target.layout.isEmpty())
        m_compare->setMessage(tr("There is no layout to compare with: the target names none in unmoor.toml."));
    else if (missing == 0 && unexpected == 0)
        m_compare->setMessage(tr("The archive holds every file that the layout names, and no other."));
    else
        m_compare->setMessage(tr("%1 and %2 by the layout in unmoor.toml.")
                                  .arg(counted(missing, tr("1 entry is missing"), tr("%1 entries are missing")),
                                       counted(unexpected, tr("1 is unexpected"), tr("%1 are unexpected"))),
                              tr("&Show them in Contents"));
}

void ArchiveDesk::compareWithPrevious()
{
    const int question = ++m_question;
    if (m_triple.isEmpty())
        return m_compare->setMessage(tr("This archive belongs to no target, so there is no release before it."));
    const QString version = m_session.project().version.value_or(QString());
    if (std::exchange(m_earlierVersion, version) != version)
        m_earlier.clear();
    if (const auto known = m_earlier.find(m_triple); known != m_earlier.end())
        return showEarlier(known->second);
    m_action = [this] { m_session.archives().cancelLooking(); };
    m_compare->setMessage(tr("Fetching the archive of the release before…"), tr("&Cancel"));
    m_session.archives()
        .inspectPrevious(m_triple, m_session.snapshot())
        .then(this, [this, question, triple = m_triple](const Result<EarlierArchive> &earlier) {
            if (earlier)
                m_earlier.insert_or_assign(triple, *earlier);
            if (isStale(question))
                return;
            if (earlier)
                showEarlier(*earlier);
            else
                showFailure(earlier.error(), [this] { compareWithPrevious(); });
        });
}

void ArchiveDesk::compareWithFile(const QString &path)
{
    const int question = ++m_question;
    m_action = [this] { m_session.archives().cancelLooking(); };
    m_compare->setMessage(tr("Reading %1…").arg(QFileInfo(path).fileName()), tr("&Cancel"));
    m_session.archives()
        .inspectFile(path, m_triple, m_session.snapshot())
        .then(this, [this, question, path](const Result<Inspection> &inspection) {
            if (isStale(question))
                return;
            const QString name = QFileInfo(path).fileName();
            if (inspection)
                showDiff(std::make_shared<const Inspection>(*inspection), tr("Against %1").arg(name), name, nullptr);
            else
                showFailure(inspection.error(), [this, path] { compareWithFile(path); });
        });
}

void ArchiveDesk::compareWithRebuild()
{
    m_rebuildQuestion = ++m_question;
    const TargetState *target = m_session.targets().find(m_triple);
    if (target && target->isRebuilding) {
        m_action = [this] { m_session.rebuilds().cancel(); };
        return m_compare->setMessage(tr("The archive is being built again…"), tr("&Cancel"));
    }
    if (target && target->rebuild)
        return showRebuild(*target->rebuild);
    m_action = [this] { checkRebuild(); };
    if (target)
        m_compare->setMessage(tr("Nix can build the last step of this archive once more, and compare the results."),
                              tr("&Check that it builds identically"));
    else
        m_compare->setMessage(tr("This archive belongs to no target, so there is nothing to build again."));
}

void ArchiveDesk::checkRebuild()
{
    if (m_triple.isEmpty())
        return compareWithRebuild();
    const QString triple = m_triple;
    auto checked = m_session.rebuilds().check(triple, m_session.snapshot());
    compareWithRebuild();
    checked.then(this, [this, triple](const Result<RebuildReport> &report) {
        // Another comparison may have been chosen meanwhile; the report stays with the target.
        if (triple != m_triple || isStale(m_rebuildQuestion))
            return;
        if (report)
            compareWithRebuild();
        else
            showFailure(report.error(), [this] { checkRebuild(); });
    });
}

void ArchiveDesk::showRebuild(const RebuildReport &report)
{
    if (report.other)
        return showDiff(report.other, report.message, tr("built again"), nullptr);
    m_action = [this] { checkRebuild(); };
    m_compare->setMessage(report.message, tr("&Check once more"));
}

void ArchiveDesk::showFailure(const Error &error, std::function<void()> again)
{
    m_action = std::move(again);
    m_compare->setMessage(error.message, tr("&Try again"));
}

void ArchiveDesk::showEarlier(const EarlierArchive &earlier)
{
    const QString when = whenText(earlier.archive.publishedAt.toLocalTime(), QDateTime::currentDateTime());
    const QString title = earlier.archive.isVerified
        ? tr("Against %1, published %2").arg(earlier.archive.tag, when)
        : tr("Against %1, published %2; the host gives no digest to check it with").arg(earlier.archive.tag, when);
    showDiff(earlier.inspection, title, earlier.archive.tag, &earlier);
}

namespace {

/// What the archives of every target take, in the earlier release and now.
QList<PackedSizes> packedSizes(const Session &session, const PreviousArchive &earlier)
{
    QList<PackedSizes> sizes;
    for (const TargetState &target : session.targets().rows()) {
        if (target.target.isDropped())
            continue;
        const PreviousArchiveQuery query = previousArchiveQuery(session.project().manifest, target.target, {});
        PackedSizes row{.triple = target.target.triple};
        if (const auto asset = archiveAsset(earlier.assets, query, earlier.tag))
            row.before = asset->size;
        if (target.inspection)
            row.after = target.inspection->contents.bytes;
        if (row.before >= 0 || row.after >= 0)
            sizes.append(row);
    }
    return sizes;
}

QString topFolderOf(const ArchiveContents &contents)
{
    const QString first = contents.entries.isEmpty() ? QString() : contents.entries.first().path.section(u'/', 0, 0);
    const bool isCommon = std::ranges::all_of(contents.entries, [&first](const ArchiveEntry &entry) {
        return entry.path == first || entry.path.startsWith(first + u'/');
    });
    return isCommon ? first : QString();
}

} // namespace

void ArchiveDesk::showDiff(const std::shared_ptr<const Inspection> &before, const QString &title, const QString &label,
                           const EarlierArchive *earlier)
{
    const int question = m_question;
    const auto after = m_page->inspection();
    ArchiveComparison comparison{.title = title,
                                 .before = label,
                                 .after = !m_triple.isEmpty() ? m_session.project().tag() : after->contents.fileName,
                                 .folder = topFolderOf(after->contents)};
    if (earlier)
        comparison.targets = packedSizes(m_session, earlier->archive);
    runInPool(*QThreadPool::globalInstance(), [before, after] {
        return diffArchives(*before, *after);
    }).then(this, [this, question, comparison](const ArchiveDiff &diff) mutable {
        if (isStale(question))
            return;
        comparison.diff = diff;
        m_compare->setComparison(comparison);
    });
}

void ArchiveDesk::proposeLayout()
{
    const auto inspection = m_page->inspection();
    const QString triple = m_triple;
    const QStringList taken = m_session.project().manifest.layouts.keys();
    QString name = triple.contains("windows"_L1) ? u"windows"_s : u"unix"_s;
    if (taken.contains(name))
        name = triple.isEmpty() ? name + u"-2"_s : triple;
    const ExpectedLayout layout =
        unmoor::proposeLayout(inspection->contents, triple, m_session.project().version.value_or(QString()));
    auto *dialog = new LayoutDialog(layoutToToml(layout, name), name, triple, m_page);
    dialog->open();
}

} // namespace unmoor
