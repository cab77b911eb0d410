// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/script_place.h"

#include <QtCore/QStringList>

namespace signalbox::scripts {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxStackLines = 20;
constexpr qsizetype maxMessageCharacters = 2000;

} // namespace

services::ScriptError placedError(const QString& file, const QString& message, const QString& stack)
{
    services::ScriptError error{file, 0, message.left(maxMessageCharacters), {}};
    const QString ours = scriptUrl.toString() + u':';
    QStringList lines;
    for (const QString& line : stack.split(u'\n')) {
        const qsizetype name = line.lastIndexOf(ours); // "file:" is before it, or not: that depends on Qt
        const qsizetype at = name < 0 ? -1 : line.lastIndexOf(u'@', name);
        if (at < 0) {
            continue;
        }
        const QString number = line.sliced(name + ours.size());
        if (error.line == 0) {
            error.line = number.toInt();
        }
        const QString function = line.first(at) == u"%entry" ? QString() : line.first(at);
        lines.append(u"%1@%2:%3"_s.arg(function, file, number));
    }
    const qsizetype left = lines.size() - maxStackLines;
    if (left > 0) {
        lines = lines.first(maxStackLines) + QStringList(u"… %1 more"_s.arg(left));
    }
    error.stack = lines.join(u'\n');
    return error;
}

} // namespace signalbox::scripts
