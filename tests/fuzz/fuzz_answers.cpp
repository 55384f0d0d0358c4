// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what others hand over: unmoor.toml, and what git, Nix and a host answer. The first byte chooses whose
// reader takes the rest.
#include "app/buildlog/ansitext.h"
#include "app/github/parse.h"
#include "app/nix/nixanswers.h"
#include "app/nix/nixevent.h"
#include "app/project/gitanswers.h"
#include "app/project/tagtemplate.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace unmoor;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What is refused is refused with words.
template <typename T>
void requireWords(const Result<T> &result)
{
    require(result || !result.error().message.isEmpty());
}

void readManifest(const QByteArray &bytes)
{
    const auto manifest = parseManifest(bytes, u"unmoor.toml"_s);
    requireWords(manifest);
    if (!manifest)
        return;
    for (const ManifestTarget &target : manifest->targets)
        require(!target.triple.isEmpty());
}

void readGit(const QByteArray &bytes)
{
    if (const auto top = parseTop(bytes))
        require(!top->root.isEmpty());
    Checkout checkout;
    parseStatus(bytes, checkout);
    parseTags(bytes, checkout);
    for (const QString &url : parseRemotes(bytes)) {
        repositoryOfRemote(url);
        hostOfRemote(url);
        const bool isWeb = url.startsWith("http://"_L1) || url.startsWith("https://"_L1);
        require(!isWeb || QUrl(url).userInfo().isEmpty());
    }
    parseCommits(bytes);
}

void readNix(const QByteArray &bytes)
{
    requireWords(parsePathInfo(bytes));
    requireWords(parsePathHashes(bytes));
    requireWords(parseOutputs(bytes));
    requireWords(parseOutput(bytes, u"x86_64-linux"_s, u"minne"_s));
    requireWords(parseOutputNames(bytes));
    requireWords(parseValue(bytes));
    requireWords(parseBuildableSystems(bytes));
    requireWords(parseNixConfig(bytes));
    requireWords(parseBuildResult(bytes));
    parseNixVersion(bytes);
    parseTrusted(bytes);
    parseDryRun(QString::fromUtf8(bytes));
}

/// Lines of a log, and how they are shown: without what moves a terminal's cursor.
void readLog(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        const NixEvent event = parseNixLine(line);
        const QString shown = parseAnsi(event.text).text;
        require(!shown.contains(u'\x1b'));
    }
}

void readHost(const QByteArray &bytes)
{
    const github::Request request{.url = QUrl(u"https://host.example/api/v3/x"_s), .failed = u"It failed"_s};
    const qsizetype headEnd = bytes.indexOf("\n\n");
    github::Answer answer{.status = 200, .body = headEnd < 0 ? bytes : bytes.sliced(headEnd + 2), .url = request.url};
    if (headEnd > 0)
        answer.headers.append(QHttpHeaders::WellKnownHeader::Link, bytes.first(headEnd));
    github::nextPage(answer);
    const auto object = github::parseObject(request, answer);
    requireWords(object);
    const auto list = github::parseList(request, answer);
    requireWords(list);
    for (const QJsonObject &json : list.value_or(QList{object.value_or(QJsonObject())})) {
        github::parseRelease(json);
        github::parseAsset(json);
        github::parseRepository(json);
        github::parseRun(json);
        github::parseJob(json);
        github::parseArtifact(json);
        github::parsePendingDeployment(json);
    }
    for (const int status : {401, 403, 404, 409, 422, 429, 500}) {
        answer.status = status;
        require(!github::errorOf(request, answer).message.isEmpty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr std::array<void (*)(const QByteArray &), 5> readers{readManifest, readGit, readNix, readLog,
                                                                         readHost};
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    readers.at(data[0] % readers.size())(bytes);
    return 0;
}
