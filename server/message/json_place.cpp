// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_place.h"

#include <algorithm>
#include <string_view>

namespace signalbox::message {

namespace {

/// Reads as far as the text is JSON. Stays for one call of findJsonFault.
class FaultFinder final {
public:
    explicit FaultFinder(QByteArrayView text)
        : m_text(text)
    {
    }

    qsizetype find()
    {
        if (readValue(0)) {
            skipBlanks();
        }
        return m_at;
    }

private:
    static constexpr int maxDepth = 1'000;

    [[nodiscard]] bool ends() const { return m_at == m_text.size(); }
    [[nodiscard]] bool sees(char character) const { return !ends() && m_text[m_at] == character; }
    [[nodiscard]] bool seesDigit() const { return !ends() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; }

    bool take(char character)
    {
        const bool seen = sees(character);
        m_at += seen ? 1 : 0;
        return seen;
    }

    void skipBlanks()
    {
        while (sees(' ') || sees('\t') || sees('\n') || sees('\r')) {
            ++m_at;
        }
    }

    bool readValue(int depth)
    {
        skipBlanks();
        if (ends() || depth > maxDepth) {
            return false;
        }
        switch (m_text[m_at]) {
        case '{':
            return readContainer('}', depth, true);
        case '[':
            return readContainer(']', depth, false);
        case '"':
            return readString();
        case 't':
            return readWord("true");
        case 'f':
            return readWord("false");
        case 'n':
            return readWord("null");
        default:
            return readNumber();
        }
    }

    bool readContainer(char end, int depth, bool hasKeys)
    {
        ++m_at;
        skipBlanks();
        if (take(end)) {
            return true;
        }
        do {
            skipBlanks();
            if (hasKeys && !readKey()) {
                return false;
            }
            if (!readValue(depth + 1)) {
                return false;
            }
            skipBlanks();
        } while (take(','));
        return take(end);
    }

    bool readKey()
    {
        if (!sees('"') || !readString()) {
            return false;
        }
        skipBlanks();
        return take(':');
    }

    bool readString()
    {
        ++m_at;
        while (!ends() && static_cast<unsigned char>(m_text[m_at]) >= 0x20) {
            if (take('"')) {
                return true;
            }
            if (!take('\\')) {
                ++m_at;
            } else if (!readEscape()) {
                return false;
            }
        }
        return false;
    }

    bool readEscape()
    {
        if (!ends() && std::string_view("\"\\/bfnrt").find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
            return true;
        }
        if (!take('u')) {
            return false;
        }
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (ends() ||
                std::string_view("0123456789abcdefABCDEF").find(m_text[m_at]) == std::string_view::npos) {
                return false;
            }
        }
        return true;
    }

    bool readWord(std::string_view word)
    {
        return std::ranges::all_of(word, [this](char character) { return take(character); });
    }

    bool readDigits()
    {
        const qsizetype begin = m_at;
        while (seesDigit()) {
            ++m_at;
        }
        return m_at > begin;
    }

    bool readNumber()
    {
        take('-');
        if (!take('0') && !readDigits()) {
            return false;
        }
        if (take('.') && !readDigits()) {
            return false;
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            return readDigits();
        }
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

JsonPlace findJsonFault(QByteArrayView text)
{
    const QByteArrayView before = text.first(FaultFinder(text).find());
    JsonPlace place;
    place.line += std::ranges::count(before, '\n');
    const QByteArrayView line = before.sliced(before.lastIndexOf('\n') + 1);
    place.column += std::ranges::count_if(
        line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }); // RFC 3629 §3
    return place;
}

} // namespace signalbox::message
