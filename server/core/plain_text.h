// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace signalbox {

/// Text from outside, made safe for one line of a log, a terminal or a label: C0, C1, DEL, U+2028, U+2029,
/// U+FEFF and the bidirectional controls become \u{…} escapes, invalid UTF-8 becomes U+FFFD, a backslash is
/// doubled.
[[nodiscard]] QString printable(QStringView text);
[[nodiscard]] QString printable(QByteArrayView utf8);
/// The same in quotes, with the quotes in it escaped, so that text cannot end its own field in a log line.
[[nodiscard]] QString quoted(QByteArrayView utf8);
/// The same, cut to `maxCharacters` (of UTF-16) with an ellipsis in the middle, never inside a surrogate
/// pair.
[[nodiscard]] QString printable(QByteArrayView utf8, qsizetype maxCharacters);
/// A line of our own whose foreign parts were made printable before: the same escapes once more, for what
/// slipped through, but a backslash stays as it is.
[[nodiscard]] QString printableLine(QStringView line);

} // namespace signalbox
