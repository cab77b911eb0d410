// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/draft_command.h"

#include "ui/format/numbers.h"
#include "ui/models/hex_text.h"
#include "ui/models/json_tokens.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

namespace {

struct DraftCommandText {
    Q_DECLARE_TR_FUNCTIONS(DraftCommand)
};

Result<void> checkedSize(qint64 bytes)
{
    if (bytes <= maxMessageBytes) {
        return {};
    }
    return Error{
        "message.too_long",
        DraftCommandText::tr("%1 are more than a broker takes in one message.").arg(exactBytesText(bytes))};
}

} // namespace

Result<QByteArray> payloadOf(const Draft& draft)
{
    if (draft.kind != MessageKind::RawBinary) {
        return draft.message;
    }
    return draft.file.isEmpty() ? bytesOfHex(QString::fromUtf8(draft.message)) : draft.fileBytes;
}

QString messageFault(const Draft& draft)
{
    if (draft.kind == MessageKind::RawBinary) {
        const Result<QByteArray> payload = payloadOf(draft);
        return payload ? QString() : payload.error().message;
    }
    const QByteArray text = draft.message.trimmed();
    const bool looksLikeJson = text.startsWith('{') || text.startsWith('[');
    const bool mustBeJson = draft.kind == MessageKind::Value || draft.kind == MessageKind::Envelope;
    if (!mustBeJson && !looksLikeJson) {
        return {};
    }
    const auto fault = jsonTokens(draft.message).fault;
    return fault ? jsonFaultText(draft.message, *fault) : QString();
}

Result<link::Command> commandOf(const Draft& draft)
{
    if (isRaw(draft.kind)) {
        Result<QByteArray> payload = payloadOf(draft);
        if (!payload) {
            return payload.error();
        }
        if (const auto checked = checkedSize(payload->size()); !checked) {
            return checked.error();
        }
        const bool isBinary = draft.kind == MessageKind::RawBinary;
        return link::Command(link::SendPayload{draft.recipients, *payload, isBinary, true});
    }
    if (draft.action.isEmpty() && draft.kind != MessageKind::Envelope) {
        return Error{"envelope.missing_action", DraftCommandText::tr("An envelope needs an action.")};
    }
    if (draft.kind != MessageKind::String) {
        if (const QString fault = messageFault(draft); !fault.isEmpty()) {
            return Error{"message.not_json", DraftCommandText::tr("Not JSON: %1").arg(fault)};
        }
    }
    QByteArray envelope = draft.kind == MessageKind::Envelope ? draft.message : envelopeOf(draft);
    if (const auto checked = checkedSize(envelope.size()); !checked) {
        return checked.error();
    }
    return link::Command(link::SendMessage{std::move(envelope), true});
}

} // namespace signalbox::ui
