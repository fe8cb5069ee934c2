// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace longhand::ui {

class AskPane;
class BookHeader;
class JobsModel;
class JobsPane;
class LibraryModel;
class LibraryPane;
class ReaderPane;
class SummaryPane;
class TranslatePane;

// The parts of the window that the desks connect. Owned by the window.
struct Panes {
    LibraryModel* books = nullptr;
    JobsModel* queue = nullptr;
    LibraryPane* library = nullptr;
    BookHeader* header = nullptr;
    ReaderPane* reader = nullptr;
    SummaryPane* summary = nullptr;
    AskPane* ask = nullptr;
    TranslatePane* translate = nullptr;
    JobsPane* jobs = nullptr;
};

} // namespace longhand::ui
