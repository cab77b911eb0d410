// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/fault.h"

#include "server/core/plain_text.h"

#include <QtCore/QStringList>

#include <array>

namespace signalbox::filter {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array all{
    missingCondition, missingValue,  missingBrace,    openBrace,   openBracket, strayBracket, openQuote,
    unknownFieldNear, unknownField,  unknownWordNear, unknownWord, notANumber,  notATime,     notAClient,
    notAMessage,      wrongOperator, wrongOrder,      badPattern,  emptyStep,   tooLong,      tooDeep,
};

constexpr qsizetype maxQuoted = 120;

} // namespace

Error errorOf(const Fault& fault)
{
    return {fault.code, u"At %1: %2"_s.arg(fault.position + 1).arg(fault.sentence)};
}

std::span<const char* const> faultSentences()
{
    return all;
}

QString faultSentence(const char* sentence, const QStringList& values)
{
    const QString open = QString::fromLatin1(sentence);
    QString text;
    for (qsizetype at = 0; at < open.size(); ++at) { // all places at once: a value may hold "%2"
        if (open[at] == u'%' && at + 1 < open.size() && open[at + 1].isDigit()) {
            const QString value = values.value(open[++at].digitValue() - 1);
            text += printable(value.size() > maxQuoted ? QString(value.first(maxQuoted) + u'…') : value);
        } else {
            text += open[at];
        }
    }
    return text;
}

} // namespace signalbox::filter
