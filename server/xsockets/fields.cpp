// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/fields.h"

#include <algorithm>
#include <string_view>

namespace signalbox::xsockets {

namespace {

QByteArray lowerCase(char letter)
{
    return QByteArray(1, letter).toLower();
}

} // namespace

std::optional<message::JsonValue> field(const message::JsonObject& object, char upperCase)
{
    auto value = object.value(QByteArray(1, upperCase));
    if (!value) {
        value = object.value(lowerCase(upperCase));
    }
    return value && value->kind() == message::JsonKind::Null ? std::nullopt : value;
}

bool hasFieldTwice(const message::JsonObject& object)
{
    constexpr std::string_view letters = "CTDIQR";
    return std::ranges::any_of(letters, [&object](char letter) {
        return object.value(QByteArray(1, letter)) && object.value(lowerCase(letter));
    });
}

} // namespace signalbox::xsockets
