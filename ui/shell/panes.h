// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace longhand::ui {

class AskPane;
class Banner;
class BookHeader;
class ContentsPane;
class JobsModel;
class JobsPane;
class LibraryModel;
class LibraryPage;
class LibraryPane;
class ModelsPane;
class ReaderPane;
class SummaryPane;
class TranslatePane;

// The parts of the window that the desks connect. Owned by the window.
struct Panes {
    LibraryModel* books = nullptr;
    JobsModel* queue = nullptr;
    LibraryPane* library = nullptr; // at the side
    LibraryPage* page = nullptr;    // the library in full
    Banner* notice = nullptr;       // across the top of the window, for a while
    BookHeader* header = nullptr;
    ReaderPane* reader = nullptr;
    ContentsPane* contents = nullptr; // of the open book, at the side
    SummaryPane* summary = nullptr;
    AskPane* ask = nullptr;
    TranslatePane* translate = nullptr;
    JobsPane* jobs = nullptr;
    ModelsPane* models = nullptr;
};

} // namespace longhand::ui
