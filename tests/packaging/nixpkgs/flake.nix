# SPDX-License-Identifier: GPL-3.0-or-later
# Stands for nixpkgs in a test, where nixpkgs is out of reach: it has the names that Unmoor's flake takes of it, as
# nixpkgs 25.05 has them, and no others. A name that is not here fails the evaluation.
{
  outputs =
    { self }:
    let
      package =
        system: name:
        derivation {
          inherit name system;
          builder = "/bin/sh";
          args = [
            "-c"
            "echo ${name} >$out"
          ];
        };
      packagesOf =
        system:
        let
          named = names: builtins.listToAttrs (map (name: { inherit name; value = package system name; }) names);
          pkgs =
            named [
              "appstream"
              "ccache"
              "clang-tools"
              "cmake"
              "curl"
              "desktop-file-utils"
              "git"
              "jq"
              "libarchive"
              "libyaml"
              "mandoc"
              "mold"
              "ninja"
              "nixfmt-rfc-style"
              "openssh"
              "openssl"
              "pkg-config"
              "tomlplusplus"
              "xz"
              "zlib"
            ]
            // {
              lib = {
                cmakeBool = name: value: "-D${name}:BOOL=${if value then "TRUE" else "FALSE"}";
                licenses.gpl3Plus = { };
                platforms.linux = [ system ];
              };
              qt6 = named [
                "qtbase"
                "qthttpserver"
                "qtsvg"
                "qttools"
                "qtwayland"
                "qtwebsockets"
                "wrapQtAppsHook"
              ];
              kdePackages = named [
                "extra-cmake-modules"
                "karchive"
                "kcoreaddons"
                "qtkeychain"
              ];
              stdenv.mkDerivation =
                { pname, version, ... }@arguments:
                derivation {
                  inherit system;
                  name = "${pname}-${version}";
                  builder = "/bin/sh";
                  inputs = arguments.nativeBuildInputs ++ arguments.buildInputs;
                  inherit (arguments) cmakeFlags src;
                };
              mkShell = { inputsFrom, packages }: derivation {
                inherit system;
                name = "shell";
                builder = "/bin/sh";
                inputs = inputsFrom ++ packages;
              };
              runCommand = name: { nativeBuildInputs }: script: derivation {
                inherit name system;
                builder = "/bin/sh";
                args = [
                  "-c"
                  script
                ];
                inputs = nativeBuildInputs;
              };
              callPackage =
                file: more:
                let
                  make = import file;
                in
                make (builtins.intersectAttrs (builtins.functionArgs make) pkgs // more);
            };
        in
        pkgs;
    in
    {
      legacyPackages = builtins.listToAttrs (
        map (name: { inherit name; value = packagesOf name; }) [
          "x86_64-linux"
          "aarch64-linux"
        ]
      );
    };
}
