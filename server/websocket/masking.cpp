// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/masking.h"

#include <cstring>

namespace signalbox::websocket {

void applyMask(std::span<char> payload, const std::array<quint8, 4>& key)
{
    quint64 wideKey = 0; // the key twice, in the order of memory, whatever the machine's byte order
    std::memcpy(&wideKey, key.data(), 4);
    std::memcpy(reinterpret_cast<char*>(&wideKey) + 4, key.data(), 4);

    char* bytes = payload.data();
    const size_t wholeWords = payload.size() / 8;
    for (size_t i = 0; i < wholeWords; ++i, bytes += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes, 8); // the payload is not aligned
        word ^= wideKey;
        std::memcpy(bytes, &word, 8);
    }
    for (size_t i = 0; i < payload.size() % 8; ++i) {
        bytes[i] = static_cast<char>(bytes[i] ^ key[i % 4]);
    }
}

} // namespace signalbox::websocket
