// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/message_framing.h"

#include <QtCore/QtEndian>

namespace signalbox::services {

namespace {

constexpr qsizetype lengthBytes = sizeof(quint32);

} // namespace

QByteArray framed(const QByteArray& message)
{
    Q_ASSERT(message.size() <= maxFramedBytes);
    QByteArray bytes(lengthBytes, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(message.size()), bytes.data());
    return bytes + message;
}

bool MessageFraming::hasMessage() const
{
    const qsizetype available = m_bytes.size() - m_begin - lengthBytes;
    return !m_isBroken && available >= 0 &&
           static_cast<qsizetype>(qFromLittleEndian<quint32>(m_bytes.constData() + m_begin)) <= available;
}

std::optional<QByteArray> MessageFraming::take()
{
    const qsizetype available = m_bytes.size() - m_begin - lengthBytes;
    if (m_isBroken || available < 0) {
        return std::nullopt;
    }
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint32>(m_bytes.constData() + m_begin));
    m_isBroken = length > maxFramedBytes;
    if (m_isBroken || available < length) {
        return std::nullopt;
    }
    QByteArray message = m_bytes.mid(m_begin + lengthBytes, length);
    m_begin += lengthBytes + length;
    if (m_begin == m_bytes.size()) {
        m_bytes.clear();
        m_begin = 0;
    } else if (m_begin > m_bytes.size() / 2) {
        m_bytes.remove(0, std::exchange(m_begin, 0));
    }
    return message;
}

} // namespace signalbox::services
