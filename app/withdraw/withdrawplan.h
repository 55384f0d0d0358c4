// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/changelog.h"
#include "app/project/releasemanifest.h"
#include "app/publish/remoterelease.h"
#include "app/release/fileedit.h"

#include <QJsonObject>

namespace unmoor {

/// How a release is taken back. None of them deletes a file that users have.
enum class WithdrawWay {
    Demote, ///< latest goes back, pre-release, a notice on top of the notes, a mark in the changelog
    ToDraft, ///< hidden from users, with all its files
    Tidy, ///< second drafts and broken uploads go
    Restore, ///< a demoted release becomes what it was
};
QString withdrawWayName(WithdrawWay way); ///< "demote", "draft", "tidy", "restore": as scripts name them

struct WithdrawRequest
{
    WithdrawWay way = WithdrawWay::Demote;
    QString tag;
    QString reason; ///< for the notice, one line of Markdown; may be empty

    bool operator==(const WithdrawRequest &) const = default;
};

/// What taking a release back looks at, all of one moment.
struct WithdrawFacts
{
    ReleaseManifest manifest;
    RemoteRelease remote; ///< of the tag
    QList<github::Release> releases; ///< all of the repository
    QMap<qint64, QList<github::Asset>> draftFiles; ///< of RemoteRelease::otherDrafts, by id
    QString changelogFile; ///< relative to the checkout's root
    Result<Changelog> changelog = failure(Error::Kind::NotFound, QString());

    QString version() const; ///< of the tag; empty: it is not made by the project's template
    /// The newest stable release that was not taken back, other than the tag's own; null: there is none.
    const github::Release *newestGood() const;
};

/// One thing that is done, readable before it happens.
struct WithdrawStep
{
    enum class Kind { MoveLatest, Demote, ToDraft, Restore, DeleteDraft, DeleteUpload, MarkChangelog };

    Kind kind = Kind::Demote;
    qint64 id = 0; ///< of the release or upload
    QString what; ///< "Mark v1.0.5 as a pre-release, with a notice on top of its notes"
    QString why;

    QString key() const; ///< "demote 42": what a person agrees to
    bool operator==(const WithdrawStep &) const = default;
};

struct WithdrawPlan
{
    QList<WithdrawStep> steps; ///< empty: all of it is so already
    QString notice; ///< Markdown, that users will read; empty: none is written
    std::optional<FileEdit> changelog; ///< that marks the section, or takes the mark away
    QStringList remarks; ///< what stays for a person to do or to know
    std::optional<Error> blocker; ///< why it cannot be done

    bool isComplete() const { return steps.isEmpty() && !blocker; }
    QStringList keys() const; ///< of all steps
    bool operator==(const WithdrawPlan &) const = default;
};

/// Pure. A second plan after carrying the first out is empty.
WithdrawPlan planWithdraw(const WithdrawFacts &facts, const WithdrawRequest &request);

} // namespace unmoor
