// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A project whose target comes out of GitHub Actions, and what a job of it that fails writes.
namespace actionsdemo {

inline const QByteArray manifest =
    "schema = 1\n[project]\nname = \"demo\"\nrepository = \"owner/demo\"\n"
    "version = { literal = \"1.0.5\" }\n"
    "[[target]]\ntriple = \"aarch64-apple-darwin\"\nsystem = \"aarch64-darwin\"\noutput = \"o\"\n"
    "archive = \"demo-{triple}.tar\"\n"
    "[target.actions]\nworkflow = \"release.yml\"\njob = \"build ({triple})\"\nartifact = \"release-{triple}\"\n";
inline const QByteArray workflow = "name: Release\non:\n  push:\n    tags: ['v*']\njobs: {}\n";
inline const QByteArray failedEnd =
    "2026-11-29T10:00:01.0000000Z copying path '/nix/store/x' from 'https://cache.example'...\n"
    "2026-11-29T10:00:02.0000000Z error: hash mismatch in fixed-output derivation "
    "'/nix/store/abcdfghijklmnpqrsvwxyz0123456789-demo-1.0.drv':\n"
    "2026-11-29T10:00:02.0000000Z          specified: sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    "2026-11-29T10:00:02.0000000Z             got:    sha256-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB=\n"
    "2026-11-29T10:00:03.0000000Z ##[error]Process completed with exit code 1.\n";

} // namespace actionsdemo
