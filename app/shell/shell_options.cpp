// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell_options.h"

#include "app/usage.h"
#include "server/settings/quantity.h"

#include <QtCore/QCommandLineParser>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

const std::vector<OptionText>& brokerOptionTexts()
{
    static const std::vector<OptionText> options{
        {{u"url"_s},
         u"URL"_s,
         u"the broker, ws://HOST:PORT\n(default: where the configuration listens)"_s,
         {}},
        {{u"token-file"_s}, u"FILE"_s, u"holds its operator token\n(default: the state folder's)"_s, {}},
        {{u"config"_s}, u"FILE"_s, u"read this configuration file and no other"_s, {}},
        {{u"data-dir"_s}, u"DIR"_s, u"where data and state are"_s, {}},
        {{u"profile"_s}, u"DIR"_s, u"configuration, data and state are below DIR"_s, {}},
        {{u"h"_s, u"help"_s}, {}, u"print this"_s, {}},
    };
    return options;
}

std::vector<OptionText> withBrokerOptions(std::vector<OptionText> options)
{
    options.insert(options.end(), brokerOptionTexts().begin(), brokerOptionTexts().end());
    return options;
}

BrokerChoice readBroker(const QCommandLineParser& parser)
{
    return {parser.value(u"url"_s), parser.value(u"token-file"_s), parser.value(u"config"_s),
            parser.value(u"data-dir"_s), parser.value(u"profile"_s)};
}

/// Nothing but options is wanted.
Result<void> parseOptions(QCommandLineParser& parser, const std::vector<OptionText>& options,
                          const QStringList& arguments)
{
    addOptions(parser, options);
    if (!parser.parse(QStringList{u"signalbox"_s} + arguments) && !parser.isSet(u"help"_s)) {
        return optionError(parser, options);
    }
    if (!parser.positionalArguments().isEmpty()) {
        return tooMuch(parser.positionalArguments().first());
    }
    const QString url = parser.value(u"url"_s);
    return url.isEmpty() ? Result<void>() : checkBrokerUrl(url, u"--url"_s);
}

Recipients readRecipients(const QCommandLineParser& parser)
{
    Recipients recipients;
    const auto add = [&](const QString& option, RecipientType type) {
        for (const QString& value : parser.values(option)) {
            recipients.push_back({type, value.toUtf8()});
        }
    };
    add(u"group"_s, RecipientType::Group);
    add(u"user"_s, RecipientType::User);
    add(u"client"_s, RecipientType::Client);
    add(u"tag"_s, RecipientType::Tag);
    if (parser.isSet(u"all"_s)) {
        recipients.push_back({RecipientType::All, {}});
    }
    add(u"except-user"_s, RecipientType::AllButUser);
    add(u"except-client"_s, RecipientType::AllButClient);
    return recipients;
}

Result<void> readRepetition(const QCommandLineParser& parser, SendOptions& options)
{
    bool isNumber = true;
    if (parser.isSet(u"count"_s)) {
        options.count = parser.value(u"count"_s).toULongLong(&isNumber);
    }
    if (!isNumber || options.count == 0) {
        return usageError("bad_count", u"--count is a whole number from 1"_s);
    }
    if (parser.isSet(u"interval"_s)) {
        const auto interval = readDuration(parser.value(u"interval"_s));
        if (!interval) {
            return usageError("bad_interval", u"--interval is a number and ms, s, m or h: 500ms"_s);
        }
        options.interval = *interval;
    }
    return {};
}

} // namespace

const std::vector<OptionText>& sendOptionTexts()
{
    static const std::vector<OptionText> options = withBrokerOptions({
        {{u"message"_s},
         u"TEXT|@FILE|-"_s,
         u"what to send; @FILE: what the file holds, -: the standard input,\n"
         "less a newline at its end. {{count}} {{time}} {{uuid}}\n"
         "{{random 1 10}} are filled in"_s,
         {}},
        {{u"group"_s}, u"GROUP"_s, u"to everybody in it; repeatable"_s, {}},
        {{u"user"_s}, u"USER"_s, u"to each client of that user; repeatable"_s, {}},
        {{u"client"_s}, u"CLIENT"_s, u"to that client: c3; repeatable"_s, {}},
        {{u"tag"_s}, u"TAG"_s, u"to everybody with that tag; repeatable"_s, {}},
        {{u"all"_s}, {}, u"to everybody (default: those who are in no group)"_s, {}},
        {{u"except-user"_s}, u"USER"_s, u"but not to that user; repeatable"_s, {}},
        {{u"except-client"_s}, u"CLIENT"_s, u"but not to that client; repeatable"_s, {}},
        {{u"action"_s}, u"ACTION"_s, u"of the envelope (default message)"_s, {}},
        {{u"count"_s}, u"N"_s, u"send N messages"_s, {}},
        {{u"interval"_s}, u"TIME"_s, u"from one to the next (default 1s)"_s, {}},
        {{u"require-recipients"_s}, {}, u"exit with 1 when nobody is there to get it"_s, {}},
        {{u"json"_s}, {}, u"print each receipt as a line of JSON"_s, {}},
    });
    return options;
}

const std::vector<OptionText>& tailOptionTexts()
{
    static const std::vector<OptionText> options = withBrokerOptions({
        {{u"filter"_s},
         u"FILTER"_s,
         u"print what passes it alone: 'opcode == text && message.price > 10'"_s,
         {}},
        {{u"json"_s}, {}, u"print each frame as a line of JSON, with its whole payload"_s, {}},
    });
    return options;
}

Result<SendOptions> readSendOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    if (const Result<void> parsed = parseOptions(parser, sendOptionTexts(), arguments); !parsed) {
        return parsed.error();
    }
    SendOptions options;
    options.broker = readBroker(parser);
    options.help = parser.isSet(u"help"_s);
    options.json = parser.isSet(u"json"_s);
    options.requireRecipients = parser.isSet(u"require-recipients"_s);
    options.recipients = readRecipients(parser);
    options.message = parser.value(u"message"_s);
    if (parser.isSet(u"action"_s)) {
        options.action = parser.value(u"action"_s).toUtf8();
    }
    if (!options.help && !parser.isSet(u"message"_s)) {
        return usageError("missing_message", u"send needs --message TEXT, @FILE or -"_s);
    }
    const Result<void> repetition = readRepetition(parser, options);
    return repetition ? Result<SendOptions>(options) : repetition.error();
}

Result<TailOptions> readTailOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    if (const Result<void> parsed = parseOptions(parser, tailOptionTexts(), arguments); !parsed) {
        return parsed.error();
    }
    TailOptions options;
    options.broker = readBroker(parser);
    options.help = parser.isSet(u"help"_s);
    options.json = parser.isSet(u"json"_s);
    options.filter = parser.value(u"filter"_s);
    return options;
}

QString sendHelp()
{
    return u"Usage: signalbox send --message TEXT [options]\n\n"
           "Sends a message over a broker that runs, as its operator, and prints the receipt.\n\nOptions:\n"_s +
           optionsHelp(sendOptionTexts());
}

QString tailHelp()
{
    return u"Usage: signalbox tail [options]\n\n"
           "Prints frames as they pass a broker that runs, until it is interrupted. What could not be "
           "printed\n"
           "is counted on stderr.\n\nOptions:\n"_s +
           optionsHelp(tailOptionTexts());
}

} // namespace signalbox::app
