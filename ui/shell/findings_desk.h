// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

namespace longhand::ui {

class BookDesk;

// Connects the summary and the conversation with what the library keeps of them: earlier ones,
// removing and taking back, copies for the clipboard.
class FindingsDesk : public QObject {
    Q_OBJECT
public:
    FindingsDesk(Assistant& assistant, const Panes& panes, BookDesk& books, QWidget* window);

private:
    void connectSummary();
    void connectAnswers();
    void copied(const CopiedText& text, CopyForm form);

    Assistant& m_assistant;
    Findings& m_findings;
    Panes m_panes;
    BookDesk& m_books;
    bool m_began = false; // a new summary, and no chapter of it is there yet
};

} // namespace longhand::ui
