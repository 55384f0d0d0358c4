# SPDX-License-Identifier: GPL-3.0-or-later
# Runs when CPack has staged the package, before it packs it: adds what Debian's policy asks for.
set(share ${CPACK_TEMPORARY_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share)
file(COPY ${CPACK_UNMOOR_DOC}/changelog.gz ${CPACK_UNMOOR_DOC}/changelog.Debian.gz ${CPACK_UNMOOR_COPYRIGHT}
    DESTINATION ${share}/doc/unmoor
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
execute_process(COMMAND gzip -9nf ${share}/man/man1/unmoor.1 COMMAND_ERROR_IS_FATAL ANY)
