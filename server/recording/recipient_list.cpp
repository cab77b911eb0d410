// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/recipient_list.h"

#include "server/core/name.h"

namespace signalbox::recording {

namespace {

constexpr char version = 1;
constexpr qsizetype entryHeadBytes = 2; // type and length

} // namespace

QByteArray packRecipients(const Recipients& recipients)
{
    QByteArray packed(1, version);
    for (const Recipient& recipient : recipients) {
        Q_ASSERT(recipient.value.size() <= maxNameBytes);
        packed += static_cast<char>(recipient.type);
        packed += static_cast<char>(recipient.value.size());
        packed += recipient.value;
    }
    return packed;
}

std::optional<Recipients> unpackRecipients(QByteArrayView packed)
{
    if (packed.isEmpty() || packed.front() != version) {
        return std::nullopt;
    }
    Recipients recipients;
    for (qsizetype at = 1; at < packed.size();) {
        if (packed.size() - at < entryHeadBytes) {
            return std::nullopt;
        }
        const auto type = static_cast<RecipientType>(packed[at]);
        const qsizetype bytes = static_cast<quint8>(packed[at + 1]);
        at += entryHeadBytes;
        if (packed.size() - at < bytes) {
            return std::nullopt;
        }
        recipients.push_back({type, packed.sliced(at, bytes).toByteArray()});
        at += bytes;
    }
    return recipients;
}

} // namespace signalbox::recording
