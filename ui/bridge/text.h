// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::ui {

// Below the bridge text is UTF-8 and offsets are bytes; above it text is QString and offsets are
// UTF-16 units. Bytes that are not UTF-8 become U+FFFD.
QString fromUtf8(std::string_view text);
std::string toUtf8(const QString& text);
QStringList fromUtf8(const std::vector<std::string>& texts);

QString fromPath(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& path);

// Where `bytes` bytes of the UTF-8 form of `text` end, in UTF-16 units. Past the end: its length;
// inside a character: the character's begin.
qsizetype utf16Offset(QStringView text, std::uint32_t bytes);
// The inverse: bytes of the UTF-8 form of the first `units` UTF-16 units.
std::uint32_t utf8Offset(QStringView text, qsizetype units);

} // namespace longhand::ui
