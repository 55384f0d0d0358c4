// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/planrun.h"

#include "app/core/glob.h"
#include "app/core/words.h"
#include "app/project/checkoutfile.h"
#include "app/settings/trustanswer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace unmoor {

PlanRun::PlanRun(PlanQuestion question, github::Client &client, QObject *parent)
    : QObject(parent)
    , m_question(std::move(question))
    , m_client(client)
    , m_flake(m_question.flake)
{
}

QFuture<PlanAnswer> PlanRun::start(std::stop_token stop)
{
    m_promise.start();
    m_clock.start();
    m_pending = 1; // for this function, so that nothing finishes before everything was asked
    const auto future = m_promise.future();

    fill(addSlot(), cleanCheckoutGate(m_question.checkout));
    askRemote(stop);
    askNix(stop);
    askVersion(stop);
    fill(addSlot(), changelogGate(m_question.version.value_or(QString()), m_question.heading, m_question.section));
    fill(addSlot(), fileNamesGate(m_question.checkout, releaseFileNames(), m_question.host));
    askCheckoutFiles(stop);
    for (const ManifestGate &gate : std::as_const(m_question.manifest.gates))
        askGate(gate, stop);
    if (m_question.manifest.image)
        fill(addSlot(), imageGate(*m_question.manifest.image));
    m_isStarting = false;
    Q_EMIT gatesChanged(known());
    arrived();
    return future;
}

int PlanRun::addSlot()
{
    ++m_pending;
    m_gates.append(std::nullopt);
    return int(m_gates.size()) - 1;
}

void PlanRun::fill(int slot, Gate gate)
{
    gate.seconds = double(m_clock.elapsed()) / 1000;
    m_gates[slot] = std::move(gate);
    if (!m_isStarting) // else once for all that is known at the start: who shows them draws them anew each time
        Q_EMIT gatesChanged(known());
    arrived();
}

void PlanRun::askRemote(std::stop_token stop)
{
    const int commitSlot = addSlot();
    const int tagSlot = addSlot();
    if (!m_question.repository) {
        const auto unknown = std::unexpected(m_question.repository.error());
        fill(commitSlot, commitOnRemoteGate(m_question.checkout, unknown));
        fill(tagSlot, tagGate(m_question.tag, m_question.checkout, unknown));
        return;
    }
    const auto hasCommit = [this, stop] {
        return m_client.hasCommit(*m_question.repository, m_question.checkout.commit, stop);
    };
    readPatiently<bool>(hasCommit, this, stop, m_question.reading)
        .then(this, [this, commitSlot](const Result<bool> &known) {
            fill(commitSlot, commitOnRemoteGate(m_question.checkout, known, m_question.host));
        });
    if (!m_question.version) {
        fill(tagSlot, tagGate(m_question.tag, m_question.checkout, std::unexpected(m_question.version.error())));
        return;
    }
    const auto tagCommit = [this, stop] { return m_client.tagCommit(*m_question.repository, m_question.tag, stop); };
    readPatiently<std::optional<QString>>(tagCommit, this, stop, m_question.reading)
        .then(this, [this, tagSlot](const Result<std::optional<QString>> &commit) {
            fill(tagSlot, tagGate(m_question.tag, m_question.checkout, commit, m_question.host));
        });
}

/// A clone need not have the tags of what was released before.
void PlanRun::askVersion(std::stop_token stop)
{
    const auto judge = [this, slot = addSlot()](const Result<QStringList> &atHost) {
        fill(slot,
             versionGate(m_question.manifest, m_question.version, m_question.checkout.tags.keys() + m_question.released,
                         m_question.checkout.isShallow, atHost));
    };
    if (!m_question.repository)
        return judge(std::unexpected(m_question.repository.error()));
    const auto releases = [this, stop] { return m_client.releases(*m_question.repository, stop); };
    readPatiently<QList<github::Release>>(releases, this, stop, m_question.reading)
        .then(this, [judge](const Result<QList<github::Release>> &found) {
            judge(found.transform([](const QList<github::Release> &all) {
                QStringList tags;
                for (const github::Release &release : all)
                    if (!release.draft)
                        tags += release.tagName;
                return tags;
            }));
        });
}

Error PlanRun::notTrusted() const
{
    return needsTrust(Words::tr("Asking the flake"), m_question.directory);
}

void PlanRun::askNix(std::stop_token stop)
{
    const int lockSlot = addSlot();
    if (m_question.trust == Trust::Withheld) {
        const auto untrusted = std::unexpected(notTrusted());
        m_answer.nix = untrusted;
        m_answer.outputs = untrusted;
        return fill(lockSlot, lockFileGate(untrusted));
    }
    m_flake.checkLockFile(stop).then(
        this, [this, lockSlot](const Result<void> &lockFile) { fill(lockSlot, lockFileGate(lockFile)); });
    m_pending += 2;
    m_flake.info(stop).then(this, [this](const Result<NixInfo> &info) {
        m_answer.nix = info;
        arrived();
    });
    m_flake.outputs(stop).then(this, [this](const Result<QList<FlakeOutput>> &outputs) {
        m_answer.outputs = outputs;
        arrived();
    });
}

