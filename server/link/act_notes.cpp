// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/act_notes.h"

namespace signalbox::link {

QByteArray actNote(const char* actTemplate, const QList<QByteArray>& values)
{
    QByteArray note;
    for (const char* at = actTemplate; *at != '\0'; ++at) {
        if (*at == '%') {
            note += values.value(*++at - '1');
        } else {
            note += *at;
        }
    }
    return note;
}

} // namespace signalbox::link
