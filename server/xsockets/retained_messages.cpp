// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/retained_messages.h"

#include "server/core/topic_filter.h"

#include <algorithm>
#include <utility>

namespace signalbox::xsockets {

namespace {

qint64 bytesIn(const Retained& retained)
{
    return retained.group.size() + bytesOf(*retained.message);
}

} // namespace

bool clearsRetained(const Message& message)
{
    const bool hasData = message.data != "null" && message.data != "\"\"";
    return !hasData && (!message.blob || message.blob->isEmpty());
}

bool RetainedMessages::retain(Retained retained)
{
    clear(retained.group);
    if (clearsRetained(*retained.message)) {
        return true;
    }
    const qint64 bytes = bytesIn(retained);
    if (m_byGroup.size() >= m_limits.maxTopics || m_bytes + bytes > m_limits.maxBytes) {
        return false;
    }
    m_bytes += bytes;
    m_byGroup.insert(QByteArray(retained.group), std::move(retained));
    return true;
}

void RetainedMessages::clear(const QByteArray& group)
{
    const auto found = m_byGroup.constFind(group);
    if (found != m_byGroup.constEnd()) {
        m_bytes -= bytesIn(*found);
        m_byGroup.erase(found);
    }
}

std::vector<Retained> RetainedMessages::matching(const QByteArray& groupOrFilter) const
{
    std::vector<Retained> found;
    if (!isTopicFilter(groupOrFilter)) {
        if (const auto one = m_byGroup.constFind(groupOrFilter); one != m_byGroup.constEnd()) {
            found.push_back(*one);
        }
        return found;
    }
    for (const Retained& retained : m_byGroup) {
        if (topicMatches(groupOrFilter, retained.group)) {
            found.push_back(retained);
        }
    }
    std::ranges::sort(found, {}, &Retained::sequence);
    return found;
}

} // namespace signalbox::xsockets
