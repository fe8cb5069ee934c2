# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. The reader stands beside the programs that start it.
if(TARGET longhand-reader)
    install(TARGETS longhand-reader RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(TARGETS longhand RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(TARGET longhand-desktop)
    install(TARGETS longhand-desktop RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES packaging/desktop/longhand.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/desktop/org.longhand.Longhand.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/icons/longhand.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(DIRECTORY resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/longhand
        PATTERN screenshots EXCLUDE)
install(FILES packaging/man/longhand.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/completion/longhand.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME longhand)

# `cpack` in a build folder: a Debian package whose dependencies are read from the programs, and an
# archive.
set(CPACK_PACKAGE_NAME longhand)
set(CPACK_PACKAGE_CONTACT "The Longhand contributors <longhand@localhost>")
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS fonts-noto-cjk)
include(CPack)
