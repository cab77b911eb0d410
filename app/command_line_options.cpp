// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line_options.h"

namespace signalbox::app {

using namespace Qt::StringLiterals;

const std::vector<OptionText>& commandLineOptions()
{
    static const std::vector<OptionText> options{
        {{u"no-gui"_s}, {}, u"the broker without a window; needs no display"_s, {}},
        {{u"attach"_s}, u"URL"_s, u"the window alone, on a broker that runs elsewhere: ws://HOST:PORT"_s, {}},
        {{u"token-file"_s},
         u"FILE"_s,
         u"with --attach: holds the broker's operator token\n(default: the state folder's)"_s,
         {}},
        {{u"read-only"_s}, {}, u"with --attach: look, and change nothing"_s, {}},
        {{u"listen"_s},
         u"ADDR:PORT"_s,
         u"where to listen; repeatable; port 0 picks a free one\n"
         "(default 127.0.0.1:5210 and [::1]:5210)"_s,
         "listener.addresses"},
        {{u"demo"_s}, {}, u"add three clients that talk, one of them slow"_s, {}},
        {{u"once"_s}, {}, u"with --demo: one broadcast, its receipt, and the end"_s, {}},
        {{u"allow-origin"_s},
         u"URL"_s,
         u"let pages of this origin connect; repeatable"_s,
         "http.allowed_origins"},
        {{u"allow-insecure"_s},
         {},
         u"listen where other machines can connect, without TLS"_s,
         "listener.allow_insecure"},
        {{u"config"_s}, u"FILE"_s, u"read this configuration file and no other"_s, {}},
        {{u"set"_s}, u"SECTION.KEY=VALUE"_s, u"one key of the configuration; repeatable"_s, {}},
        {{u"data-dir"_s}, u"DIR"_s, u"keep data and state there"_s, {}},
        {{u"profile"_s}, u"DIR"_s, u"keep configuration, data and state below DIR"_s, {}},
        {{u"lang"_s}, u"LANGUAGE"_s, u"the window's language, de or en (default: the system's)"_s, {}},
        {{u"log-level"_s}, u"LEVEL"_s, u"error, warning, info or debug"_s, "log.level"},
        {{u"log-format"_s}, u"FORMAT"_s, u"text or json"_s, "log.format"},
        {{u"h"_s, u"help"_s}, {}, u"print this"_s, {}},
        {{u"v"_s, u"version"_s}, {}, u"print the version and the components that are built in"_s, {}},
    };
    return options;
}

const std::vector<CommandText>& commandLineCommands()
{
    static const std::vector<CommandText> commands{
        {u"send"_s, u"--message TEXT …"_s,
         u"send a message over a broker that runs; send --help tells more"_s},
        {u"tail"_s, u"[--json] …"_s, u"print frames as they pass a broker that runs; tail --help"_s},
        {u"check-config"_s, u"[FILE]"_s,
         u"check a configuration file; without FILE the one that would be read"_s},
        {u"print-config"_s, {}, u"print the settings in force and where each came from"_s},
        {u"default-config"_s, {}, u"print a configuration file with every key and its default"_s},
        {u"token"_s, u"show|rotate"_s, u"print the operator token; rotate makes a new one first"_s},
    };
    return commands;
}

} // namespace signalbox::app
