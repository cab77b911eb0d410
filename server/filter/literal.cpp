// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/literal.h"

#include "server/core/nearest_word.h"
#include "server/filter/field_words.h"

#include <QtCore/QDateTime>

#include <array>
#include <cmath>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

Fault wrong(const char* sentence, const FieldInfo& field, const Token& token, QStringView written)
{
    return {"filter.wrong_type", faultSentence(sentence, {written.toString(), field.name}), token.position,
            token.length};
}

Fault unknownWordFault(const FieldInfo& field, const Token& token, QStringView written)
{
    QStringList words;
    for (const FieldWord& known : wordsOf(field.field)) {
        if (wordOfValue(field.field, known.value) == known.word) { // not the second word for the same
            words.append(known.word);
        }
    }
    const QString near = nearestWord(written, words);
    const QStringList values{written.toString(), field.name, near.isEmpty() ? words.join(u", "_s) : near};
    return {"filter.wrong_type",
            faultSentence(near.isEmpty() ? sentences::unknownWord : unknownWordNear, values), token.position,
            token.length};
}

std::optional<long double> readDecimal(QStringView text)
{
    bool isNumber = false;
    if (const qlonglong whole = text.toLongLong(&isNumber); isNumber) {
        return whole;
    }
    if (const qulonglong large = text.toULongLong(&isNumber); isNumber) {
        return large;
    }
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional<long double>(number) : std::nullopt;
}

std::optional<long double> readTime(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        time = QDateTime::fromString(QString(text).replace(u' ', u'T'), Qt::ISODateWithMs);
    }
    if (!time.isValid()) {
        const QTime ofDay = QTime::fromString(text, Qt::ISODateWithMs);
        time = ofDay.isValid() ? QDateTime(QDate::currentDate(), ofDay) : QDateTime();
    }
    return time.isValid() ? std::optional<long double>(time.toMSecsSinceEpoch() * 1000.0L) : std::nullopt;
}

/// The number of an id in any case of its letter.
template <typename Identifier>
std::optional<long double> readId(QStringView text)
{
    const auto id = Identifier::fromText(text.toUtf8().toLower());
    return id ? std::optional<long double>(id->number()) : std::nullopt;
}

void readJson(Literal& literal, QStringView written)
{
    if (literal.isQuoted) {
        return;
    }
    literal.number = readDecimal(written);
    literal.isNull = written == "null"_L1;
    if (written == "true"_L1 || written == "false"_L1) {
        literal.flag = written == "true"_L1;
    }
}

/// The sentence for a value that its field does not take; null when it does.
const char* readTyped(Literal& literal, const FieldInfo& field, const QString& text)
{
    switch (field.type) {
    case FieldType::Number:
        literal.number = readNumber(text);
        return literal.number ? nullptr : notANumber;
    case FieldType::Time:
        literal.number = readTime(text);
        return literal.number ? nullptr : notATime;
    case FieldType::Client:
        literal.number = readId<ClientId>(text);
        return literal.number ? nullptr : notAClient;
    case FieldType::MessageId:
        literal.number = readId<MessageId>(text);
        return literal.number ? nullptr : notAMessage;
    case FieldType::Flag:
    case FieldType::Word:
        literal.number = valueOfWord(field.field, text);
        return literal.number ? nullptr : sentences::unknownWord;
    case FieldType::Json:
        readJson(literal, text);
        return nullptr;
    case FieldType::Text:
        return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<long double> readNumber(QStringView text)
{
    struct Unit {
        QLatin1StringView name;
        long double bytes;
    };
    static constexpr std::array units{Unit{"KiB"_L1, 1024}, Unit{"MiB"_L1, 1024 * 1024},
                                      Unit{"KB"_L1, 1024},  Unit{"MB"_L1, 1024 * 1024},
                                      Unit{"K"_L1, 1024},   Unit{"M"_L1, 1024 * 1024}};
    if (text.startsWith("0x"_L1, Qt::CaseInsensitive)) {
        bool isNumber = false;
        const qulonglong number = text.sliced(2).toULongLong(&isNumber, 16);
        return isNumber ? std::optional<long double>(number) : std::nullopt;
    }
    for (const Unit& unit : units) {
        if (text.endsWith(unit.name, Qt::CaseInsensitive)) {
            const auto number = readDecimal(text.chopped(unit.name.size()));
            return number ? std::optional(*number * unit.bytes) : std::nullopt;
        }
    }
    return readDecimal(text);
}

std::variant<Literal, Fault> readLiteral(const FieldInfo& field, const Token& token, QStringView written)
{
    const QString text = token.kind == Token::Kind::Quoted ? token.text : written.toString();
    Literal literal{.text = text.toUtf8(), .isQuoted = token.kind == Token::Kind::Quoted};
    const char* const sentence = readTyped(literal, field, text);
    if (sentence == sentences::unknownWord) {
        return unknownWordFault(field, token, text);
    }
    if (sentence != nullptr) {
        return wrong(sentence, field, token, text);
    }
    return literal;
}

QString timeText(long double microseconds)
{
    const auto milliseconds = static_cast<qint64>(std::floor(microseconds / 1000));
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace signalbox::filter
