// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/exchange.h"

#include <utility>

namespace signalbox::webhook {

namespace {

constexpr qint64 bodyBufferBytes = 64 * 1024;
/// A connection whose answer is longer is not worth to be kept.
constexpr qint64 maxBodyBytes = 1024 * 1024;

TransportFault faultOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return TransportFault::TlsFailed;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::UnknownContentError:
        return TransportFault::NotHttp;
    default:
        return TransportFault::NotReached;
    }
}

TransportFault faultOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
        return TransportFault::TlsExpired;
    case QSslError::HostNameMismatch:
        return TransportFault::TlsOtherName;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return TransportFault::TlsUntrusted;
    default:
        return TransportFault::TlsFailed;
    }
}

} // namespace

Exchange::Exchange(QNetworkReply* reply, std::chrono::milliseconds timeout, bool keepsAnswer, Done done)
    : m_reply(reply)
    , m_done(std::move(done))
    , m_keepsAnswer(keepsAnswer)
{
    m_reply->setReadBufferSize(bodyBufferBytes);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::noteTlsErrors);
    connect(m_reply, &QIODevice::readyRead, this, &Exchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, [this] { finish(true); });
    connect(&m_deadline, &QTimer::timeout, this, [this] { finish(false); });
    m_deadline.setSingleShot(true);
    m_deadline.start(timeout);
}

Exchange::~Exchange()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
}

/// None is ignored. The most telling one stands for all.
void Exchange::noteTlsErrors(const QList<QSslError>& errors)
{
    for (const QSslError& error : errors) {
        const TransportFault fault = faultOf(error.error());
        if (m_tlsFault == TransportFault::TlsFailed || fault == TransportFault::TlsUntrusted) {
            m_tlsFault = fault;
        }
    }
}

void Exchange::readBody()
{
    if (m_keepsAnswer) {
        const QByteArray read = m_reply->readAll();
        m_bodyBytes += read.size();
        m_body += read;
    } else {
        m_bodyBytes += m_reply->skip(m_reply->bytesAvailable());
    }
    if (m_bodyBytes > maxBodyBytes) {
        finish(true); // the header has said all
    }
}

/// As QNetworkReply tells it: a compressed body has been unpacked.
QByteArray Exchange::receivedHeader() const
{
    QByteArray text =
        "HTTP/1.1 " + m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toByteArray() + ' ' +
        m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray().trimmed() + "\r\n";
    for (const auto& [name, value] : m_reply->rawHeaderPairs()) {
        text += name + ": " + value + "\r\n";
    }
    return text + "\r\n";
}

void Exchange::finish(bool inTime)
{
    m_reply->disconnect(this);
    m_deadline.stop();
    Answer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.retryAfter = m_reply->rawHeader("Retry-After").trimmed();
    if (answer.status == 0) {
        answer.fault = inTime ? faultOf(m_reply->error()) : TransportFault::TimedOut;
        answer.fault = answer.fault == TransportFault::TlsFailed ? m_tlsFault : answer.fault;
    } else if (m_keepsAnswer) {
        answer.received = receivedHeader() + m_body;
    }
    if (const Done done = std::exchange(m_done, nullptr)) {
        done(answer); // may destroy this
    }
}

} // namespace signalbox::webhook
