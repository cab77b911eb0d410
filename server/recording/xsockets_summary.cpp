// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/xsockets_summary.h"

#include "server/xsockets/binary_message.h"
#include "server/xsockets/message_reader.h"
#include "server/xsockets/topics.h"

#include <algorithm>

namespace signalbox::recording {

namespace {

/// The last fragment of a message does not say which of the two it is.
Result<xsockets::Message> readEither(QByteArrayView message)
{
    Result<xsockets::Message> read = xsockets::readMessage(message);
    return read ? read : xsockets::readBinaryMessage(message);
}

} // namespace

QByteArray firstCharacters(QByteArrayView utf8, qsizetype maxBytes)
{
    qsizetype bytes = std::min(utf8.size(), maxBytes);
    if (bytes < utf8.size()) {
        while (bytes > 0 && (static_cast<quint8>(utf8[bytes]) & 0xC0) == 0x80) { // RFC 3629 §3
            --bytes;
        }
    }
    return utf8.first(bytes).toByteArray();
}

void summariseXSockets(QByteArrayView message, const QByteArray& controller, link::FrameRow& row)
{
    const auto read = readEither(message);
    if (!read) {
        return;
    }
    const xsockets::Message& said = read.value();
    const bool isForConnection = row.direction == link::Direction::Sent; // such an error names none
    row.controller = said.controller.isEmpty() && !isForConnection ? controller : said.controller;
    row.action = firstCharacters(said.topic, maxPreviewBytes);
    row.data = firstCharacters(said.data, maxPreviewBytes);
    if (!row.message.isNull()) { // it is routed
        row.target = "group " + xsockets::groupOf(row.controller, said.topic);
    }
}

std::optional<Recipients> xsocketsRecipients(QByteArrayView message, const QByteArray& controller,
                                             ClientId sender)
{
    const auto read = readEither(message);
    if (!read) {
        return std::nullopt;
    }
    const QByteArray& named = read->controller.isEmpty() ? controller : read->controller;
    return Recipients{{RecipientType::Group, xsockets::groupOf(named, read->topic)},
                      {RecipientType::Client, sender.text()}};
}

} // namespace signalbox::recording
