// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/tagtemplate.h"

#include "app/core/visibletext.h"
#include "app/core/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace unmoor {

namespace {

constexpr QChar place = u'\n'; ///< no tag has it

} // namespace

TagTemplate::TagTemplate(const QString &text, const QString &name)
    : m_pieces(expandTemplate(text, {.name = name, .version = place}).split(place))
{
}

TagTemplate::TagTemplate(const ReleaseManifest &manifest)
    : TagTemplate(manifest.tag, manifest.name)
{
}

QString TagTemplate::tagOf(const QString &version) const
{
    return m_pieces.join(version);
}

std::optional<QString> TagTemplate::versionIn(const QString &tag) const
{
    const qsizetype versions = m_pieces.size() - 1;
    const qsizetype rest = tag.size() - m_pieces.join(QString()).size();
    if (versions == 0 || rest <= 0 || rest % versions != 0)
        return std::nullopt;
    const QString version = tag.sliced(m_pieces.first().size(), rest / versions);
    return tagOf(version) == tag ? std::optional(version) : std::nullopt;
}

std::optional<SemVer> TagTemplate::semVerIn(const QString &tag) const
{
    return versionIn(tag).and_then([](const QString &version) { return SemVer::parse(version); });
}

QString tagProblem(const QString &tag)
{
    static const QString forbidden = u" ~^:?*[\\"_s;
    if (tag.isEmpty())
        return Words::tr("it is empty");
    if (tag == "HEAD"_L1)
        return Words::tr("\"HEAD\" is git's own name");
    if (tag.startsWith(u'-'))
        return Words::tr("it begins with \"-\"");
    for (const QString &part : {u".."_s, u"@{"_s, u"//"_s})
        if (tag.contains(part))
            return Words::tr("it holds \"%1\"").arg(part);
    if (tag.startsWith(u'/') || tag.endsWith(u'/'))
        return Words::tr("it begins or ends with \"/\"");
    if (tag.endsWith(u'.'))
        return Words::tr("it ends with a dot");
    for (const QString &part : tag.split(u'/')) {
        if (part.startsWith(u'.'))
            return Words::tr("\"%1\" begins with a dot").arg(part);
        if (part.endsWith(".lock"_L1))
            return Words::tr("\"%1\" ends with \".lock\"").arg(part);
    }
    for (const QChar c : tag) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return Words::tr("it holds a control character");
        if (forbidden.contains(c))
            return c == u' ' ? Words::tr("it holds a space") : Words::tr("it holds \"%1\"").arg(c);
    }
    return {};
}

Result<void> checkTag(const ReleaseManifest &manifest, const QString &version)
{
    const QString tag = TagTemplate(manifest).tagOf(version);
    const QString problem = tagProblem(tag);
    if (problem.isEmpty())
        return {};
    return failure(Error::Kind::InvalidInput,
                   Words::tr("Version %1 makes the tag \"%2\", which git refuses: %3. Correct the version where "
                             "\"version\" of unmoor.toml points, or \"tag\".")
                       .arg(withVisibleSigns(version), withVisibleSigns(tag), problem));
}

bool isNewestStable(const ReleaseManifest &manifest, const QString &version, const QStringList &tags)
{
    const auto isStable = [&manifest](const QString &text) {
        return isVersion(text, manifest.scheme) && !isEarlyVersion(text, manifest.scheme);
    };
    if (!isStable(version))
        return false;
    const TagTemplate form(manifest);
    return std::ranges::none_of(tags, [&](const QString &tag) {
        const auto other = form.versionIn(tag);
        return other && isStable(*other) && compareVersions(*other, version, manifest.scheme) > 0;
    });
}

} // namespace unmoor
