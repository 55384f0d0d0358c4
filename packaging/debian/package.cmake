# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package, made by CPack:  packaging/deb
set(UNMOOR_MAINTAINER "The Unmoor developers <unmoor@users.noreply.github.com>" CACHE STRING "Who made the Debian package")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME unmoor)
set(CPACK_PACKAGE_CONTACT "${UNMOOR_MAINTAINER}")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${UNMOOR_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
if(UNMOOR_REPOSITORY)
    set(CPACK_DEBIAN_PACKAGE_HOMEPAGE https://github.com/${UNMOOR_REPOSITORY})
endif()
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console for releases of projects that are built from a Nix flake")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Unmoor shows the targets of a release, builds each with Nix here or on
another machine over SSH, shows what is inside each archive against what
should be there, edits the release notes in the changelog, and publishes
through the API of GitHub with a token that lives in the keychain. When a
release stopped half-way, it is finished without building it again.

Everything is there in a window and by command.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins that Qt loads by name, which no linker sees: the ledger's database, and the icons.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-svg-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git, libsecret-1-0, nix-bin, openssh-client, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gnome-keyring | kwalletmanager, xz-utils")

# Policy wants both changelogs packed without name and time, and the copyright beside them.
set(doc ${CMAKE_CURRENT_BINARY_DIR}/doc)
file(MAKE_DIRECTORY ${doc})
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
find_program(GZIP gzip)
if(GZIP)
    add_custom_command(OUTPUT ${doc}/changelog.gz ${doc}/changelog.Debian.gz
        COMMAND ${CMAKE_COMMAND} -E copy ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${doc}/changelog
        COMMAND sharemaker debian-changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_VERSION}-1 ${UNMOOR_MAINTAINER}
                ${now} ${doc}/changelog.Debian
        COMMAND ${GZIP} -9nf ${doc}/changelog ${doc}/changelog.Debian
        DEPENDS sharemaker ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
    add_custom_target(unmoor_debian_doc DEPENDS ${doc}/changelog.gz ${doc}/changelog.Debian.gz)
endif()
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/debian/stage.cmake)
set(CPACK_UNMOOR_DOC ${doc})
set(CPACK_UNMOOR_COPYRIGHT ${CMAKE_CURRENT_SOURCE_DIR}/debian/copyright)
include(CPack)
