// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <atomic>
#include <utility>

namespace signalbox {

/// Nodes of a Mailbox that have been read, kept for the next posts: a post allocates nothing as a rule.
///
/// Threads: any takes, one thread, the owner, gives back. No mutex: whoever takes one has the whole chain for
/// that moment, so that nobody looks into a node that somebody else has; who finds none makes a new one.
/// Limits: `maxKept` nodes that are kept and as many that are offered.
template <typename Node> // has `Node* older`, which links the chain
class SpareNodes final {
public:
    static constexpr int maxKept = 256;

    SpareNodes() = default;
    ~SpareNodes()
    {
        deleteChain(m_offered.load(std::memory_order_acquire));
        deleteChain(m_kept);
    }
    Q_DISABLE_COPY_MOVE(SpareNodes)

    /// Any thread. The node is the caller's now; null when none is offered just now.
    [[nodiscard]] Node* take()
    {
        Node* const node = m_offered.exchange(nullptr, std::memory_order_acquire);
        if (node != nullptr) {
            replaceOffered(node->older);
        }
        return node;
    }

    /// Owner's thread. The node may be gone afterwards.
    void giveBack(Node* node)
    {
        if (m_keptCount == maxKept) {
            delete node;
            return;
        }
        node->older = std::exchange(m_kept, node);
        ++m_keptCount;
    }

    /// Owner's thread: to be called when a burst has been given back.
    void offerWhenNoneIs()
    {
        if (m_kept != nullptr && m_offered.load(std::memory_order_relaxed) == nullptr) {
            replaceOffered(std::exchange(m_kept, nullptr));
            m_keptCount = 0;
        }
    }

private:
    /// What another thread has put there in this moment is lost, which costs an allocation and no more.
    void replaceOffered(Node* chain) { deleteChain(m_offered.exchange(chain, std::memory_order_acq_rel)); }

    static void deleteChain(Node* chain)
    {
        while (chain != nullptr) {
            delete std::exchange(chain, chain->older);
        }
    }

    std::atomic<Node*> m_offered = nullptr;
    Node* m_kept = nullptr; ///< the owner's, as are all below
    int m_keptCount = 0;
};

} // namespace signalbox
