// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_assistant.h"

namespace longhand::ui {

// Prints the paragraphs of its books on their pages, so that pages, marks and selections look and
// lie as they would in a real book.
class PrintedAssistant : public FakeAssistant {
    Q_OBJECT
public:
    void drawPage(BookId book, int page, double pixelsPerPoint) override;
    void readPageText(BookId book, int page) override;
    void locate(BookId book, const SourceView& source) override;
};

} // namespace longhand::ui
