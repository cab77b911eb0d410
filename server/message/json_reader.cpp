// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_reader.h"

#include "server/message/json_text.h"

#include <QtCore/QChar>

#include <algorithm>
#include <cstring>
#include <span>

namespace signalbox::message {

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isNumberCharacter(char character)
{
    return isDigit(character) || character == '-' || character == '+' || character == '.' ||
           character == 'e' || character == 'E';
}

qsizetype skipDigits(QByteArrayView token, qsizetype at)
{
    while (at < token.size() && isDigit(token[at])) {
        ++at;
    }
    return at;
}

/// RFC 8259 §6: [ minus ] int [ frac ] [ exp ]
bool isNumber(QByteArrayView token)
{
    qsizetype at = token.startsWith('-') ? 1 : 0;
    const qsizetype afterInteger = skipDigits(token, at);
    if (afterInteger == at || (token[at] == '0' && afterInteger > at + 1)) {
        return false;
    }
    at = afterInteger;
    if (at < token.size() && token[at] == '.') {
        const qsizetype afterFraction = skipDigits(token, at + 1);
        if (afterFraction == at + 1) {
            return false;
        }
        at = afterFraction;
    }
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        at += at < token.size() && (token[at] == '+' || token[at] == '-') ? 1 : 0;
        const qsizetype afterExponent = skipDigits(token, at);
        if (afterExponent == at) {
            return false;
        }
        at = afterExponent;
    }
    return at == token.size();
}

/// Where the string that begins with the quote at `at` ends: behind its closing quote, or at the end of the
/// text.
qsizetype skipString(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            return at + 1;
        }
    }
    return text.size();
}

/// Writes 0 and blanks over each number of `text`; false when one of them is none by the grammar. What stands
/// beside a number is left for the parser to judge: a 0 can be wrong only where the number was.
bool blankNumbers(std::span<char> text)
{
    const QByteArrayView view(text.data(), static_cast<qsizetype>(text.size()));
    qsizetype at = 0;
    while (at < view.size()) {
        if (view[at] == '"') {
            at = skipString(view, at);
            continue;
        }
        if (!isDigit(view[at]) && view[at] != '-') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < view.size() && isNumberCharacter(view[end])) {
            ++end;
        }
        if (!isNumber(view.sliced(at, end - at))) {
            return false;
        }
        text[static_cast<size_t>(at)] = '0';
        std::fill(text.begin() + at + 1, text.begin() + end, ' ');
        at = end;
    }
    return true;
}

enum class EscapeFault { None, Invalid, LoneSurrogate };

/// The fault of the escape at the front of `escape`; `bytes` becomes its length.
EscapeFault escapeFault(QByteArrayView escape, qsizetype& bytes)
{
    bytes = 2;
    if (escape.size() < 2 || QByteArrayView("\"\\/bfnrtu").indexOf(escape[1]) < 0) {
        return EscapeFault::Invalid;
    }
    if (escape[1] != 'u') {
        return EscapeFault::None;
    }
    const auto unit = hexadecimalUnit(escape.sliced(2));
    if (!unit) {
        return EscapeFault::Invalid;
    }
    bytes = 6;
    if (!QChar::isSurrogate(*unit)) {
        return EscapeFault::None;
    }
    const auto low = escape.sliced(6).startsWith("\\u") ? hexadecimalUnit(escape.sliced(8)) : std::nullopt;
    bytes = 12;
    return QChar::isHighSurrogate(*unit) && low && QChar::isLowSurrogate(*low) ? EscapeFault::None
                                                                               : EscapeFault::LoneSurrogate;
}

/// The first fault of an escape. Backslashes stand in strings only, or the text is wrong anyhow.
EscapeFault firstEscapeFault(QByteArrayView text)
{
    qsizetype bytes = 0;
    for (qsizetype at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + bytes)) {
        const EscapeFault fault = escapeFault(text.sliced(at), bytes);
        if (fault != EscapeFault::None) {
            return fault;
        }
    }
    return EscapeFault::None;
}

} // namespace

JsonFault JsonReader::parse(QByteArrayView text)
{
    // A byte order mark, which newer simdjson skips: RFC 8259 §8.1 forbids to send it. No JSON begins like
    // it.
    if (text.startsWith('\xEF')) {
        return JsonFault::NotJson;
    }
    releaseLargeBuffers(text.size());
    const auto bytes = static_cast<size_t>(text.size());
    if (m_buffer.size() < text.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING)) {
        m_buffer.resize(text.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));
    }
    if (bytes > 0) {
        std::memcpy(m_buffer.data(), text.data(), bytes);
    }
    simdjson::error_code error = parseBuffer(bytes);
    m_numbersAreRead = error != simdjson::NUMBER_ERROR;
    if (error == simdjson::NUMBER_ERROR && blankNumbers({m_buffer.data(), bytes})) {
        error = parseBuffer(bytes);
    }
    if (error == simdjson::SUCCESS) {
        return JsonFault::None;
    }
    if (error == simdjson::DEPTH_ERROR) {
        return JsonFault::TooDeep;
    }
    if (error == simdjson::STRING_ERROR && firstEscapeFault(text) == EscapeFault::LoneSurrogate) {
        return JsonFault::LoneSurrogate;
    }
    return JsonFault::NotJson;
}

simdjson::error_code JsonReader::parseBuffer(size_t bytes)
{
    if (m_parser.capacity() < bytes || m_parser.capacity() == 0) {
        // simdjson refuses a filled container at the depth it was given, hence one more.
        const auto capacity = std::max<size_t>(bytes, 4096);
        if (const auto error = m_parser.allocate(capacity, m_maxDepth + 1); error != simdjson::SUCCESS) {
            return error;
        }
    }
    return m_parser.parse(m_buffer.constData(), bytes, false).get(m_root);
}

void JsonReader::releaseLargeBuffers(qsizetype nextBytes)
{
    if (m_buffer.size() > keptTextBytes + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING) &&
        nextBytes <= keptTextBytes) {
        m_buffer = {};
        m_parser = simdjson::dom::parser();
    }
}

} // namespace signalbox::message
