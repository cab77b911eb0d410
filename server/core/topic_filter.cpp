// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/topic_filter.h"

#include <optional>

namespace signalbox {

namespace {

constexpr QByteArrayView oneLevel = "+";
constexpr QByteArrayView theRest = "#";

/// The levels of a name, one after the other.
class Levels final {
public:
    explicit Levels(QByteArrayView name)
        : m_rest(name)
    {
    }

    [[nodiscard]] bool atEnd() const { return !m_rest; }
    [[nodiscard]] QByteArrayView take()
    {
        const QByteArrayView rest = *m_rest;
        const qsizetype slash = rest.indexOf('/');
        if (slash < 0) {
            m_rest.reset();
            return rest;
        }
        m_rest = rest.sliced(slash + 1);
        return rest.first(slash);
    }

private:
    std::optional<QByteArrayView> m_rest; ///< nothing: the last was taken
};

} // namespace

bool isTopicFilter(QByteArrayView name)
{
    for (Levels levels(name); !levels.atEnd();) {
        const QByteArrayView level = levels.take();
        if (level == oneLevel || (level == theRest && levels.atEnd())) {
            return true;
        }
    }
    return false;
}

bool hasMisplacedWildcard(QByteArrayView name)
{
    for (Levels levels(name); !levels.atEnd();) {
        if (levels.take() == theRest && !levels.atEnd()) {
            return true;
        }
    }
    return false;
}

bool topicMatches(QByteArrayView filter, QByteArrayView topic)
{
    Levels wanted(filter);
    Levels given(topic);
    while (!wanted.atEnd()) {
        const QByteArrayView level = wanted.take();
        if (level == theRest && wanted.atEnd()) {
            return true;
        }
        if (given.atEnd()) {
            return false;
        }
        const QByteArrayView there = given.take();
        if (level != oneLevel && level != there) {
            return false;
        }
    }
    return given.atEnd();
}

struct TopicFilterTree::Node {
    std::unordered_map<QByteArray, std::unique_ptr<Node>> children; ///< by level
    std::optional<QByteArray> filter;                               ///< that ends here

    [[nodiscard]] const Node* child(QByteArrayView level) const
    {
        const auto found = children.find(QByteArray::fromRawData(level.data(), level.size()));
        return found == children.end() ? nullptr : found->second.get();
    }

    void visit(Levels levels, const std::function<void(const QByteArray& filter)>& tell) const
    {
        if (const Node* const rest = child(theRest); rest != nullptr && rest->filter) {
            tell(*rest->filter);
        }
        if (levels.atEnd()) {
            if (filter) {
                tell(*filter);
            }
            return;
        }
        const QByteArrayView level = levels.take();
        if (const Node* const any = child(oneLevel)) {
            any->visit(levels, tell);
        }
        if (const Node* const same = level == oneLevel || level == theRest ? nullptr : child(level)) {
            same->visit(levels, tell);
        }
    }

    void removeBelow(Levels levels)
    {
        if (levels.atEnd()) {
            filter.reset();
            return;
        }
        const auto found = children.find(levels.take().toByteArray());
        found->second->removeBelow(levels);
        if (!found->second->filter && found->second->children.empty()) {
            children.erase(found);
        }
    }
};

TopicFilterTree::TopicFilterTree()
    : m_root(std::make_unique<Node>())
{
}

TopicFilterTree::~TopicFilterTree() = default;
TopicFilterTree::TopicFilterTree(TopicFilterTree&&) noexcept = default;
TopicFilterTree& TopicFilterTree::operator=(TopicFilterTree&&) noexcept = default;

void TopicFilterTree::add(const QByteArray& filter)
{
    Node* node = m_root.get();
    for (Levels levels(filter); !levels.atEnd();) {
        std::unique_ptr<Node>& next = node->children[levels.take().toByteArray()];
        if (!next) {
            next = std::make_unique<Node>();
        }
        node = next.get();
    }
    node->filter = filter;
}

void TopicFilterTree::remove(QByteArrayView filter)
{
    m_root->removeBelow(Levels(filter));
}

bool TopicFilterTree::isEmpty() const
{
    return m_root->children.empty();
}

void TopicFilterTree::visitMatches(QByteArrayView topic,
                                   const std::function<void(const QByteArray& filter)>& visit) const
{
    m_root->visit(Levels(topic), visit);
}

} // namespace signalbox
