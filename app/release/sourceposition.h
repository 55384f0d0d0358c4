// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace unmoor {

/// A place in a file of the checkout.
struct SourcePosition
{
    QString file; ///< relative to the checkout's root
    int line = 0; ///< from 1; 0: the file alone
    int column = 0;

    bool operator==(const SourcePosition &) const = default;
};

/// The file of the checkout at \a root that Nix means with \a path: a path into the copy that it made of the checkout
/// in its store, one like «git+file:///root»/nix/x.nix, or one into the checkout itself. Empty where it is none of the
/// checkout's: the source of an input, or of Nix itself. The file need not exist.
QString fileInCheckout(const QString &path, const QString &root);

/// The innermost position in the checkout of those that Nix names in \a words; traces begin at the caller.
std::optional<SourcePosition> positionInCheckout(const QString &words, const QString &root);

} // namespace unmoor
