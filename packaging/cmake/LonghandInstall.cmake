# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. The reader is no command of its own, so it stands apart.
if(TARGET longhand-reader)
    install(TARGETS longhand-reader RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/longhand)
endif()
if(TARGET longhand-remote) # loaded when a server is configured, and no sooner
    install(TARGETS longhand-remote LIBRARY DESTINATION lib/longhand)
endif()
install(TARGETS longhand RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
set(man_pages packaging/man/longhand.1)
if(TARGET longhand-desktop)
    set(id org.longhand.Longhand)
    set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
    install(TARGETS longhand-desktop RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES packaging/desktop/${id}.desktop
            DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/desktop/${id}.metainfo.xml
            DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/icons/longhand.svg DESTINATION ${icons}/scalable/apps
            RENAME ${id}.svg)
    install(FILES resources/icons/longhand-symbolic.svg DESTINATION ${icons}/symbolic/apps
            RENAME ${id}-symbolic.svg)
    list(APPEND man_pages packaging/man/longhand-desktop.1)
endif()
install(DIRECTORY resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/longhand
        PATTERN screenshots EXCLUDE PATTERN icons EXCLUDE)
install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES packaging/completion/longhand.bash
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME longhand)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
# A package that works from the first start without a network carries the embedded model.
set(LONGHAND_BUNDLED_MODEL "" CACHE FILEPATH "GGUF file to install with the program, or empty")
if(LONGHAND_BUNDLED_MODEL)
    install(FILES ${LONGHAND_BUNDLED_MODEL}
            DESTINATION ${CMAKE_INSTALL_DATADIR}/longhand/models)
endif()

# `cpack` in a build folder: a Debian package whose dependencies are read from the programs, and an
# archive. What Qt loads while it runs is not seen there, so it is named here.
set(CPACK_PACKAGE_NAME longhand)
set(CPACK_PACKAGE_CONTACT "The Longhand contributors <longhand@localhost>")
set(CPACK_PACKAGE_DESCRIPTION
    "Reads whole books with a language model on your own machine: summaries with their
 passages, answers with their places, translations chapter by chapter.")
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
if(TARGET longhand-desktop)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
        "fonts-noto-cjk, poppler-data, qt6-translations-l10n, qt6-wayland, xdg-desktop-portal")
endif()
include(CPack)
