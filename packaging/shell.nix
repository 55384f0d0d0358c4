# SPDX-License-Identifier: GPL-3.0-or-later
# What Unmoor is built and worked on with. The whole test suite needs Debian's packages besides (packaging/test on a
# machine without nix develop makes them an environment of their own).
{
  mkShell,
  unmoor,
  ccache,
  clang-tools,
  git,
  jq,
  mold,
  nixfmt-rfc-style,
  openssh,
}:

mkShell {
  inputsFrom = [ unmoor ];
  packages = [
    ccache
    clang-tools
    git
    jq
    mold
    nixfmt-rfc-style
    openssh
  ];
}
