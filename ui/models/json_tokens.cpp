// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/json_tokens.h"

#include "ui/format/numbers.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>

namespace signalbox::ui {

namespace {

constexpr size_t deepestToken = 64;

struct JsonWords {
    Q_DECLARE_TR_FUNCTIONS(JsonTokens)
};

bool isDecimalDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isHex(char character)
{
    return isDecimalDigit(character) || (character >= 'a' && character <= 'f') ||
           (character >= 'A' && character <= 'F');
}

/// Goes through one text from front to back, and keeps what may come next.
class Tokenizer final {
public:
    explicit Tokenizer(QByteArrayView text)
        : m_text(text)
    {
    }

    JsonTokens read()
    {
        while (!m_found.fault) {
            skipSpace();
            if (m_at == m_text.size()) {
                if (m_expected != Expected::End) {
                    fail(m_at, expectation());
                }
                break;
            }
            readToken();
        }
        return std::move(m_found);
    }

private:
    enum class Expected { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, End };

    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void fail(qsizetype offset, const QString& reason) { m_found.fault = JsonFault{offset, reason}; }

    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            ++m_at;
        }
    }

    [[nodiscard]] QString expectation() const
    {
        switch (m_expected) {
        case Expected::Value:
            return JsonWords::tr("expected a value");
        case Expected::ValueOrEnd:
            return JsonWords::tr("expected a value or ]");
        case Expected::Key:
            return JsonWords::tr("expected a key in double quotes");
        case Expected::KeyOrEnd:
            return JsonWords::tr("expected a key in double quotes or }");
        case Expected::Colon:
            return JsonWords::tr("expected a colon");
        case Expected::CommaOrEnd:
            return m_open.back() == '{' ? JsonWords::tr("expected a comma or }")
                                        : JsonWords::tr("expected a comma or ]");
        case Expected::End:
            return JsonWords::tr("expected nothing more");
        }
        Q_UNREACHABLE();
    }

    void take(qsizetype length, Expected next)
    {
        m_found.tokens.push_back({m_at, length});
        m_at += length;
        m_expected = next;
    }

    [[nodiscard]] Expected afterValue() const
    {
        return m_open.empty() ? Expected::End : Expected::CommaOrEnd;
    }

    [[nodiscard]] bool wantsValue() const
    {
        return m_expected == Expected::Value || m_expected == Expected::ValueOrEnd;
    }

    void readToken()
    {
        const char character = peek();
        if (character == '}' || character == ']') {
            readEnd(character);
        } else if (character == ',' && m_expected == Expected::CommaOrEnd) {
            take(1, m_open.back() == '{' ? Expected::Key : Expected::Value);
        } else if (character == ':' && m_expected == Expected::Colon) {
            take(1, Expected::Value);
        } else if (character == '"' && (m_expected == Expected::Key || m_expected == Expected::KeyOrEnd)) {
            readString(Expected::Colon);
        } else if (!wantsValue()) {
            fail(m_at, expectation());
        } else if (character == '{' || character == '[') {
            readStart(character);
        } else if (character == '"') {
            readString(afterValue());
        } else {
            readScalar();
        }
    }

    void readStart(char character)
    {
        if (m_open.size() == deepestToken) {
            fail(m_at, JsonWords::tr("nests deeper than 64"));
            return;
        }
        m_open.push_back(character);
        take(1, character == '{' ? Expected::KeyOrEnd : Expected::ValueOrEnd);
    }

    void readEnd(char character)
    {
        const char start = character == '}' ? '{' : '[';
        const bool mayEnd = m_expected == Expected::CommaOrEnd ||
                            m_expected == (start == '{' ? Expected::KeyOrEnd : Expected::ValueOrEnd);
        if (!mayEnd || m_open.empty() || m_open.back() != start) {
            fail(m_at, expectation());
            return;
        }
        m_open.pop_back();
        take(1, afterValue());
    }

    void readString(Expected next)
    {
        for (qsizetype ahead = 1; m_at + ahead < m_text.size(); ++ahead) {
            const char character = peek(ahead);
            if (character == '"') {
                take(ahead + 1, next);
                return;
            }
            if (static_cast<unsigned char>(character) < 0x20) {
                fail(m_at + ahead, JsonWords::tr("a line break or control character in a string: write \\n"));
                return;
            }
            if (character == '\\') {
                const qsizetype escape = escapeLength(ahead);
                if (escape == 0) {
                    fail(m_at + ahead, JsonWords::tr("no such escape"));
                    return;
                }
                ahead += escape - 1;
            }
        }
        fail(m_at, JsonWords::tr("this string has no end"));
    }

    [[nodiscard]] qsizetype escapeLength(qsizetype ahead) const
    {
        const char letter = peek(ahead + 1);
        if (letter == 'u') {
            for (qsizetype digit = 2; digit < 6; ++digit) {
                if (!isHex(peek(ahead + digit))) {
                    return 0;
                }
            }
            return 6;
        }
        return letter != '\0' && QByteArrayView("\"\\/bfnrt").contains(letter) ? 2 : 0;
    }

    void readScalar()
    {
        for (const QByteArrayView word : {"true", "false", "null"}) {
            if (m_text.sliced(m_at).startsWith(word)) {
                take(word.size(), afterValue());
                return;
            }
        }
        const qsizetype length = numberLength();
        if (length == 0) {
            fail(m_at, peek() == '\'' ? JsonWords::tr("strings stand in double quotes") : expectation());
        } else {
            take(length, afterValue());
        }
    }

    [[nodiscard]] qsizetype digits(qsizetype ahead) const
    {
        qsizetype count = 0;
        while (isDecimalDigit(peek(ahead + count))) {
            ++count;
        }
        return count;
    }

    [[nodiscard]] qsizetype numberLength() const // RFC 8259 §6; 0: none
    {
        qsizetype length = peek() == '-' ? 1 : 0;
        const qsizetype whole = peek(length) == '0' ? 1 : digits(length);
        if (whole == 0) {
            return 0;
        }
        length += whole;
        if (peek(length) == '.') {
            const qsizetype fraction = digits(length + 1);
            if (fraction == 0) {
                return 0;
            }
            length += 1 + fraction;
        }
        if (peek(length) == 'e' || peek(length) == 'E') {
            const qsizetype sign = peek(length + 1) == '+' || peek(length + 1) == '-' ? 1 : 0;
            const qsizetype exponent = digits(length + 1 + sign);
            if (exponent == 0) {
                return 0;
            }
            length += 1 + sign + exponent;
        }
        return length;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    Expected m_expected = Expected::Value;
    std::vector<char> m_open; ///< { and [ that have no end yet
    JsonTokens m_found;
};

} // namespace

JsonTokens jsonTokens(QByteArrayView text)
{
    return Tokenizer(text).read();
}

QString jsonFaultText(QByteArrayView text, const JsonFault& fault)
{
    const QByteArrayView before = text.first(std::min(fault.offset, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const auto line = static_cast<qint64>(before.count('\n') + 1);
    const auto column = static_cast<qint64>(QString::fromUtf8(before.sliced(lineStart)).toUcs4().size() + 1);
    return JsonWords::tr("line %1, column %2: %3").arg(countText(line), countText(column), fault.reason);
}

} // namespace signalbox::ui
