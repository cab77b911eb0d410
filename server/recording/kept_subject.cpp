// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/kept_subject.h"

namespace signalbox::recording {

void KeptSubject::set(quint64 position)
{
    begin();
    m_position = position;
    m_row = m_rows.bareRow(position, m_kept.deliveries().end());
    m_isWhole = false;
    m_hasRecipients = false;
}

const link::FrameRow& KeptSubject::wholeRow()
{
    if (!m_isWhole) {
        m_rows.complete(m_position, m_row);
        m_isWhole = true;
    }
    return m_row;
}

QByteArrayView KeptSubject::payload()
{
    const RecordBody& body = m_kept.rows().at(m_position).body;
    const bool hasPayload = body.kind == RecordKind::Frame || body.kind == RecordKind::Push;
    return hasPayload ? m_kept.bytes(body.payload) : QByteArrayView();
}

QByteArrayView KeptSubject::message()
{
    return m_rows.message(m_position, m_message);
}

std::span<const ClientId> KeptSubject::recipients()
{
    if (!m_hasRecipients) {
        m_hasRecipients = true;
        m_recipients.clear();
        const KeptRow& kept = m_kept.rows().at(m_position);
        if (kept.newestDeliveries != 0) {
            for (const Delivery& delivery : m_kept.deliveriesOf(kept)) {
                m_recipients.push_back(delivery.client);
            }
        }
    }
    return m_recipients;
}

QByteArrayView KeptSubject::userOf(ClientId client)
{
    return m_kept.population().userOf(client);
}

} // namespace signalbox::recording
