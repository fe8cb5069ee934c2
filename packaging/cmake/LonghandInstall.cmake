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
    install(FILES resources/icons/longhand.svg
            DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(DIRECTORY resources/ DESTINATION ${CMAKE_INSTALL_DATADIR}/longhand
        PATTERN screenshots EXCLUDE)
