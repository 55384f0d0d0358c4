# SPDX-License-Identifier: GPL-3.0-or-later
# What a release of Unmoor ships. A package of Debian is made of Debian's compiler and libraries, so these two take
# them from /usr: they build in the environment of packaging/enter, where Nix has no sandbox, and nowhere else.
{ self, system }:
let
  usr =
    name: script:
    derivation {
      inherit name system;
      builder = "/bin/sh";
      args = [
        "-euc"
        script
      ];
      PATH = "/usr/bin:/bin";
      LC_ALL = "C.UTF-8";
      SOURCE_DATE_EPOCH = toString (self.lastModified or 0);
      src = self;
    };
in
{
  debian-package = usr "unmoor-debian-package" ''
    export HOME=$PWD CCACHE_DISABLE=1
    cp -r --no-preserve=mode,ownership "$src" unmoor
    bash unmoor/packaging/debian/make "$out"
  '';

  source-archive = usr "unmoor-source-archive" ''
    version=$(sed -n 's/^project(unmoor VERSION \([0-9.]*\).*/\1/p' "$src/CMakeLists.txt")
    mkdir "$out"
    tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u+w,go-w \
        --transform="s,^[.],unmoor-$version," -C "$src" -cf - . | xz -T1 -6 >"$out/unmoor-$version.tar.xz"
  '';
}
