// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QHashFunctions>

#include <functional>
#include <memory>
#include <unordered_map>

namespace signalbox {

/// Topics have levels with slashes between them. A filter stands for many: a level that is + for any one, #
/// at the end for all the rest, none included.

/// Whether `name` is such a filter: one of its levels is +, or the last is #.
[[nodiscard]] bool isTopicFilter(QByteArrayView name);
/// Whether a level before the last is #, which is neither a filter nor a topic.
[[nodiscard]] bool hasMisplacedWildcard(QByteArrayView name);
[[nodiscard]] bool topicMatches(QByteArrayView filter, QByteArrayView topic);

/// Many filters, asked which of them match a topic: the time depends on the topic's levels, hardly on how
/// many filters there are. One thread.
class TopicFilterTree final {
public:
    TopicFilterTree();
    ~TopicFilterTree();
    TopicFilterTree(TopicFilterTree&&) noexcept;
    TopicFilterTree& operator=(TopicFilterTree&&) noexcept;
    Q_DISABLE_COPY(TopicFilterTree)

    /// `filter` is not in it.
    void add(const QByteArray& filter);
    /// `filter` is in it.
    void remove(QByteArrayView filter);
    [[nodiscard]] bool isEmpty() const;
    void visitMatches(QByteArrayView topic, const std::function<void(const QByteArray& filter)>& visit) const;

private:
    struct Node;
    std::unique_ptr<Node> m_root;
};

} // namespace signalbox
