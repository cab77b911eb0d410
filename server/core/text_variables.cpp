// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/text_variables.h"

#include <QtCore/QDateTime>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QUuid>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& pattern()
{
    static const QRegularExpression expression(u"\\{\\{\\s*([\\w.-][^{}\\n]{0,60}?)\\s*\\}\\}"_s,
                                               QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

const QRegularExpression& randomPattern()
{
    static const QRegularExpression expression(u"^random\\s+(-?\\d{1,15})\\s+(-?\\d{1,15})$"_s);
    return expression;
}

QString randomNumber(const QRegularExpressionMatch& match, QRandomGenerator& random)
{
    const qint64 one = match.captured(1).toLongLong();
    const qint64 other = match.captured(2).toLongLong();
    const qint64 lowest = std::min(one, other);
    const qint64 span = std::max(one, other) - lowest + 1;
    return QString::number(lowest + static_cast<qint64>(random.generate64() % static_cast<quint64>(span)));
}

QString uuidText(QRandomGenerator& random)
{
    QByteArray bytes(16, '\0');
    random.generate(bytes.begin(), bytes.end());
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40); // RFC 9562 §5.4
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

std::optional<QString> valueOf(const QString& name, const VariableSource& source, const OwnVariables& own)
{
    QRandomGenerator& random = source.random != nullptr ? *source.random : *QRandomGenerator::system();
    if (name == u"now" || name == u"time") {
        const auto milliseconds =
            std::chrono::duration_cast<std::chrono::milliseconds>(source.now.time_since_epoch());
        return QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC).toString(Qt::ISODateWithMs);
    }
    if (name == u"n" || name == u"count") {
        return QString::number(source.number);
    }
    if (name == u"uuid") {
        return uuidText(random);
    }
    if (const auto match = randomPattern().match(name); match.hasMatch()) {
        return randomNumber(match, random);
    }
    return own ? own(name) : std::nullopt;
}

} // namespace

QByteArray fillVariables(const QByteArray& text, const VariableSource& source, const OwnVariables& own)
{
    if (!text.contains("{{")) {
        return text;
    }
    const QString from = QString::fromUtf8(text);
    QString to;
    qsizetype copied = 0;
    for (auto matches = pattern().globalMatch(from); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        to += QStringView(from).sliced(copied, match.capturedStart() - copied);
        to += valueOf(match.captured(1), source, own).value_or(match.captured(0));
        copied = match.capturedEnd();
    }
    to += QStringView(from).sliced(copied);
    return to.toUtf8();
}

QStringList variableNames(const QByteArray& text)
{
    QStringList found;
    if (text.contains("{{")) {
        const QString from = QString::fromUtf8(text);
        for (auto matches = pattern().globalMatch(from); matches.hasNext();) {
            found += matches.next().captured(1);
        }
    }
    found.removeDuplicates();
    return found;
}

bool isBuiltInVariable(const QString& name)
{
    return name == u"now" || name == u"time" || name == u"n" || name == u"count" || name == u"uuid" ||
           randomPattern().match(name).hasMatch();
}

} // namespace signalbox
