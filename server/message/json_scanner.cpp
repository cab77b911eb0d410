// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_scanner.h"

namespace signalbox::message {

namespace {

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r'; // RFC 8259 §2
}

bool endsScalar(char character)
{
    return isBlank(character) || character == ',' || character == '}' || character == ']';
}

} // namespace

void JsonScanner::enter()
{
    skipBlanksAndCommas();
    Q_ASSERT(m_text[m_at] == '{' || m_text[m_at] == '[');
    ++m_at;
}

std::optional<QByteArrayView> JsonScanner::nextKey()
{
    skipBlanksAndCommas();
    const qsizetype begin = m_at;
    if (m_text[m_at] == '}') {
        ++m_at;
        return std::nullopt;
    }
    skipString();
    const QByteArrayView key = m_text.sliced(begin + 1, m_at - begin - 2);
    skipBlanksAndCommas();
    Q_ASSERT(m_text[m_at] == ':');
    ++m_at;
    return key;
}

bool JsonScanner::nextElement()
{
    skipBlanksAndCommas();
    if (m_text[m_at] == ']') {
        ++m_at;
        return false;
    }
    return true;
}

QByteArrayView JsonScanner::takeValue()
{
    skipBlanksAndCommas();
    const qsizetype begin = m_at;
    if (m_text[m_at] == '"') {
        skipString();
    } else if (m_text[m_at] == '{' || m_text[m_at] == '[') {
        skipContainer();
    } else {
        while (m_at < m_text.size() && !endsScalar(m_text[m_at])) {
            ++m_at;
        }
    }
    return m_text.sliced(begin, m_at - begin);
}

void JsonScanner::skipBlanksAndCommas()
{
    while (isBlank(m_text[m_at]) || m_text[m_at] == ',') {
        ++m_at;
    }
}

void JsonScanner::skipString()
{
    Q_ASSERT(m_text[m_at] == '"');
    const qsizetype begin = m_at;
    qsizetype backslashes = 0;
    do {
        m_at = m_text.indexOf('"', m_at + 1);
        backslashes =
            0; // an odd number of them escapes the quote; they cannot reach back over the opening one
        while (m_at - 1 - backslashes > begin && m_text[m_at - 1 - backslashes] == '\\') {
            ++backslashes;
        }
    } while (backslashes % 2 == 1);
    ++m_at;
}

void JsonScanner::skipContainer()
{
    int depth = 0;
    do {
        switch (m_text[m_at]) {
        case '"':
            skipString();
            continue;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            --depth;
            break;
        default:
            break;
        }
        ++m_at;
    } while (depth > 0);
}

} // namespace signalbox::message
