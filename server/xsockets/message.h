// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::xsockets {

/// One message of XSockets.NET: `C` names the controller, `T` the topic, `D` the data.
struct Message {
    QByteArray controller; ///< lower case; empty: none was named
    QByteArray topic;
    QByteArray data = "null";         ///< JSON: what the string in `D` holds, or `D` itself
    quint16 id = 0;                   ///< `I`; 0: none
    bool acknowledged = false;        ///< `Q` above 0: it is sent again until its id is acknowledged
    bool retained = false;            ///< `R`: kept as the last good value of its topic
    std::optional<QByteArray> blob{}; ///< of a binary message, whose `D` describes it

    friend bool operator==(const Message&, const Message&) = default;
};

/// What it holds.
[[nodiscard]] inline qint64 bytesOf(const Message& message)
{
    return message.controller.size() + message.topic.size() + message.data.size() +
           (message.blob ? message.blob->size() : 0);
}

/// Where a message goes to at its receiver.
struct Address {
    QByteArray controller;
    QByteArray topic;
    quint16 id = 0; ///< of a message that is to be acknowledged

    friend bool operator==(const Address&, const Address&) = default;
};

/// The payload of a text message, keys in upper case, the data as a string that holds JSON.
[[nodiscard]] QByteArray messageText(const Address& address, QByteArrayView dataJson);

/// Data as other dialects say it: the text of a string, anything else as it is. `message` of an envelope that
/// says the same, as JSON.
[[nodiscard]] QByteArray dataAsEnvelopeMessage(const QByteArray& dataJson);
/// The other way round: what `message` holds when it is a string that holds JSON, or else itself.
[[nodiscard]] QByteArray dataOfEnvelopeMessage(const QByteArray& messageJson);

} // namespace signalbox::xsockets
