# SPDX-License-Identifier: GPL-3.0-or-later
# Unmoor of the libraries of nixpkgs. Nix, git and ssh are not pinned: what the user has is what is driven.
{
  lib,
  stdenv,
  source,
  cmake,
  ninja,
  pkg-config,
  qt6,
  kdePackages,
  curl,
  libarchive,
  libyaml,
  openssl,
  tomlplusplus,
  xz,
  zlib,
}:

stdenv.mkDerivation {
  pname = "unmoor";
  version = builtins.head (builtins.match ".*project\\(unmoor VERSION ([0-9.]+).*" (builtins.readFile ../CMakeLists.txt));
  src = source;

  nativeBuildInputs = [
    cmake
    kdePackages.extra-cmake-modules
    ninja
    pkg-config
    qt6.qttools
    qt6.wrapQtAppsHook
  ];
  buildInputs = [
    kdePackages.karchive
    kdePackages.kcoreaddons
    kdePackages.qtkeychain
    curl
    libarchive
    libyaml
    openssl
    qt6.qtbase
    qt6.qthttpserver
    qt6.qtsvg
    qt6.qtwayland # a plugin that Qt loads by name
    qt6.qtwebsockets
    tomlplusplus
    xz
    zlib
  ];

  cmakeFlags = [
    (lib.cmakeBool "BUILD_SHARED_LIBS" false)
    (lib.cmakeBool "BUILD_TESTING" false)
    (lib.cmakeBool "UNMOOR_UNITY" true)
  ];

  meta = {
    description = "Desktop console for releases of projects that are built from a Nix flake";
    license = lib.licenses.gpl3Plus;
    mainProgram = "unmoor";
    platforms = lib.platforms.linux;
  };
}
