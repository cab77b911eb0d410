// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_format.h"

#include "ui/models/json_tokens.h"

namespace signalbox::ui {

namespace {

bool opens(char character)
{
    return character == '{' || character == '[';
}

bool closes(char character)
{
    return character == '}' || character == ']';
}

void breakLine(QByteArray& text, qsizetype depth)
{
    text += '\n' + QByteArray(depth * 2, ' ');
}

} // namespace

Result<QByteArray> formattedJson(QByteArrayView text)
{
    const JsonTokens found = jsonTokens(text);
    if (found.fault) {
        return Error{"message.not_json", jsonFaultText(text, *found.fault)};
    }
    QByteArray formatted;
    qsizetype depth = 0;
    char previous = '\0';
    for (const JsonToken& token : found.tokens) {
        const char first = text[token.offset];
        if (closes(first)) {
            --depth;
            if (!opens(previous)) {
                breakLine(formatted, depth);
            }
        } else if (opens(previous) || previous == ',') {
            breakLine(formatted, depth);
        }
        formatted += text.sliced(token.offset, token.length);
        if (first == ':') {
            formatted += ' ';
        }
        depth += opens(first) ? 1 : 0;
        previous = first;
    }
    return formatted;
}

} // namespace signalbox::ui
