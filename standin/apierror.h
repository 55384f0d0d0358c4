// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <expected>

namespace unmoor::rehearsal {

/// A refusal as GitHub words it.
struct ApiError
{
    int status = 422;
    QString message;
    QJsonArray errors; ///< of a 422: [{resource, code, field}]
};

template <typename T>
using Answer = std::expected<T, ApiError>;

inline std::unexpected<ApiError> refuse(int status, const QString &message)
{
    return std::unexpected(ApiError{status, message, {}});
}

inline std::unexpected<ApiError> notFound()
{
    return refuse(404, QStringLiteral("Not Found"));
}

/// 422 "Validation Failed" with one entry; \a message belongs to the code "custom".
inline std::unexpected<ApiError> invalid(const QString &resource, const QString &code, const QString &field,
                                         const QString &message = {})
{
    QJsonObject entry{
        {QStringLiteral("resource"), resource}, {QStringLiteral("code"), code}, {QStringLiteral("field"), field}};
    if (!message.isEmpty())
        entry.insert(QStringLiteral("message"), message);
    return std::unexpected(ApiError{422, QStringLiteral("Validation Failed"), {entry}});
}

} // namespace unmoor::rehearsal
