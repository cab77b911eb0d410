// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/spare_memory.h"

namespace signalbox::recording {

namespace {

constexpr quint32 smallestPageBytes = 4096;

} // namespace

SpareMemory::~SpareMemory()
{
    delete[] m_block.load(std::memory_order_acquire);
}

void SpareMemory::refill()
{
    if (m_block.load(std::memory_order_relaxed) != nullptr) { // nobody else puts one there
        return;
    }
    auto block = std::make_unique_for_overwrite<char[]>(defaultChunkBytes);
    for (quint32 at = 0; at < defaultChunkBytes; at += smallestPageBytes) {
        static_cast<volatile char*>(block.get())[at] = 0;
    }
    m_block.store(block.release(), std::memory_order_release);
}

std::unique_ptr<char[]> SpareMemory::take()
{
    return std::unique_ptr<char[]>(m_block.exchange(nullptr, std::memory_order_acquire));
}

} // namespace signalbox::recording
