// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace signalbox::ui {

inline namespace meanings {
Q_NAMESPACE
/// What a text means, so that a palette can give it a colour. Never the only sign: there is always a glyph or
/// a word.
enum class Meaning {
    Normal,
    Muted, ///< there, but not what one looks for
    Good,
    Warning, ///< wants an eye: waiting, zero recipients, a claim that differs
    Bad,     ///< dropped, refused, ended by a fault
    Incoming,
    Outgoing,
};
Q_ENUM_NS(Meaning)
} // namespace meanings

/// The item data role under which a model gives a cell's Meaning.
inline constexpr int meaningRole = Qt::UserRole + 100;
/// The item data role under which a model gives how much of a bar behind the text is full: 0.0 to 1.0.
inline constexpr int barRole = Qt::UserRole + 101;

} // namespace signalbox::ui
