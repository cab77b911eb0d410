// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

namespace signalbox {

/// Whether `text` is `letters` but for case. `letters` holds ASCII letters only, and only a letter is equal
/// to one in all bits but 0x20. Several words of every message are looked up with it, hence by hand.
[[nodiscard]] inline bool equalButForCase(QByteArrayView text, QByteArrayView letters)
{
    if (text.size() != letters.size()) {
        return false;
    }
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if ((text[i] | 0x20) != (letters[i] | 0x20)) {
            return false;
        }
    }
    return true;
}

} // namespace signalbox
