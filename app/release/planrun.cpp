// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/planrun.h"

using namespace Qt::StringLiterals;

namespace unmoor {

PlanRun::PlanRun(PlanQuestion question, github::Client &client, QObject *parent)
    : QObject(parent)
    , m_question(std::move(question))
    , m_client(client)
    , m_flake(m_question.directory)
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
    fill(addSlot(), versionGate(m_question.manifest, m_question.version, m_question.checkout.tags.keys()));
    fill(addSlot(), changelogGate(m_question.version.value_or(QString()), m_question.heading, m_question.section));
    for (const ManifestGate &gate : std::as_const(m_question.manifest.gates))
        askGate(gate, stop);
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
    Q_EMIT gatesChanged(known());
    arrived();
}

void PlanRun::askRemote(std::stop_token stop)
{
    const int commitSlot = addSlot();
    const int tagSlot = addSlot();
    if (m_question.repository.isEmpty()) {
        const auto unknown = failure(Error::Kind::NotFound,
                                     tr("It is not known which repository this is. Set `repository` in unmoor.toml, or "
                                        "add a git remote."));
        fill(commitSlot, commitOnRemoteGate(m_question.checkout, unknown));
        fill(tagSlot, tagGate(m_question.tag, m_question.checkout, unknown));
        return;
    }
    m_client.hasCommit(m_question.repository, m_question.checkout.commit, stop)
        .then(this, [this, commitSlot](const Result<bool> &known) {
            fill(commitSlot, commitOnRemoteGate(m_question.checkout, known));
        });
    if (!m_question.version) {
        fill(tagSlot, tagGate(m_question.tag, m_question.checkout, std::unexpected(m_question.version.error())));
        return;
    }
    m_client.tagCommit(m_question.repository, m_question.tag, stop)
        .then(this, [this, tagSlot](const Result<std::optional<QString>> &commit) {
            fill(tagSlot, tagGate(m_question.tag, m_question.checkout, commit));
        });
}

void PlanRun::askNix(std::stop_token stop)
{
    const int lockSlot = addSlot();
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

void PlanRun::askGate(const ManifestGate &gate, std::stop_token stop)
{
    const int slot = addSlot();
    if (gate.flakeCheck)
        m_flake.check(stop).then(
            this, [this, gate, slot](const Result<void> &check) { fill(slot, flakeCheckGate(gate, check)); });
    else if (!gate.noVersionIn.isEmpty())
        fill(slot, noVersionGate(gate, m_question.checkout.root, m_question.version.value_or(QString())));
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

void PlanRun::arrived()
{
    if (--m_pending > 0)
        return;
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
