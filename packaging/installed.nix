# SPDX-License-Identifier: GPL-3.0-or-later
# A check: what is installed is valid by its own tools, and the program starts.
{
  runCommand,
  unmoor,
  appstream,
  desktop-file-utils,
  mandoc,
}:

runCommand "unmoor-installed"
  {
    nativeBuildInputs = [
      appstream
      desktop-file-utils
      mandoc
      unmoor
    ];
  }
  ''
    export HOME=$PWD
    unmoor --version
    desktop-file-validate ${unmoor}/share/applications/*.desktop
    appstreamcli validate --no-net ${unmoor}/share/metainfo/*.xml
    mandoc -T lint -W error ${unmoor}/share/man/man1/unmoor.1*
    touch $out
  ''
