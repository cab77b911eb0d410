// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/recipient_words.h"

#include "server/core/ids.h"
#include "server/core/name.h"

namespace signalbox {

bool canBeRecipient(const Recipient& recipient)
{
    switch (recipient.type) {
    case RecipientType::Client:
    case RecipientType::AllButClient: {
        const auto client = ClientId::fromText(recipient.value);
        return client && !client->isNull();
    }
    case RecipientType::Group:
        return recipient.value.isEmpty() || !nameFault(recipient.value);
    case RecipientType::All:
        return recipient.value.isEmpty();
    case RecipientType::User:
    case RecipientType::Tag:
    case RecipientType::AllButUser:
        return !nameFault(recipient.value);
    }
    Q_UNREACHABLE();
}

QByteArray recipientInWords(const Recipient& recipient)
{
    if (recipient.type == RecipientType::All) {
        return "everyone";
    }
    if (recipient.value.isEmpty()) {
        return {};
    }
    const QByteArray kind =
        isExclusion(recipient.type) ? QByteArray("all but") : recipientTypeName(recipient.type).toByteArray();
    return kind + ' ' + recipient.value;
}

QByteArray recipientsInWords(const Recipients& recipients)
{
    if (recipients.empty()) {
        return {};
    }
    return recipients.size() == 1
               ? recipientInWords(recipients.front())
               : QByteArray::number(static_cast<qulonglong>(recipients.size())) + " recipients";
}

} // namespace signalbox
