// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace signalbox::ui {

/// The longest text that a cell is given. What is longer loses its middle; the tool tip has more of it.
inline constexpr qsizetype maxCellCharacters = 300;

/// A peer's name for one line: control and bidirectional characters written out, and kept apart from its
/// neighbours where it runs from right to left.
[[nodiscard]] QString plainName(QByteArrayView utf8);
/// The bytes of a payload for one line: a line break is ⏎, a tab ⇥; other control and bidirectional
/// characters are written out.
[[nodiscard]] QString plainPayload(QByteArrayView utf8);
/// Text of many lines, a handshake: line breaks stay, whatever else is no printable character is written out.
[[nodiscard]] QString plainLines(QByteArrayView utf8);
/// Puts a text that runs from right to left between U+2068 and U+2069, so that what stands beside it stays
/// there.
[[nodiscard]] QString isolated(const QString& text);
/// For setToolTip(): never read as HTML, wraps, 2,000 characters at most.
[[nodiscard]] QString plainToolTip(const QString& text);
/// For menu entries and buttons: no letter of it becomes a mnemonic.
[[nodiscard]] QString plainMenuText(const QString& text);

} // namespace signalbox::ui
