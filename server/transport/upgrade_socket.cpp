// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/upgrade_socket.h"

namespace signalbox::transport {

namespace {

/// Takes the lines whose names begin with `prefix` out of an HTTP header.
QByteArray withoutHeaders(QByteArray header, QByteArrayView prefix)
{
    const QByteArray lineBegin = "\r\n" + prefix.toByteArray();
    for (qsizetype begin = header.indexOf(lineBegin); begin >= 0; begin = header.indexOf(lineBegin)) {
        header.remove(begin, header.indexOf("\r\n", begin + 2) - begin);
    }
    return header;
}

} // namespace

void UpgradeSocket::beginUpgrade(qint64 headerBytes, AnswerWritten answered)
{
    m_phase = Phase::RequestShown;
    m_headerBytes = headerBytes;
    m_answered = std::move(answered);
}

qint64 UpgradeSocket::replaceHeader(qint64 headerBytes, const QByteArray& header)
{
    skip(headerBytes);
    for (auto byte = header.crbegin(); byte != header.crend(); ++byte) {
        ungetChar(*byte);
    }
    return header.size();
}

void UpgradeSocket::finishUpgrade()
{
    m_phase = Phase::Transparent;
    m_answered = nullptr;
}

qint64 UpgradeSocket::bytesAvailable() const
{
    switch (m_phase) {
    case Phase::Transparent:
        return QTcpSocket::bytesAvailable();
    case Phase::RequestShown:
        return std::min(m_headerBytes, QTcpSocket::bytesAvailable());
    case Phase::Answered:
        return 0;
    }
    Q_UNREACHABLE();
}

qint64 UpgradeSocket::writeData(const char* data, qint64 size)
{
    if (m_phase != Phase::RequestShown) {
        return QTcpSocket::writeData(data, size);
    }
    m_phase = Phase::Answered;
    m_answer = withoutHeaders(QByteArray(data, size), "Access-Control-");
    const qint64 written = QTcpSocket::writeData(m_answer.constData(), m_answer.size());
    if (m_answered) {
        m_answered(*this);
    }
    return written < 0 ? written : size;
}

} // namespace signalbox::transport
