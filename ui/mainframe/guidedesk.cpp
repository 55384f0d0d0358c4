// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainframe/guidedesk.h"

#include "app/core/chain.h"
#include "app/core/format.h"
#include "app/release/layoutsource.h"
#include "app/release/projectsurvey.h"
#include "ui/guide/guidepage.h"
#include "ui/mainframe/trustdesk.h"
#include "ui/widgets/filedialog.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace unmoor {

GuideDesk::GuideDesk(Engine &engine, const SessionOptions &options, GuidePage *page)
    : QObject(page)
    , m_engine(engine)
    , m_page(*page)
    , m_session(engine, options)
{
    connect(page, &GuidePage::surveyRequested, this, &GuideDesk::survey);
    connect(page, &GuidePage::cancelRequested, this, &GuideDesk::cancel);
    connect(page, &GuidePage::trustRequested, this, &GuideDesk::askForTrust);
    connect(page, &GuidePage::archiveLayoutRequested, this, &GuideDesk::chooseArchive);
    connect(page, &GuidePage::releaseLayoutsRequested, this, &GuideDesk::readRelease);
    connect(page, &GuidePage::createRequested, this, &GuideDesk::create);
}

GuideDesk::~GuideDesk()
{
    cancel();
}

void GuideDesk::begin()
{
    const bool wasAsked = m_engine.settings().trustAnswer(m_page.directory());
    if (m_session.trustIn(m_page.directory()) == Trust::Withheld && !wasAsked)
        askForTrust();
    survey();
}

void GuideDesk::askForTrust()
{
    unmoor::askForTrust(&m_page, m_page.directory(), [this](Trust trust) {
        const QString directory = m_page.directory();
        const auto kept =
            m_engine.settingsStore().change([&](Settings &settings) { settings.setTrust(directory, trust); });
        if (!kept)
            m_page.say(theme::State::Error, kept.error().message);
        else if (trust == Trust::Given)
            survey();
    });
}

/// What is looked through already was begun with another answer, and is overtaken.
void GuideDesk::survey()
{
    m_surveying.cancel();
    ProposalSurvey survey{.trust = m_session.trustIn(m_page.directory()), .stop = m_surveying.begin()};
    survey.asks = [this, stop = survey.stop](ProposalSource source, const ProposalFacts &facts) {
        if (!stop.stop_requested())
            m_page.setAsking(facts, source);
    };
    m_page.say(theme::State::Note, {});
    m_page.setAsking({}, ProposalSource::Checkout);
    surveyProject(m_session, m_page.directory(), survey)
        .then(this, [this, trust = survey.trust, round = ++m_round](const ProposalFacts &facts) {
            m_surveying.end();
            if (round == m_round)
                takeFacts(facts, trust);
        });
}

/// Layouts that were read before stay.
void GuideDesk::takeFacts(ProposalFacts facts, Trust trust)
{
    facts.layouts = m_page.draft().facts().layouts;
    m_page.setFacts(facts, trust == Trust::Withheld);
}

void GuideDesk::cancel()
{
    m_surveying.cancel();
    m_reading.cancel();
}

void GuideDesk::chooseArchive(const QString &triple)
{
    auto *dialog = fileDialog(&m_page, tr("Choose an archive of %1").arg(triple), m_page.directory());
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, triple](const QString &file) { readArchive(triple, file); });
    dialog->open();
}

void GuideDesk::readArchive(const QString &triple, const QString &file)
{
    const auto stop = m_reading.begin();
    m_said.clear();
    read(tr("Reading %1…").arg(QFileInfo(file).fileName()),
         withLayoutsOfFiles(m_page.draft().facts(), {triple + u'=' + file}, {m_engine.inspector(), stop}), stop);
}

void GuideDesk::readRelease()
{
    const ProposalFacts facts = m_page.draft().facts();
    const auto stop = m_reading.begin();
    const auto said = [this, stop](const QString &line) {
        m_said = line;
        if (!stop.stop_requested())
            m_page.setReading(line + u'…');
    };
    m_said.clear();
    read(tr("Asking for the files of %1…").arg(facts.releaseTag),
         withLayoutsOfRelease(facts, m_session.client(), m_engine.stateDir(), {m_engine.inspector(), stop}, said),
         stop);
}

void GuideDesk::read(const QString &what, const QFuture<Result<ProposalFacts>> &layouts, const std::stop_token &stop)
{
    m_page.setReading(what);
    unlessStopped(layouts, this, stop, tr("Reading was canceled. The text is as it was."))
        .then(this, [this](const Result<ProposalFacts> &facts) {
            m_reading.end();
            m_page.setReading({});
            takeLayouts(facts);
        });
}

void GuideDesk::takeLayouts(const Result<ProposalFacts> &facts)
{
    if (!facts)
        return m_page.say(facts.error().kind == Error::Kind::Canceled ? theme::State::Canceled : theme::State::Error,
                          facts.error().message);
    const QMap<QString, ExpectedLayout> before = m_page.draft().facts().layouts;
    QStringList fresh;
    for (const auto &[triple, layout] : facts->layouts.asKeyValueRange())
        if (!before.contains(triple) || before.value(triple) != layout)
            fresh += triple;
    m_page.say(fresh.isEmpty() ? theme::State::Warning : theme::State::Done,
               fresh.isEmpty() ? (m_said.isEmpty() ? tr("These layouts are in the text already.") : m_said)
                               : tr("Layouts of %1 are in the text. Prune them: what may come and go belongs in allow.")
                                     .arg(someOf(fresh)));
    m_page.setFacts(*facts, m_session.trustIn(m_page.directory()) == Trust::Withheld);
}

void GuideDesk::create()
{
    const auto written = writeManifest(m_page.directory(), m_page.draft().text(), Overwrite::No);
    if (!written)
        return m_page.say(theme::State::Error, written.error().message);
    // Not from within the page that goes then.
    QMetaObject::invokeMethod(this, [this] { Q_EMIT created(m_page.directory()); }, Qt::QueuedConnection);
}

} // namespace unmoor
