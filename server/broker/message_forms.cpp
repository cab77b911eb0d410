// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/message_forms.h"

#include "server/broker/session.h"

#include <algorithm>

namespace signalbox::broker {

const QByteArray& MessageForms::frameFor(Session& session, int recipient, Form& form)
{
    form = asItIs;
    const Dialect* const dialect = session.encoder();
    if (dialect == nullptr) {
        return m_message->frame;
    }
    const quint32 dialectForm = dialect->formFor(session, *m_message, recipient);
    Form& encoding = encodingOf(*dialect, dialectForm);
    if (encoding == asItIs) {
        m_encodings.push_back(dialect->encodeForm(*m_message, dialectForm));
        encoding = static_cast<Form>(m_encodings.size());
    }
    const auto& encoded = m_encodings[encoding - 1];
    if (!encoded) {
        return m_message->frame;
    }
    form = encoding;
    if (m_message->sequence != 0) {
        if (auto own = session.dialect().encodeFor(session, *m_message, dialectForm, *encoded)) {
            form = ownBit | static_cast<Form>(m_own.size());
            m_own.push_back(*std::move(own));
            return m_own.back().frame;
        }
    }
    return encoded->frame;
}

const EncodedMessage& MessageForms::encoded(Form form) const
{
    return (form & ownBit) != 0 ? m_own[form & ~ownBit] : *m_encodings[form - 1];
}

/// There are as many dialects as fingers; a dialect counts its forms from 0.
MessageForms::Form& MessageForms::encodingOf(const Dialect& dialect, quint32 dialectForm)
{
    auto found = std::ranges::find(m_dialects, &dialect, &DialectForms::dialect);
    if (found == m_dialects.end()) {
        found = m_dialects.insert(found, {&dialect, {}});
    }
    if (found->encodings.size() <= dialectForm) {
        found->encodings.resize(dialectForm + 1, asItIs);
    }
    return found->encodings[dialectForm];
}

} // namespace signalbox::broker
