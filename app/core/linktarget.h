// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/result.h"

#include <QUrl>

namespace unmoor {

/// Where links of a text may lead.
struct LinkPlace
{
    QString root; ///< top of the checkout, absolute; empty: no file may be opened
    QString folder; ///< where relative links begin; empty: at root
    QUrl ownPage; ///< pages at or below it are known; empty: none is
};

/// What a link leads to: one of both.
struct LinkTarget
{
    QUrl page; ///< http or https
    QString file; ///< a file or folder of the checkout, absolute and without links
    bool isKnown = false; ///< the page is at or below LinkPlace::ownPage

    bool operator==(const LinkTarget &) const = default;
};

/// What \a link leads to, which somebody else wrote: in notes, in a log, in an answer of a host. Errors: InvalidInput
/// (another scheme, out of the checkout, neither file nor folder), NotFound; the message says why nothing is opened.
Result<LinkTarget> linkTarget(const QUrl &link, const LinkPlace &place);

/// The whole address as people can check it: in ASCII, so that no letter looks like another one, in lines of 80
/// characters.
QString shownAddress(const QUrl &link);

} // namespace unmoor
