// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/upgrade_socket.h"

#include "server/transport/direct_socket.h"

namespace signalbox::transport {

namespace {

/// Takes the lines whose names begin with `prefix` out of an HTTP header.
QByteArray withoutHeaders(QByteArrayView header, QByteArrayView prefix)
{
    QByteArray kept;
    kept.reserve(header.size());
    qsizetype begin = 0;
    while (begin < header.size()) {
        const qsizetype feed = header.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? header.size() : feed + 1;
        const QByteArrayView line = header.sliced(begin, end - begin);
        if (begin == 0 || !line.startsWith(prefix)) {
            kept.append(line);
        }
        begin = end;
    }
    return kept;
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
    m_answer = withoutHeaders({data, size}, "Access-Control-");
    const qint64 written = writeAnswer();
    if (m_answered) {
        m_answered(*this);
    }
    return written < 0 ? written : size;
}

/// Past Qt's buffer, which would take 32 KiB for it, unless an answer before waits there.
qint64 UpgradeSocket::writeAnswer()
{
    const QByteArrayView answer = m_answer;
    const qsizetype sent = bytesToWrite() == 0 ? sendDirectly(socketDescriptor(), std::span(&answer, 1)) : 0;
    const QByteArrayView rest = answer.sliced(sent);
    return rest.isEmpty() ? sent : QTcpSocket::writeData(rest.data(), rest.size());
}

} // namespace signalbox::transport
