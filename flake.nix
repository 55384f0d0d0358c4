# SPDX-License-Identifier: GPL-3.0-or-later
#   nix run .               Unmoor, built with nixpkgs
#   nix develop             a shell to work on it; packaging/enter, run and test take it as their environment
#   nix flake check         builds it, and looks at what it installs
# What a release ships is made with Debian's own tools; see packaging/debian/outputs.nix.
{
  description = "Unmoor, the desktop console for releases of projects that are built from a Nix flake";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.05";

  outputs =
    { self, nixpkgs }:
    let
      systems = [
        "x86_64-linux"
        "aarch64-linux"
      ];
      forEach =
        make:
        builtins.listToAttrs (
          map (system: {
            name = system;
            value = make system;
          }) systems
        );
      pkgsOf = system: nixpkgs.legacyPackages.${system};
      packageOf = system: (pkgsOf system).callPackage ./packaging/package.nix { source = self; };
    in
    {
      packages = forEach (
        system: { default = packageOf system; } // import ./packaging/debian/outputs.nix { inherit self system; }
      );

      apps = forEach (system: {
        default = {
          type = "app";
          program = "${packageOf system}/bin/unmoor";
          meta.description = "The release console";
        };
      });

      devShells = forEach (system: {
        default = (pkgsOf system).callPackage ./packaging/shell.nix { unmoor = packageOf system; };
      });

      checks = forEach (system: {
        package = packageOf system;
        installed = (pkgsOf system).callPackage ./packaging/installed.nix { unmoor = packageOf system; };
      });

      overlays.default = final: _previous: {
        unmoor = final.callPackage ./packaging/package.nix { source = self; };
      };
    };
}
