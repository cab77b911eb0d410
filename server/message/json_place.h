// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

namespace signalbox::message {

/// Where a text stops being JSON; both count from 1, columns in characters.
struct JsonPlace {
    qsizetype line = 1;
    qsizetype column = 1;

    friend bool operator==(const JsonPlace&, const JsonPlace&) = default;
};

/// The place of the first byte that RFC 8259 does not allow where it stands; the end of the text when more
/// should follow, or when nothing is wrong. For the sentence of a refusal: whether a text is JSON is
/// JsonReader's to say.
[[nodiscard]] JsonPlace findJsonFault(QByteArrayView text);

} // namespace signalbox::message
