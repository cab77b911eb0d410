// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/filter_words.h"

#include "server/core/plain_text.h"
#include "ui/format/sentence_templates.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct FilterWords {
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

// Those that begin alike: the longer one first.
constexpr std::array faults{
    QT_TRANSLATE_NOOP("FilterFaults",
                      "There is no field %1; did you mean %2? To search for it, put it in quotes."),
    QT_TRANSLATE_NOOP("FilterFaults", "%1 is none of the values of %2; did you mean %3?"),
    QT_TRANSLATE_NOOP("FilterFaults", "There is no ( for this )."),
    QT_TRANSLATE_NOOP("FilterFaults", "There is no field %1. To search for it, put it in quotes."),
    QT_TRANSLATE_NOOP("FilterFaults", "A condition is missing here, for example opcode == text."),
    QT_TRANSLATE_NOOP("FilterFaults", "A value is missing after %1."),
    QT_TRANSLATE_NOOP("FilterFaults", "The values after in stand in braces: in {1, 5..9}."),
    QT_TRANSLATE_NOOP("FilterFaults", "The brace is not closed: } is missing."),
    QT_TRANSLATE_NOOP("FilterFaults", "The bracket is not closed: ) is missing."),
    QT_TRANSLATE_NOOP("FilterFaults", "The text is not closed: a quote is missing."),
    QT_TRANSLATE_NOOP("FilterFaults", "%1 is none of the values of %2, which are %3."),
    QT_TRANSLATE_NOOP("FilterFaults", "%2 is a number, and %1 is none."),
    QT_TRANSLATE_NOOP("FilterFaults",
                      "%2 is a time, such as 10:12:01 or 2026-11-26T10:12:01, and %1 is none."),
    QT_TRANSLATE_NOOP("FilterFaults", "%2 is a client's id, such as c3, and %1 is none."),
    QT_TRANSLATE_NOOP("FilterFaults", "%2 is a message's id, such as m18, and %1 is none."),
    QT_TRANSLATE_NOOP("FilterFaults", "%1 cannot be used with %2, which is %3; use %4."),
    QT_TRANSLATE_NOOP("FilterFaults", "The range is empty: %1 comes after %2."),
    QT_TRANSLATE_NOOP("FilterFaults", "The regular expression is not complete: %1."),
    QT_TRANSLATE_NOOP("FilterFaults", "The name of a member is missing in %1."),
    QT_TRANSLATE_NOOP("FilterFaults", "The filter is too long: %1 characters are allowed."),
    QT_TRANSLATE_NOOP("FilterFaults", "The filter is nested too deep: %1 levels are allowed."),
};

/// What filter::typeName() calls them.
constexpr std::array types{
    QT_TRANSLATE_NOOP("FilterTypes", "a number"),       QT_TRANSLATE_NOOP("FilterTypes", "a time"),
    QT_TRANSLATE_NOOP("FilterTypes", "yes or no"),      QT_TRANSLATE_NOOP("FilterTypes", "a word"),
    QT_TRANSLATE_NOOP("FilterTypes", "a text"),         QT_TRANSLATE_NOOP("FilterTypes", "a client's id"),
    QT_TRANSLATE_NOOP("FilterTypes", "a message's id"), QT_TRANSLATE_NOOP("FilterTypes", "any JSON value"),
};

