// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/xsockets/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <memory>
#include <vector>

namespace signalbox::xsockets {

/// The last good value of a topic, which whoever subscribes later gets first.
struct Retained {
    QByteArray group; ///< of the topic's subscribers
    std::shared_ptr<const Message> message;
    quint64 sequence = 0;
};

/// Whether a retained message takes the value of its topic away: it has no data, and no blob.
[[nodiscard]] bool clearsRetained(const Message& message);

/// The retained messages of all topics. Bounded by number and bytes. One thread.
class RetainedMessages final {
public:
    struct Limits {
        int maxTopics = 0;
        qint64 maxBytes = 0;
    };
    explicit RetainedMessages(const Limits& limits)
        : m_limits(limits)
    {
    }

    /// False: there is no room for it. Then its topic has no value at all, rather than an old one.
    bool retain(Retained retained);
    /// Those of the topic, or of all that a filter matches, in the order in which they were sent.
    [[nodiscard]] std::vector<Retained> matching(const QByteArray& groupOrFilter) const;

    [[nodiscard]] qsizetype count() const { return m_byGroup.size(); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    void clear(const QByteArray& group);

    Limits m_limits;
    qint64 m_bytes = 0;
    QHash<QByteArray, Retained> m_byGroup;
};

} // namespace signalbox::xsockets
