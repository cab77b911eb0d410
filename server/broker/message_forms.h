// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/dialect.h"
#include "server/broker/routed_message.h"

#include <optional>
#include <vector>

namespace signalbox::broker {

/// The frames that one message leaves as at one worker: its own, one for each form of each dialect that
/// writes it anew, and those that are for one client alone. Each is encoded once, when the first client that
/// gets it is reached.
///
/// Thread: its worker.
class MessageForms final {
public:
    /// Which of the frames a client was sent.
    using Form = quint32;
    static constexpr Form asItIs = 0;

    explicit MessageForms(RoutedMessagePointer message)
        : m_message(std::move(message))
    {
    }

    [[nodiscard]] const RoutedMessage& message() const { return *m_message; }
    /// What the client gets that `recipient` reached, and as which form. Valid until the next call.
    [[nodiscard]] const QByteArray& frameFor(Session& session, int recipient, Form& form);
    /// No client got anything but the message as it is.
    [[nodiscard]] bool isOneForm() const { return m_encodings.empty(); }
    /// Of any form but asItIs.
    [[nodiscard]] const EncodedMessage& encoded(Form form) const;

private:
    static constexpr Form ownBit = Form{1} << 31; ///< it is one client's alone

    /// Which encodings are this dialect's, by its number of the form; none is asItIs.
    struct DialectForms {
        const Dialect* dialect = nullptr;
        std::vector<Form> encodings;
    };

    [[nodiscard]] Form& encodingOf(const Dialect& dialect, quint32 dialectForm);

    RoutedMessagePointer m_message;
    std::vector<DialectForms> m_dialects;
    std::vector<std::optional<EncodedMessage>> m_encodings; ///< form 1 is the first; nothing: as it is
    std::vector<EncodedMessage> m_own;
};

} // namespace signalbox::broker
