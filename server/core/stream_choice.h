// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace signalbox {

inline namespace stream_choice_enums {
Q_NAMESPACE
/// How the bytes of a connection are read and written after its handshake.
enum class StreamChoice {
    Auto, ///< directly, where this system has a way to and the connection is plain TCP
    Qt,   ///< through Qt's socket, which works everywhere
};
Q_ENUM_NS(StreamChoice)
} // namespace stream_choice_enums

} // namespace signalbox