constexpr std::array fieldMeanings{
    QT_TRANSLATE_NOOP("FilterFields", "number of the row"),
    QT_TRANSLATE_NOOP("FilterFields", "when it was seen"),
    QT_TRANSLATE_NOOP("FilterFields", "what the row stands for"),
    QT_TRANSLATE_NOOP("FilterFields", "opcode of a frame, else what the row stands for"),
    QT_TRANSLATE_NOOP("FilterFields", "seen from the broker"),
    QT_TRANSLATE_NOOP("FilterFields", "opcode of a frame"),
    QT_TRANSLATE_NOOP("FilterFields", "the frame is the last of its message"),
    QT_TRANSLATE_NOOP("FilterFields", "reserved bits, 0 to 7"),
    QT_TRANSLATE_NOOP("FilterFields", "the frame is masked"),
    QT_TRANSLATE_NOOP("FilterFields", "bytes of the payload"),
    QT_TRANSLATE_NOOP("FilterFields", "place within a fragmented message, from 1"),
    QT_TRANSLATE_NOOP("FilterFields", "who sent it: user, client, origin, http, operator or broker"),
    QT_TRANSLATE_NOOP("FilterFields", "user of the client that sent it"),
    QT_TRANSLATE_NOOP("FilterFields", "client that sent it"),
    QT_TRANSLATE_NOOP("FilterFields", "whom it was for and who got it: target, user, client"),
    QT_TRANSLATE_NOOP("FilterFields", "user of a client that it was sent to"),
    QT_TRANSLATE_NOOP("FilterFields", "client that it was sent to"),
    QT_TRANSLATE_NOOP("FilterFields", "user or client that sent it or got it"),
    QT_TRANSLATE_NOOP("FilterFields", "user of the connection"),
    QT_TRANSLATE_NOOP("FilterFields", "client of the connection"),
    QT_TRANSLATE_NOOP("FilterFields", "who the sender says it is, where that differs"),
    QT_TRANSLATE_NOOP("FilterFields", "where the message came from"),
    QT_TRANSLATE_NOOP("FilterFields", "group that it was sent to, joined or left"),
    QT_TRANSLATE_NOOP("FilterFields", "whom the envelope names: group red"),
    QT_TRANSLATE_NOOP("FilterFields", "action of the envelope"),
    QT_TRANSLATE_NOOP("FilterFields", "message of the envelope; message.x looks into it"),
    QT_TRANSLATE_NOOP("FilterFields", "the whole payload; payload.x looks into its JSON"),
    QT_TRANSLATE_NOOP("FilterFields", "payload, names and whatever else the row says"),
    QT_TRANSLATE_NOOP("FilterFields", "id of the routed message"),
    QT_TRANSLATE_NOOP("FilterFields", "how many clients the message was for"),
    QT_TRANSLATE_NOOP("FilterFields", "deliveries that were sent"),
    QT_TRANSLATE_NOOP("FilterFields", "deliveries that wait"),
    QT_TRANSLATE_NOOP("FilterFields", "deliveries that were dropped"),
    QT_TRANSLATE_NOOP("FilterFields", "close code or HTTP status"),
    QT_TRANSLATE_NOOP("FilterFields", "reason of a close"),
    QT_TRANSLATE_NOOP("FilterFields", "how a client ended"),
    QT_TRANSLATE_NOOP("FilterFields", "error code of a refusal or a call"),
    QT_TRANSLATE_NOOP("FilterFields", "Origin of a refused page"),
    QT_TRANSLATE_NOOP("FilterFields", "address of a refused peer"),
    QT_TRANSLATE_NOOP("FilterFields", "target of a handshake, query included"),
    QT_TRANSLATE_NOOP("FilterFields", "what the operator did"),
};

template <typename Texts>
QString translatedOf(const Texts& texts, const char* context, const QString& text)
{
    const auto known = std::find_if(texts.begin(), texts.end(),
                                    [&text](const char* one) { return text == QLatin1StringView(one); });
    return known == texts.end() ? text : QCoreApplication::translate(context, *known);
}

} // namespace

QString faultText(const filter::Fault& fault)
{
    static const SentenceTemplates templates("FilterFaults", faults);
    const auto found = templates.find(fault.sentence);
    if (!found) {
        return fault.sentence;
    }
    QStringList values = found->values;
    if (QLatin1StringView(faults.at(found->index)) == QLatin1StringView(filter::wrongOperator)) {
        values[2] = translatedOf(types, "FilterTypes", values[2]); // the others are names out of the filter
    }
    return filled(found->sentence, values);
}

QString readingText(const filter::Filter& filter)
{
    const filter::Filter::Search search = filter.search();
    if (search.words.isEmpty()) {
        return filter.text();
    }
    const QString words = printable(search.words.join(FilterWords::tr(" and ")));
    return search.isPayloadAlone ? FilterWords::tr("searching payloads for %1").arg(words)
                                 : FilterWords::tr("searching payloads and names for %1").arg(words);
}

QString fieldMeaning(const QString& meaning)
{
    return translatedOf(fieldMeanings, "FilterFields", meaning);
}

} // namespace signalbox::ui
