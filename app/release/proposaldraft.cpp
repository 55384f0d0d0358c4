// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release/proposaldraft.h"

#include "app/archive/layoutproposal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

QString outputKey(const QString &system, const QString &output)
{
    return system + u'.' + output;
}

DraftTarget draftOf(const ManifestForm::Target &target)
{
    return {target.triple, target.system, target.output, target.archive, target.layout, true, {}};
}

/// What \a text, a [[target]], says of itself.
DraftTarget offerOf(const QString &text, const QString &why)
{
    const auto form = formOfManifest(text);
    DraftTarget offer = form && !form->targets.isEmpty() ? draftOf(form->targets.first()) : DraftTarget();
    offer.isIn = false;
    offer.why = why;
    return offer;
}

} // namespace

Result<void> ProposalDraft::setFacts(const ProposalFacts &facts)
{
    const bool wasEdited = isEdited();
    const QMap<QString, ExpectedLayout> before = m_facts.layouts;
    m_facts = facts;
    m_proposed = proposeManifest(facts);
    if (!wasEdited) {
        m_text = m_proposed;
        return {};
    }
    for (const DraftTarget &target : targets())
        if (target.isIn && facts.layouts.contains(target.triple)
            && (!before.contains(target.triple) || before.value(target.triple) != facts.layouts.value(target.triple)))
            if (const auto added = addLayout(target.triple); !added)
                return added;
    return {};
}

std::optional<ManifestProblem> ProposalDraft::problem() const
{
    return findManifestProblem(m_text.toUtf8());
}

QList<DraftTarget> ProposalDraft::targets() const
{
    QList<DraftTarget> targets;
    for (const ManifestForm::Target &target : form().value_or(ManifestForm()).targets)
        targets.append(draftOf(target));
    const OutputChoice choice = choiceOf(m_facts);
    for (const ProposedOutput &output : choice.targets + choice.leftOut) {
        const QString key = outputKey(output.output.system, output.output.output);
        const bool isThere = std::ranges::any_of(
            targets, [&](const DraftTarget &target) { return outputKey(target.system, target.output) == key; });
        if (!isThere && !output.triple.isEmpty())
            targets.append(offerOf(m_cut.value(key, targetText(m_facts, output)), output.why));
    }
    return targets;
}

Result<void> ProposalDraft::setProjectKey(const QString &key, const QString &value)
{
    return take(withProjectKey(m_text, key, value));
}

Result<void> ProposalDraft::setVersion(const VersionSource &source)
{
    return setProjectKey(u"version"_s, tomlOf(source));
}

Result<void> ProposalDraft::setArchive(const QString &triple, const QString &archive)
{
    return take(withTargetKey(m_text, triple, u"archive"_s, tomlString(archive)));
}

Result<void> ProposalDraft::setIn(const DraftTarget &target, bool in)
{
    if (!in)
        return cut(target.triple);
    const QString key = outputKey(target.system, target.output);
    QString block = m_cut.value(key);
    for (const OutputChoice choice = choiceOf(m_facts); const ProposedOutput &output : choice.targets + choice.leftOut)
        if (block.isEmpty() && outputKey(output.output.system, output.output.output) == key)
            block = targetText(m_facts, output);
    const QList<DraftTarget> all = targets();
    const bool replaces =
        std::ranges::any_of(all, [&](const DraftTarget &one) { return one.isIn && one.triple == target.triple; });
    if (const auto gone = replaces ? cut(target.triple) : Result<void>(); !gone)
        return gone;
    if (const auto taken = take(withTarget(m_text, block)); !taken)
        return taken;
    const auto now = form();
    const QString layout = offerOf(block, {}).layout;
    const bool lacksLayout = now && !layout.isEmpty() && !now->layouts.contains(layout);
    return lacksLayout && m_facts.layouts.contains(target.triple) ? addLayout(target.triple) : Result<void>();
}

Result<void> ProposalDraft::take(const Result<QString> &changed)
{
    if (!changed)
        return std::unexpected(changed.error());
    m_text = *changed;
    return {};
}

Result<void> ProposalDraft::cut(const QString &triple)
{
    const auto without = cutTarget(m_text, triple);
    if (!without)
        return std::unexpected(without.error());
    if (const auto form = formOfManifest(without->part); form && !form->targets.isEmpty())
        m_cut.insert(outputKey(form->targets.first().system, form->targets.first().output), without->part);
    m_text = without->toml;
    return {};
}

/// Under the name that the proposal gives it, or, where a layout of a person's own has that, under the triple's.
Result<void> ProposalDraft::addLayout(const QString &triple)
{
    const ExpectedLayout layout = m_facts.layouts.value(triple);
    const auto form = formOfManifest(m_text);
    if (!form)
        return std::unexpected(form.error());
    QString name = layoutNames(m_facts).value(triple);
    const bool isOurs = m_added.contains(name) && m_added.value(name) == layout;
    if (!isOurs && form->layouts.contains(name))
        name = triple;
    for (int i = 2; !isOurs && form->layouts.contains(name); ++i)
        name = u"%1-%2"_s.arg(triple).arg(i);
    if (const auto named = take(withTargetKey(m_text, triple, u"layout"_s, tomlString(name))); !named)
        return named;
    if (!form->layouts.contains(name))
        m_text += (m_text.endsWith(u'\n') ? u"\n"_s : u"\n\n"_s) + layoutToToml(layout, name);
    m_added.insert(name, layout);
    return {};
}

} // namespace unmoor
