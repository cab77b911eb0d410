// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/histogram.h"

#include <QtCore/QtGlobal>

#include <algorithm>
#include <array>
#include <chrono>

namespace signalbox::broker {

/// In microseconds, from 100 µs to 10 s.
inline constexpr std::array<quint64, 15> durationBounds{100,     250,     500,       1'000,     2'500,
                                                        5'000,   10'000,  25'000,    50'000,    100'000,
                                                        250'000, 500'000, 1'000'000, 2'500'000, 10'000'000};
inline constexpr std::array<quint64, 9> byteBounds{64,     256,     1'024,     4'096,     16'384,
                                                   65'536, 262'144, 1'048'576, 16'777'216};
inline constexpr std::array<quint64, 14> clientBounds{0,   1,   2,   5,     10,    20,    50,
                                                      100, 200, 500, 1'000, 2'000, 5'000, 10'000};

using DurationHistogram = Histogram<durationBounds>;
using ByteHistogram = Histogram<byteBounds>;
using ClientHistogram = Histogram<clientBounds>;

/// What a thread has measured since the start.
struct Measurements {
    ByteHistogram messageBytes; ///< of messages that came in, over sockets and HTTP
    DurationHistogram
        deliveryDelay; ///< from the message to the write of its last frame, for each worker with recipients
    ClientHistogram pushedTo;          ///< clients that a message over HTTP reached
    DurationHistogram requestDuration; ///< from a whole request to its answer
    DurationHistogram webhookDuration; ///< of the last attempt of a call that was answered

    void add(const Measurements& other)
    {
        messageBytes.add(other.messageBytes);
        deliveryDelay.add(other.deliveryDelay);
        pushedTo.add(other.pushedTo);
        requestDuration.add(other.requestDuration);
        webhookDuration.add(other.webhookDuration);
    }

    friend bool operator==(const Measurements&, const Measurements&) = default;
};

/// A clock that was set back in between makes no duration negative.
template <typename Duration>
[[nodiscard]] quint64 microsecondsOf(Duration duration)
{
    return static_cast<quint64>(
        std::max<qint64>(0, std::chrono::duration_cast<std::chrono::microseconds>(duration).count()));
}

} // namespace signalbox::broker
