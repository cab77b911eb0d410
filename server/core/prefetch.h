// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace signalbox {

inline constexpr int cacheLineBytes = 64;

/// Has the processor fetch `lines` cache lines from `memory` on, which need not be memory of ours: it waits
/// for nothing, and nothing happens when it cannot.
inline void prefetch([[maybe_unused]] const void* memory, [[maybe_unused]] int lines = 1)
{
#ifdef __GNUC__
    for (int i = 0; i < lines; ++i) {
        __builtin_prefetch(static_cast<const char*>(memory) + i * cacheLineBytes);
    }
#endif
}

} // namespace signalbox
