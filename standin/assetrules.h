// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "standin/store.h"

namespace unmoor::rehearsal {

/// The name under which GitHub stores a file: what is not a letter, a digit or one of "_-+@." becomes ".", runs of dots
/// become one, and a name that begins with a dot gets "default" in front.
QString storedName(const QString &name);

/// What an upload says of itself.
struct UploadHead
{
    QString name;
    QString label;
    QString contentType;
    qint64 size = 0;
};

/// Refuses what GitHub refuses, else makes a "starter", which is what stays if the bytes never come; its id.
Answer<qint64> beginUpload(Store &store, Release &release, const UploadHead &head);

/// Makes a starter an asset. An empty \a sha256 gives one without a digest.
void finishUpload(Asset &asset, qint64 size, const QByteArray &sha256);

Answer<void> updateAsset(Repository &repository, qint64 id, const QJsonObject &fields);
Answer<void> deleteAsset(Store &store, Repository &repository, qint64 id);

} // namespace unmoor::rehearsal