void PlanRun::askCheckoutFiles(std::stop_token stop)
{
    QStringList files;
    QList<QFuture<Result<QByteArray>>> readings;
    for (const ManifestTarget &target : m_question.manifest.targets) {
        if (!target.isFromCheckout())
            continue;
        files += expandTemplate(target.file,
                                {.name = m_question.manifest.name,
                                 .version = m_question.version.value_or(QString()),
                                 .tag = m_question.tag,
                                 .triple = {}});
        readings += readCheckoutFile(m_question.checkout, m_question.directory, files.last(), stop);
    }
    if (files.isEmpty())
        return;
    const int slot = addSlot();
    QtFuture::whenAll(readings.begin(), readings.end())
        .then(this, [this, slot, files](const QList<QFuture<Result<QByteArray>>> &read) {
            QList<std::pair<QString, Result<void>>> known;
            for (qsizetype i = 0; i < files.size(); ++i)
                known.append({files[i], read[i].result().transform([](const QByteArray &) { })});
            fill(slot, checkoutFilesGate(known));
        });
}

void PlanRun::askGate(const ManifestGate &gate, std::stop_token stop)
{
    const int slot = addSlot();
    if (!gate.noVersionIn.isEmpty())
        fill(slot, noVersionGate(gate, m_question.checkout.root, m_question.version.value_or(QString())));
    else if (m_question.trust == Trust::Withheld)
        fill(slot,
             gate.flakeCheck ? flakeCheckGate(gate, std::unexpected(notTrusted()))
                             : evalGate(gate, std::unexpected(notTrusted()), QString()));
    else if (gate.flakeCheck && !m_question.runsChecks)
        fill(slot,
             flakeCheckGate(gate, failure(Error::Kind::Canceled, Words::tr("not run yet: it builds what it checks"))));
    else if (gate.flakeCheck)
        m_flake.check(stop).then(
            this, [this, gate, slot](const Result<void> &check) { fill(slot, flakeCheckGate(gate, check)); });
    else
        m_flake.evalText(gate.eval, stop).then(this, [this, gate, slot, stop](const Result<QString> &actual) {
            askExpected(gate, slot, actual, stop);
        });
}

void PlanRun::askExpected(const ManifestGate &gate, int slot, const Result<QString> &actual, std::stop_token stop)
{
    if (gate.equals)
        fill(slot, evalGate(gate, actual, *gate.equals));
    else if (gate.matchesFile)
        fill(slot, evalGate(gate, actual, textOfFileMatch(*gate.matchesFile, m_question.directory)));
    else
        m_flake.evalText(gate.equalsEval, stop).then(this, [this, gate, slot, actual](const Result<QString> &expected) {
            fill(slot, evalGate(gate, actual, expected));
        });
}

/// What the release's files will be called, as far as unmoor.toml tells. Of a name with a wildcard only the rest is
/// known.
QList<ReleaseFileName> PlanRun::releaseFileNames() const
{
    static const QRegularExpression wildcard(u"[*?{},]"_s);
    const ReleaseManifest &manifest = m_question.manifest;
    QList<ReleaseFileName> files;
    const auto add = [&files](const QString &name) { files.append({name, github::storedAssetName(name)}); };
    for (const ManifestTarget &target : manifest.targets) {
        if (target.isDropped() || !m_question.version)
            continue;
        const QString name = expandTemplate(
            target.archive,
            {.name = manifest.name, .version = *m_question.version, .tag = m_question.tag, .triple = target.triple});
        add(Glob::isPlain(name) ? name : QString(name).replace(wildcard, u"x%1"_s.arg(files.size())));
        if (manifest.checksums == Checksums::PerFile && Glob::isPlain(name))
            add(name + u".sha256"_s);
    }
    if (manifest.checksums == Checksums::Sums && !files.isEmpty())
        add(u"SHA256SUMS"_s);
    return files;
}

void PlanRun::arrived()
{
    if (--m_pending > 0)
        return;
    if (m_question.manifest.targets.isEmpty())
        m_gates += noTargetsGate(m_answer.outputs.transform([](const QList<FlakeOutput> &) { }));
    m_answer.gates = known();
    m_promise.addResult(m_answer);
    m_promise.finish();
}

QList<Gate> PlanRun::known() const
{
    QList<Gate> gates;
    for (const auto &gate : m_gates)
        if (gate)
            gates.append(*gate);
    return gates;
}

} // namespace unmoor
