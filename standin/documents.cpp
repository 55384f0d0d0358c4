// SPDX-License-Identifier: GPL-3.0-or-later
#include "standin/documents.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace unmoor::rehearsal {

namespace {

constexpr auto login = "maintainer"_L1;

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString nodeId(QLatin1StringView kind, const QString &id)
{
    return QString::fromLatin1((kind + u':' + id).toLatin1().toBase64());
}

QJsonValue dateOrNull(const QDateTime &date)
{
    return date.isValid() ? QJsonValue(isoDate(date)) : QJsonValue();
}

/// All the "…_url" of a repository that only add a word to its own URL.
void addRepositoryUrls(QJsonObject &json, const QString &url)
{
    static const QHash<QString, QString> paths{{u"archive"_s, u"{archive_format}{/ref}"_s},
                                               {u"assignees"_s, u"assignees{/user}"_s},
                                               {u"blobs"_s, u"git/blobs{/sha}"_s},
                                               {u"branches"_s, u"branches{/branch}"_s},
                                               {u"collaborators"_s, u"collaborators{/collaborator}"_s},
                                               {u"comments"_s, u"comments{/number}"_s},
                                               {u"commits"_s, u"commits{/sha}"_s},
                                               {u"compare"_s, u"compare/{base}...{head}"_s},
                                               {u"contents"_s, u"contents/{+path}"_s},
                                               {u"git_commits"_s, u"git/commits{/sha}"_s},
                                               {u"git_refs"_s, u"git/refs{/sha}"_s},
                                               {u"git_tags"_s, u"git/tags{/sha}"_s},
                                               {u"issue_comment"_s, u"issues/comments{/number}"_s},
                                               {u"issue_events"_s, u"issues/events{/number}"_s},
                                               {u"issues"_s, u"issues{/number}"_s},
                                               {u"keys"_s, u"keys{/key_id}"_s},
                                               {u"labels"_s, u"labels{/name}"_s},
                                               {u"milestones"_s, u"milestones{/number}"_s},
                                               {u"notifications"_s, u"notifications{?since,all,participating}"_s},
                                               {u"pulls"_s, u"pulls{/number}"_s},
                                               {u"releases"_s, u"releases{/id}"_s},
                                               {u"statuses"_s, u"statuses/{sha}"_s},
                                               {u"trees"_s, u"git/trees{/sha}"_s}};
    for (const auto &[key, path] : paths.asKeyValueRange())
        json.insert(key + u"_url"_s, url + u'/' + path);
    for (const QString &key :
         {u"contributors"_s, u"deployments"_s, u"downloads"_s, u"events"_s, u"forks"_s, u"languages"_s, u"merges"_s,
          u"stargazers"_s, u"subscribers"_s, u"subscription"_s, u"tags"_s, u"teams"_s, u"hooks"_s})
        json.insert(key + u"_url"_s, url + u'/' + key);
}

void addCounts(QJsonObject &json)
{
    for (const QString &key :
         {u"forks"_s, u"forks_count"_s, u"open_issues"_s, u"open_issues_count"_s, u"size"_s, u"stargazers_count"_s,
          u"watchers"_s, u"watchers_count"_s, u"network_count"_s, u"subscribers_count"_s})
        json.insert(key, 0);
    for (const QString &key : {u"fork"_s, u"private"_s, u"archived"_s, u"disabled"_s, u"has_projects"_s, u"has_pages"_s,
                               u"has_discussions"_s})
        json.insert(key, false);
    for (const QString &key : {u"description"_s, u"homepage"_s, u"language"_s, u"mirror_url"_s, u"license"_s})
        json.insert(key, QJsonValue::Null);
    json.insert(u"has_issues"_s, true);
    json.insert(u"has_wiki"_s, true);
}

/// What only those see who may push.
void addOwnersView(QJsonObject &json)
{
    json.insert(
        u"permissions"_s,
        QJsonObject{
            {u"admin"_s, true}, {u"maintain"_s, true}, {u"push"_s, true}, {u"triage"_s, true}, {u"pull"_s, true}});
    for (const QString &key : {u"allow_merge_commit"_s, u"allow_rebase_merge"_s, u"allow_squash_merge"_s})
        json.insert(key, true);
    for (const QString &key : {u"allow_auto_merge"_s, u"allow_update_branch"_s, u"delete_branch_on_merge"_s,
                               u"use_squash_pr_title_as_default"_s})
        json.insert(key, false);
}

/// What GitHub says of a tag's signature; empty: it has none.
QJsonObject verificationOf(const QString &reason)
{
    const bool isSigned = !reason.isEmpty();
    return {{u"verified"_s, reason == u"valid"_s},
            {u"reason"_s, isSigned ? reason : u"unsigned"_s},
            {u"signature"_s, isSigned ? QJsonValue(u"-----BEGIN PGP SIGNATURE-----"_s) : QJsonValue()},
            {u"payload"_s, isSigned ? QJsonValue(u"tag"_s) : QJsonValue()},
            {u"verified_at"_s, QJsonValue::Null}};
}

} // namespace

