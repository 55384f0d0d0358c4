// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changelog/commitdraft.h"
#include "app/project/checkout.h"

namespace unmoor {

// What git prints, read. Of entries that are not as git writes them nothing is taken.

/// Of `git rev-parse --is-shallow-repository --show-toplevel`.
struct CheckoutTop
{
    bool isShallow = false;
    QString root;

    bool operator==(const CheckoutTop &) const = default;
};

/// Errors: Corrupt, where \a out has not both.
Result<CheckoutTop> parseTop(const QByteArray &out);

/// Commit, branch and files of `git status --porcelain=v2 --branch --no-renames -z`: see git-status(1).
void parseStatus(const QByteArray &out, Checkout &checkout);

QString tagFormat(); ///< the option of `git for-each-ref` that parseTags() reads
/// The checkout's tags, out of lines of "name object peeled[ signed]".
void parseTags(const QByteArray &out, Checkout &checkout);

/// Name → URL, without user and password, out of the lines of `git remote -v`: "origin<TAB>https://… (fetch)", in a
/// partial clone with a filter in brackets behind.
QMap<QString, QString> parseRemotes(const QByteArray &out);

QString commitFormat(); ///< the option of `git log -z` that parseCommits() reads
QList<Commit> parseCommits(const QByteArray &out);

} // namespace unmoor
