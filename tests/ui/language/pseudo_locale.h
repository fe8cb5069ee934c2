// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/language/ts_file.h"

#include <QTranslator>

#include <set>

namespace longhand::ui {

// A language for tests alone. Each sentence stays readable, has an accent on every letter, grows by
// 40 % and stands in ⟦ ⟧: "⟦Šúɱɱáŕý óñéţ⟧". Places and the letter behind & stay. A sentence of
// ours that the .ts files do not have stays English, as it would for people.
class PseudoLocale : public QTranslator {
public:
    PseudoLocale();
    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    std::set<std::tuple<QString, QString, QString>> m_known;
};

QString pseudo(const QString& source);

} // namespace longhand::ui
