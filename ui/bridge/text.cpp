// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"

#include <algorithm>

namespace longhand::ui {
namespace {

struct Character {
    qsizetype units = 1;     // UTF-16
    std::uint32_t bytes = 1; // UTF-8
};

Character characterAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {2, 4};
    if (unit.unicode() < 0x80)
        return {1, 1};
    return {1, unit.unicode() < 0x800 ? 2U : 3U};
}

} // namespace

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

QStringList fromUtf8(const std::vector<std::string>& texts)
{
    QStringList list;
    list.reserve(static_cast<qsizetype>(texts.size()));
    for (const std::string& text : texts)
        list.append(fromUtf8(text));
    return list;
}

QString fromPath(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

std::filesystem::path toPath(const QString& path)
{
    return {path.toStdU16String()};
}

qsizetype utf16Offset(QStringView text, std::uint32_t bytes)
{
    std::uint32_t passed = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const Character character = characterAt(text, at);
        if (passed + character.bytes > bytes)
            break;
        passed += character.bytes;
        at += character.units;
    }
    return at;
}

std::uint32_t utf8Offset(QStringView text, qsizetype units)
{
    std::uint32_t bytes = 0;
    for (qsizetype at = 0; at < std::min(units, text.size());) {
        const Character character = characterAt(text, at);
        if (at + character.units > units)
            break;
        bytes += character.bytes;
        at += character.units;
    }
    return bytes;
}

} // namespace longhand::ui
