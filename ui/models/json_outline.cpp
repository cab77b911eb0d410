// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_outline.h"

#include <QtCore/QString>

#include <algorithm>
#include <cstring>

namespace signalbox::ui {

namespace {

constexpr int maxDepth = 64;
constexpr int maxValues = 20'000;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Reads one JSON text from front to back. Every function returns false when the text is not JSON.
class Reader final {
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {
    }

    bool readDocument(JsonNode& root)
    {
        skipSpace();
        if (!readValue(root, 0)) {
            return false;
        }
        skipSpace();
        return m_at == m_text.size();
    }

    /// How far it came.
    [[nodiscard]] qsizetype at() const { return m_at; }
    [[nodiscard]] bool wasTooLarge() const { return m_tooLarge; }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(char expected)
    {
        if (peek() != expected || m_at >= m_text.size()) {
            return false;
        }
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && std::strchr(" \t\r\n", m_text[m_at]) != nullptr &&
               m_text[m_at] != '\0') {
            ++m_at;
        }
    }

    bool readValue(JsonNode& node, int depth)
    {
        if (depth > maxDepth || ++m_values > maxValues) {
            m_tooLarge = true;
            return false;
        }
        node.offset = m_at;
        const bool read = readKind(node, depth);
        node.length = m_at - node.offset;
        if (read && node.type != JsonType::String && node.children.empty()) {
            node.text = m_text.sliced(node.offset, node.length).toByteArray();
        }
        return read;
    }

    bool readKind(JsonNode& node, int depth)
    {
        switch (peek()) {
        case '{':
            node.type = JsonType::Object;
            return readMembers(node, depth);
        case '[':
            node.type = JsonType::Array;
            return readElements(node, depth);
        case '"':
            node.type = JsonType::String;
            return readString(node.text);
        case 't':
            node.type = JsonType::Boolean;
            return readWord("true");
        case 'f':
            node.type = JsonType::Boolean;
            return readWord("false");
        case 'n':
            node.type = JsonType::Null;
            return readWord("null");
        default:
            node.type = JsonType::Number;
            return readNumber();
        }
    }

    bool readMembers(JsonNode& node, int depth)
    {
        take('{');
        skipSpace();
        if (take('}')) {
            return true;
        }
        do {
            skipSpace();
            JsonNode member;
            QByteArray key;
            if (!readString(key)) {
                return false;
            }
            skipSpace();
            if (!take(':')) {
                return false;
            }
            skipSpace();
            if (!readValue(member, depth + 1)) {
                return false;
            }
            member.key = key;
            node.children.push_back(std::move(member));
            skipSpace();
        } while (take(','));
        return take('}');
    }

    bool readElements(JsonNode& node, int depth)
    {
        take('[');
        skipSpace();
        if (take(']')) {
            return true;
        }
        do {
            skipSpace();
            if (!readValue(node.children.emplace_back(), depth + 1)) {
                return false;
            }
            skipSpace();
        } while (take(','));
        return take(']');
    }

    bool readWord(QByteArrayView word)
    {
        if (m_text.sliced(m_at).startsWith(word)) {
            m_at += word.size();
            return true;
        }
        return false;
    }

    bool readDigits()
    {
        const qsizetype first = m_at;
        while (isDigit(peek())) {
            ++m_at;
        }
        return m_at > first;
    }

    bool readNumber() // RFC 8259 §6
    {
        take('-');
        if (!take('0') && !readDigits()) {
            return false;
        }
        if (take('.') && !readDigits()) {
            return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (!take('+')) {
                take('-');
            }
            return readDigits();
        }
        return true;
    }

    bool readString(QByteArray& unescaped)
    {
        if (!take('"')) {
            return false;
        }
        QString units; // for \u escapes, which may come in surrogate pairs
        const auto flush = [&unescaped, &units] {
            unescaped += units.toUtf8();
            units.clear();
        };
        while (m_at < m_text.size()) {
            const char character = m_text[m_at++];
            if (character == '"') {
                flush();
                return true;
            }
            if (character == '\\') {
                if (!readEscape(units)) {
                    return false;
                }
            } else if (static_cast<unsigned char>(character) < 0x20) {
                --m_at;
                return false;
            } else {
                flush();
                unescaped += character;
            }
        }
        return false;
    }

    bool readEscape(QString& units)
    {
        static constexpr QByteArrayView letters = "\"\\/bfnrt";
        static constexpr QByteArrayView meanings = "\"\\/\b\f\n\r\t";
        const char letter = peek();
        ++m_at;
        if (letter == 'u') {
            bool hex = false;
            const ushort unit = m_text.size() - m_at >= 4
                                    ? m_text.sliced(m_at, 4).toByteArray().toUShort(&hex, 16)
                                    : ushort(0);
            m_at += 4;
            units += QChar(unit);
            return hex;
        }
        const qsizetype place = letters.indexOf(letter);
        if (letter == '\0' || place < 0) {
            return false;
        }
        units += QLatin1Char(meanings[place]);
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_values = 0;
    bool m_tooLarge = false;
};

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

std::optional<JsonNode> jsonOutline(QByteArrayView text)
{
    JsonNode root;
    if (!Reader(text).readDocument(root)) {
        return std::nullopt;
    }
    return root;
}

std::optional<OutlineFault> outlineFault(QByteArrayView text)
{
    JsonNode root;
    Reader reader(text);
    if (reader.readDocument(root)) {
        return std::nullopt;
    }
    OutlineFault fault;
    fault.offset = std::min(reader.at(), text.size());
    for (const char byte : text.first(fault.offset)) {
        fault.line += byte == '\n' ? 1 : 0;
        fault.column = byte == '\n' ? 1 : fault.column + (continuesCharacter(byte) ? 0 : 1);
    }
    if (reader.wasTooLarge()) {
        fault.kind = OutlineFault::Kind::TooLarge;
    } else if (fault.offset == text.size()) {
        fault.kind = OutlineFault::Kind::EndsEarly;
    }
    const qsizetype rest = text.size() - fault.offset;
    fault.length = std::min<qsizetype>(1, rest);
    while (fault.length < rest && continuesCharacter(text[fault.offset + fault.length])) {
        ++fault.length;
    }
    return fault;
}

} // namespace signalbox::ui
