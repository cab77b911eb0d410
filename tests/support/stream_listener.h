// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/byte_stream.h"

#include <functional>

namespace signalbox::tests {

/// An owner of a stream who does what it is given; nothing where that is null.
class StreamListener final : public transport::StreamOwner {
public:
    void streamReadable() override { call(readable); }
    void streamWritable() override { call(writable); }
    void streamEnded() override { call(ended); }

    std::function<void()> readable;
    std::function<void()> writable;
    std::function<void()> ended;

private:
    static void call(const std::function<void()>& what)
    {
        if (what) {
            what();
        }
    }
};

} // namespace signalbox::tests
