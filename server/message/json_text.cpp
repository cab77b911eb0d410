// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_text.h"

#include "server/message/json_reader.h"

#include <QtCore/QString>

#include <simdjson.h>

namespace signalbox::message {

namespace {

void appendEscaped(QByteArray& out, char character)
{
    static constexpr char digits[] = "0123456789abcdef";
    switch (character) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default: // the other characters below U+0020
        out += "\\u00";
        out += digits[(character >> 4) & 0xF];
        out += digits[character & 0xF];
    }
}

bool mustBeEscaped(char character)
{
    return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

void appendUtf8(QByteArray& out, char32_t codePoint)
{
    const auto append = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (codePoint < 0x80) {
        append(codePoint);
    } else if (codePoint < 0x800) {
        append(0xC0 | (codePoint >> 6));
        append(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        append(0xE0 | (codePoint >> 12));
        append(0x80 | ((codePoint >> 6) & 0x3F));
        append(0x80 | (codePoint & 0x3F));
    } else {
        append(0xF0 | (codePoint >> 18));
        append(0x80 | ((codePoint >> 12) & 0x3F));
        append(0x80 | ((codePoint >> 6) & 0x3F));
        append(0x80 | (codePoint & 0x3F));
    }
}

char shortEscape(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default: // quote, backslash and slash stand for themselves
        return letter;
    }
}

} // namespace

void appendJsonString(QByteArray& out, QByteArrayView utf8)
{
    if (!simdjson::validate_utf8(utf8.data(), static_cast<size_t>(utf8.size()))) {
        appendJsonString(out, QString::fromUtf8(utf8));
        return;
    }
    out += '"';
    qsizetype written = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (mustBeEscaped(utf8[i])) {
            out.append(utf8.sliced(written, i - written));
            appendEscaped(out, utf8[i]);
            written = i + 1;
        }
    }
    out.append(utf8.sliced(written));
    out += '"';
}

void appendJsonString(QByteArray& out, QStringView text)
{
    // toUtf8() writes a lone surrogate as '?', so that this ends here.
    appendJsonString(out, QByteArrayView(text.toUtf8()));
}

QByteArray jsonString(QByteArrayView utf8)
{
    QByteArray out;
    out.reserve(utf8.size() + 2);
    appendJsonString(out, utf8);
    return out;
}

QByteArray jsonString(QStringView text)
{
    return jsonString(QByteArrayView(text.toUtf8()));
}

std::optional<char16_t> hexadecimalUnit(QByteArrayView digits)
{
    if (digits.size() < 4) {
        return std::nullopt;
    }
    unsigned unit = 0;
    for (qsizetype i = 0; i < 4; ++i) {
        const char digit = digits[i];
        const char letter = static_cast<char>(digit | 0x20);
        if (digit >= '0' && digit <= '9') {
            unit = unit * 16 + static_cast<unsigned>(digit - '0');
        } else if (letter >= 'a' && letter <= 'f') {
            unit = unit * 16 + static_cast<unsigned>(letter - 'a') + 10;
        } else {
            return std::nullopt;
        }
    }
    return static_cast<char16_t>(unit);
}

QByteArray unescapedJsonString(QByteArrayView content)
{
    QByteArray text;
    text.reserve(content.size());
    qsizetype taken = 0;
    for (qsizetype escape = content.indexOf('\\'); escape >= 0; escape = content.indexOf('\\', taken)) {
        text.append(content.sliced(taken, escape - taken));
        if (content[escape + 1] != 'u') {
            text += shortEscape(content[escape + 1]);
            taken = escape + 2;
            continue;
        }
        char32_t codePoint = hexadecimalUnit(content.sliced(escape + 2)).value_or(0);
        taken = escape + 6;
        if (QChar::isHighSurrogate(codePoint)) { // the other half follows: the text was accepted
            const char16_t low = hexadecimalUnit(content.sliced(taken + 2)).value_or(0);
            codePoint = QChar::surrogateToUcs4(static_cast<char16_t>(codePoint), low);
            taken += 6;
        }
        appendUtf8(text, codePoint);
    }
    text.append(content.sliced(taken));
    return text;
}

bool isJson(QByteArrayView text)
{
    static thread_local JsonReader reader(64);
    return reader.parse(text) == JsonFault::None;
}

} // namespace signalbox::message
