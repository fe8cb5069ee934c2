// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace longhand::ui {

class PageArea;

// A page is a picture; this gives screen readers its text, with the place of each character.
void installPageAccessible();          // once for the program; again does nothing
void announcePageText(PageArea& area); // the page in view has another text now

} // namespace longhand::ui
