// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/store.h"

namespace unmoor::rehearsal {

/// Makes a release from the body of POST /releases; its id.
Answer<qint64> createRelease(Store &store, Repository &repository, const QJsonObject &fields);

/// PATCH /releases/ID. As on GitHub, a draft that is edited without its tag_name becomes "untagged-…".
Answer<void> updateRelease(Repository &repository, Release &release, const QJsonObject &fields);

/// The tag stays; the tag of an immutable release can never be used again.
void deleteRelease(Store &store, Repository &repository, qint64 id);

Answer<void> createRef(Repository &repository, const QJsonObject &fields);

const Release *latestRelease(const Repository &repository);
const Release *publishedRelease(const Repository &repository, const QString &tag);

} // namespace unmoor::rehearsal