QString isoDate(const QDateTime &date)
{
    return date.toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QString urlTag(const Release &release)
{
    return release.draft ? release.untagged : release.tagName;
}

QString Documents::repoUrl(const Repository &repository) const
{
    return api() + u"/repos/"_s + repository.fullName;
}

QString Documents::htmlUrl(const Repository &repository) const
{
    return m_base + u'/' + repository.fullName;
}

QJsonObject Documents::error(const ApiError &error) const
{
    QJsonObject json{{u"message"_s, error.message},
                     {u"documentation_url"_s, u"https://docs.github.com/rest"_s},
                     {u"status"_s, QString::number(error.status)}};
    if (!error.errors.isEmpty())
        json.insert(u"errors"_s, error.errors);
    return json;
}

QJsonObject Documents::account(const QString &name, qint64 id) const
{
    const QString url = api() + u"/users/"_s + name;
    QJsonObject json{{u"login"_s, name},
                     {u"id"_s, id},
                     {u"node_id"_s, nodeId("User"_L1, name)},
                     {u"avatar_url"_s, m_base + u"/avatars/"_s + name},
                     {u"gravatar_id"_s, QString()},
                     {u"url"_s, url},
                     {u"html_url"_s, m_base + u'/' + name},
                     {u"type"_s, u"User"_s},
                     {u"site_admin"_s, false},
                     {u"events_url"_s, url + u"/events{/privacy}"_s},
                     {u"following_url"_s, url + u"/following{/other_user}"_s},
                     {u"gists_url"_s, url + u"/gists{/gist_id}"_s},
                     {u"starred_url"_s, url + u"/starred{/owner}{/repo}"_s},
                     {u"organizations_url"_s, url + u"/orgs"_s}};
    for (const QString &key : {u"followers"_s, u"received_events"_s, u"repos"_s, u"subscriptions"_s})
        json.insert(key + u"_url"_s, url + u'/' + key);
    return json;
}

QJsonObject Documents::user() const
{
    QJsonObject json = account(login, 1);
    for (const QString &key : {u"name"_s, u"company"_s, u"location"_s, u"email"_s, u"hireable"_s, u"bio"_s})
        json.insert(key, QJsonValue::Null);
    for (const QString &key : {u"followers"_s, u"following"_s, u"public_gists"_s, u"public_repos"_s, u"collaborators"_s,
                               u"disk_usage"_s, u"owned_private_repos"_s, u"private_gists"_s, u"total_private_repos"_s})
        json.insert(key, 0);
    json.insert(u"blog"_s, QString());
    json.insert(u"two_factor_authentication"_s, true);
    json.insert(u"created_at"_s, u"2020-01-01T00:00:00Z"_s);
    json.insert(u"updated_at"_s, u"2020-01-01T00:00:00Z"_s);
    return json;
}

QJsonObject Documents::repository(const Repository &repository, bool mayPush) const
{
    const QString html = htmlUrl(repository);
    const QString owner = repository.fullName.section(u'/', 0, 0);
    QJsonObject json{{u"id"_s, repository.id},
                     {u"node_id"_s, nodeId("Repository"_L1, QString::number(repository.id))},
                     {u"name"_s, repository.fullName.section(u'/', 1)},
                     {u"full_name"_s, repository.fullName},
                     {u"owner"_s, account(owner, 1)},
                     {u"url"_s, repoUrl(repository)},
                     {u"html_url"_s, html},
                     {u"clone_url"_s, html + u".git"_s},
                     {u"git_url"_s, html + u".git"_s},
                     {u"ssh_url"_s, html + u".git"_s},
                     {u"svn_url"_s, html},
                     {u"default_branch"_s, repository.defaultBranch},
                     {u"visibility"_s, u"public"_s},
                     {u"topics"_s, QJsonArray()},
                     {u"is_template"_s, false},
                     {u"allow_forking"_s, true},
                     {u"has_downloads"_s, true},
                     {u"web_commit_signoff_required"_s, false},
                     {u"created_at"_s, isoDate(repository.createdAt)},
                     {u"updated_at"_s, isoDate(repository.createdAt)},
                     {u"pushed_at"_s, isoDate(repository.createdAt)}};
    addRepositoryUrls(json, repoUrl(repository));
    addCounts(json);
    if (mayPush)
        addOwnersView(json);
    return json;
}

QJsonObject Documents::asset(const Repository &repository, const Release &release, const Asset &asset) const
{
    const QString download =
        u"%1/releases/download/%2/%3"_s.arg(htmlUrl(repository), encoded(urlTag(release)), encoded(asset.name));
    const QString digest = QString::fromLatin1(asset.sha256);
    return {{u"url"_s, u"%1/releases/assets/%2"_s.arg(repoUrl(repository)).arg(asset.id)},
            {u"id"_s, asset.id},
            {u"node_id"_s, nodeId("ReleaseAsset"_L1, QString::number(asset.id))},
            {u"name"_s, asset.name},
            {u"label"_s, asset.label},
            {u"uploader"_s, account(login, 1)},
            {u"content_type"_s, asset.contentType},
            {u"state"_s, asset.state},
            {u"size"_s, asset.size},
            {u"digest"_s, digest.isEmpty() ? QJsonValue() : QJsonValue(u"sha256:"_s + digest)},
            {u"download_count"_s, asset.downloads},
            {u"created_at"_s, isoDate(asset.createdAt)},
            {u"updated_at"_s, isoDate(asset.updatedAt)},
            {u"browser_download_url"_s, download}};
}

QJsonObject Documents::release(const Repository &repository, const Release &release) const
{
    const QString url = u"%1/releases/%2"_s.arg(repoUrl(repository)).arg(release.id);
    const QString uploads = u"%1/api/uploads/repos/%2/releases/%3/assets{?name,label}"_s;
    const QString tag = encoded(release.tagName);
    QJsonArray assets;
    for (const Asset &asset : release.assets)
        if (asset.isUploaded())
            assets.append(this->asset(repository, release, asset));
    return {{u"url"_s, url},
            {u"assets_url"_s, url + u"/assets"_s},
            {u"upload_url"_s, uploads.arg(m_base, repository.fullName).arg(release.id)},
            {u"html_url"_s, u"%1/releases/tag/%2"_s.arg(htmlUrl(repository), encoded(urlTag(release)))},
            {u"id"_s, release.id},
            {u"node_id"_s, nodeId("Release"_L1, QString::number(release.id))},
            {u"author"_s, account(login, 1)},
            {u"tag_name"_s, release.tagName},
            {u"target_commitish"_s, release.target.isEmpty() ? repository.defaultBranch : release.target},
            {u"name"_s, release.name},
            {u"body"_s, release.body},
            {u"draft"_s, release.draft},
            {u"prerelease"_s, release.prerelease},
            {u"immutable"_s, release.immutable},
            {u"created_at"_s, isoDate(release.createdAt)},
            {u"published_at"_s, dateOrNull(release.publishedAt)},
            {u"assets"_s, assets},
            {u"tarball_url"_s, u"%1/tarball/%2"_s.arg(repoUrl(repository), tag)},
            {u"zipball_url"_s, u"%1/zipball/%2"_s.arg(repoUrl(repository), tag)}};
}

QJsonObject Documents::ref(const Repository &repository, const QString &name, const QString &object) const
{
    const bool annotated = repository.tagObjects.contains(object);
    const QString kind = annotated ? u"tag"_s : u"commit"_s;
    const QString kinds = annotated ? u"tags"_s : u"commits"_s;
    return {{u"ref"_s, name},
            {u"node_id"_s, nodeId("Ref"_L1, name)},
            {u"url"_s, u"%1/git/%2"_s.arg(repoUrl(repository), name)},
            {u"object"_s,
             QJsonObject{{u"sha"_s, object},
                         {u"type"_s, kind},
                         {u"url"_s, u"%1/git/%2/%3"_s.arg(repoUrl(repository), kinds, object)}}}};
}

QJsonObject Documents::tagObject(const Repository &repository, const QString &object) const
{
    const QString commit = repository.tagObjects.value(object);
    const QString name = repository.tags.key(object);
    const QJsonObject tagger{{u"name"_s, QString(login)},
                             {u"email"_s, u"maintainer@localhost"_s},
                             {u"date"_s, isoDate(repository.commits.value(commit))}};
    return {{u"sha"_s, object},
            {u"node_id"_s, nodeId("Tag"_L1, object)},
            {u"url"_s, u"%1/git/tags/%2"_s.arg(repoUrl(repository), object)},
            {u"tag"_s, name},
            {u"message"_s, name},
            {u"tagger"_s, tagger},
            {u"verification"_s, verificationOf(repository.tagReasons.value(object))},
            {u"object"_s,
             QJsonObject{{u"sha"_s, commit},
                         {u"type"_s, u"commit"_s},
                         {u"url"_s, u"%1/git/commits/%2"_s.arg(repoUrl(repository), commit)}}}};
}

QJsonObject Documents::pull(const Repository &repository, const Pull &pull, bool isWhole) const
{
    const QString owner = repository.fullName.section(u'/', 0, 0);
    const QString url = u"%1/pulls/%2"_s.arg(repoUrl(repository)).arg(pull.number);
    const QString issue = u"%1/issues/%2"_s.arg(repoUrl(repository)).arg(pull.number);
    const QString html = u"%1/pull/%2"_s.arg(htmlUrl(repository)).arg(pull.number);
    const QString statuses = u"%1/statuses/%2"_s.arg(repoUrl(repository), pull.headCommit);
    const auto end = [&](const QString &branch, const QString &commit) {
        return QJsonObject{{u"label"_s, owner + u':' + branch},
                           {u"ref"_s, branch},
                           {u"sha"_s, commit},
                           {u"user"_s, account(owner, 1)},
                           {u"repo"_s, this->repository(repository, false)}};
    };
    QJsonObject links;
    for (const auto &[name, to] : {std::pair{u"self"_s, url},
                                   {u"html"_s, html},
                                   {u"issue"_s, issue},
                                   {u"comments"_s, issue + u"/comments"_s},
                                   {u"review_comments"_s, url + u"/comments"_s},
                                   {u"review_comment"_s, repoUrl(repository) + u"/pulls/comments{/number}"_s},
                                   {u"commits"_s, url + u"/commits"_s},
                                   {u"statuses"_s, statuses}})
        links.insert(name, QJsonObject{{u"href"_s, to}});
    const bool isMerged = !pull.mergeCommit.isEmpty();
    QJsonObject json{{u"id"_s, pull.id},
                     {u"node_id"_s, nodeId("PullRequest"_L1, QString::number(pull.id))},
                     {u"number"_s, pull.number},
                     {u"state"_s, pull.state},
                     {u"locked"_s, false},
                     {u"title"_s, pull.title},
                     {u"body"_s, pull.body},
                     {u"user"_s, account(login, 1)},
                     {u"labels"_s, QJsonArray()},
                     {u"assignees"_s, QJsonArray()},
                     {u"requested_reviewers"_s, QJsonArray()},
                     {u"requested_teams"_s, QJsonArray()},
                     {u"author_association"_s, u"OWNER"_s},
                     {u"draft"_s, false},
                     {u"head"_s, end(pull.head, pull.headCommit)},
                     {u"base"_s, end(pull.base, repository.branches.value(pull.base))},
                     {u"merge_commit_sha"_s, isMerged ? QJsonValue(pull.mergeCommit) : QJsonValue()},
                     {u"created_at"_s, isoDate(pull.createdAt)},
                     {u"updated_at"_s, isoDate(pull.createdAt)},
                     {u"closed_at"_s, dateOrNull(pull.closedAt)},
                     {u"merged_at"_s, isMerged ? dateOrNull(pull.closedAt) : QJsonValue()},
                     {u"url"_s, url},
                     {u"html_url"_s, html},
                     {u"diff_url"_s, html + u".diff"_s},
                     {u"patch_url"_s, html + u".patch"_s},
                     {u"issue_url"_s, issue},
                     {u"commits_url"_s, url + u"/commits"_s},
                     {u"review_comments_url"_s, url + u"/comments"_s},
                     {u"review_comment_url"_s, repoUrl(repository) + u"/pulls/comments{/number}"_s},
                     {u"comments_url"_s, issue + u"/comments"_s},
                     {u"statuses_url"_s, statuses},
                     {u"_links"_s, links}};
    for (const QString &key : {u"assignee"_s, u"milestone"_s, u"auto_merge"_s, u"active_lock_reason"_s})
        json.insert(key, QJsonValue::Null);
    if (!isWhole)
        return json;
    for (const QString &key : {u"additions"_s, u"deletions"_s, u"comments"_s, u"review_comments"_s})
        json.insert(key, 0);
    for (const QString &key : {u"changed_files"_s, u"commits"_s})
        json.insert(key, 1);
    json.insert(u"merged"_s, isMerged);
    json.insert(u"merged_by"_s, isMerged ? QJsonValue(account(login, 1)) : QJsonValue());
    json.insert(u"mergeable"_s, isMerged ? QJsonValue() : QJsonValue(true));
    json.insert(u"mergeable_state"_s, isMerged ? u"unknown"_s : u"clean"_s);
    json.insert(u"rebaseable"_s, isMerged ? QJsonValue() : QJsonValue(true));
    json.insert(u"maintainer_can_modify"_s, false);
    return json;
}

QJsonObject Documents::commit(const Repository &repository, const QString &sha) const
{
    const QString url = u"%1/commits/%2"_s.arg(repoUrl(repository), sha);
    const QJsonObject person{{u"name"_s, QString(login)},
                             {u"email"_s, u"maintainer@localhost"_s},
                             {u"date"_s, isoDate(repository.commits.value(sha))}};
    const QJsonObject tree{{u"sha"_s, sha}, {u"url"_s, u"%1/git/trees/%2"_s.arg(repoUrl(repository), sha)}};
    const QJsonObject inner{{u"url"_s, u"%1/git/commits/%2"_s.arg(repoUrl(repository), sha)},
                            {u"author"_s, person},
                            {u"committer"_s, person},
                            {u"message"_s, u"A commit of the rehearsal"_s},
                            {u"comment_count"_s, 0},
                            {u"tree"_s, tree}};
    return {{u"url"_s, url},
            {u"sha"_s, sha},
            {u"node_id"_s, nodeId("Commit"_L1, sha)},
            {u"html_url"_s, u"%1/commit/%2"_s.arg(htmlUrl(repository), sha)},
            {u"comments_url"_s, url + u"/comments"_s},
            {u"commit"_s, inner},
            {u"author"_s, account(login, 1)},
            {u"committer"_s, account(login, 1)},
            {u"parents"_s, QJsonArray()}};
}

QJsonObject Documents::branch(const Repository &repository, const QString &name) const
{
    const QString sha = repository.branches.value(name);
    const QString url = u"%1/commits/%2"_s.arg(repoUrl(repository), sha);
    return {{u"name"_s, name}, {u"protected"_s, false}, {u"commit"_s, QJsonObject{{u"sha"_s, sha}, {u"url"_s, url}}}};
}

QJsonObject Documents::tag(const Repository &repository, const QString &name) const
{
    const QString object = repository.tags.value(name);
    const QString sha = repository.tagObjects.value(object, object);
    const QString url = u"%1/commits/%2"_s.arg(repoUrl(repository), sha);
    return {{u"name"_s, name},
            {u"node_id"_s, nodeId("Ref"_L1, name)},
            {u"commit"_s, QJsonObject{{u"sha"_s, sha}, {u"url"_s, url}}},
            {u"zipball_url"_s, u"%1/zipball/refs/tags/%2"_s.arg(repoUrl(repository), encoded(name))},
            {u"tarball_url"_s, u"%1/tarball/refs/tags/%2"_s.arg(repoUrl(repository), encoded(name))}};
}

} // namespace unmoor::rehearsal
