// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/mailbox_waker.h"
#include "server/core/spare_nodes.h"

#include <QtCore/QThread>

#include <atomic>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace signalbox {

/// The only way from one thread to another: values go in from any thread, and the owner gets them in the
/// order in which each sender posted them, a whole burst at a time, with one wake-up for the burst. No mutex.
///
/// Life: made before the owner's thread starts; moveToThread() then says whose it is; setReader() in the
/// owner's thread (values posted earlier wait). It must outlive every thread that posts to it. Values that
/// nobody read are destroyed with it.
template <typename T>
class Mailbox final {
public:
    using Reader = std::function<void(std::vector<T>&& burst)>;

    Mailbox()
        : m_waker([this] { drain(); })
    {
    }
    ~Mailbox()
    {
        std::vector<T> unread;
        takeAll(unread);
    }
    Q_DISABLE_COPY_MOVE(Mailbox)

    void moveToThread(QThread* owner) { m_waker.moveToThread(owner); }

    /// Owner's thread. Delivers at once what was posted before.
    void setReader(Reader reader)
    {
        m_reader = std::move(reader);
        drain();
    }

    /// Any thread.
    void post(T value)
    {
        Node* const spare = m_spares.take();
        Node* const node = spare != nullptr ? spare : new Node;
        node->value.emplace(std::move(value));
        Node* older = m_newest.load(std::memory_order_relaxed);
        node->older = older;
        while (!m_newest.compare_exchange_weak(older, node, std::memory_order_release,
                                               std::memory_order_relaxed)) {
            node->older = older;
        }
        if (older == nullptr) { // the burst begins here: later posts find it woken
            m_waker.wake();
        }
    }

    /// Owner's thread: hands what waits to the reader now, without waiting for the wake-up.
    void drain()
    {
        if (!m_reader) {
            return;
        }
        std::vector<T> burst = std::move(m_emptyBurst); // a reader may drain again: it gets a new one
        takeAll(burst);
        if (!burst.empty()) {
            m_reader(std::move(burst));
            burst.clear();
        }
        if (burst.capacity() <= maxKeptBurst) {
            m_emptyBurst = std::move(burst);
        }
    }

private:
    static constexpr size_t maxKeptBurst = 256;

    struct Node {
        Node* older = nullptr;
        std::optional<T> value; ///< none while it is a spare one
    };

    void takeAll(std::vector<T>& burst)
    {
        Node* newest = m_newest.exchange(nullptr, std::memory_order_acquire);
        Node* oldest = nullptr;
        size_t count = 0;
        while (newest != nullptr) { // the chain is newest first: turn it round
            Node* next = newest->older;
            newest->older = oldest;
            oldest = newest;
            newest = next;
            ++count;
        }
        burst.reserve(count);
        while (oldest != nullptr) {
            Node* const node = std::exchange(oldest, oldest->older);
            burst.push_back(*std::move(node->value));
            node->value.reset();
            m_spares.giveBack(node);
        }
        m_spares.offerWhenNoneIs();
    }

    std::atomic<Node*> m_newest = nullptr;
    SpareNodes<Node> m_spares;
    std::vector<T> m_emptyBurst; ///< kept for its memory, between two drains
    Reader m_reader;
    MailboxWaker m_waker;
};

} // namespace signalbox
