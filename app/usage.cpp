// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/usage.h"

#include "server/core/nearest_word.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QUrl>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype purposeColumn = 34;

QString withDashes(const QString& option)
{
    return (option.size() == 1 ? u"-"_s : u"--"_s) + printable(option);
}

QString optionHead(const OptionText& option)
{
    const QString head = option.names.size() > 1 ? u"-%1, --%2"_s.arg(option.names.first(), option.longName())
                                                 : u"--"_s + option.longName();
    return option.value.isEmpty() ? head : head + u' ' + option.value;
}

Error unknownOption(const QString& option, const std::vector<OptionText>& options)
{
    QStringList known;
    for (const OptionText& text : options) {
        known.append(text.names);
    }
    const QString near = option.size() > 1 ? nearestWord(option, known) : QString();
    return usageError("unknown_option", u"unknown option "_s + withDashes(option) +
                                            (near.isEmpty() ? u"; signalbox --help lists the options"_s
                                                            : u"; did you mean %1?"_s.arg(withDashes(near))));
}

} // namespace

Error usageError(const QByteArray& code, const QString& message)
{
    return {"usage." + code, message};
}

Error tooMuch(const QString& word)
{
    return usageError("too_much", u"\"%1\" is one word too many"_s.arg(printable(word)));
}

Result<void> checkBrokerUrl(const QString& text, const QString& option)
{
    const QUrl url(text);
    const bool isSocket = url.scheme() == u"ws" || url.scheme() == u"wss";
    if (url.isValid() && !url.host().isEmpty() && isSocket) {
        return {};
    }
    return usageError("bad_url",
                      u"%1 %2: write ws://HOST:PORT or wss://HOST:PORT"_s.arg(option, printable(text)));
}

void addOptions(QCommandLineParser& parser, const std::vector<OptionText>& options)
{
    for (const OptionText& option : options) {
        parser.addOption(QCommandLineOption(option.names, option.purpose, option.value));
    }
}

Error optionError(const QCommandLineParser& parser, const std::vector<OptionText>& options)
{
    const QStringList unknown = parser.unknownOptionNames();
    return unknown.isEmpty() ? usageError("bad_option", printableLine(parser.errorText()))
                             : unknownOption(unknown.first(), options);
}

QString helpLine(const QString& head, const QString& purpose)
{
    const QString indent = u'\n' + QString(purposeColumn, u' ');
    const QString left = u"  "_s + head;
    const QString gap = left.size() < purposeColumn ? QString(purposeColumn - left.size(), u' ') : indent;
    return left + gap + QString(purpose).replace(u'\n', indent) + u'\n';
}

QString optionsHelp(const std::vector<OptionText>& options)
{
    QString text;
    for (const OptionText& option : options) {
        text += helpLine(optionHead(option), option.purpose);
    }
    return text;
}

} // namespace signalbox::app
