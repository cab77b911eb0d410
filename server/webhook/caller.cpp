// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/caller.h"

#include "server/webhook/request_headers.h"

#include <algorithm>

namespace signalbox::webhook {

namespace {

constexpr int connectionsOfAManager = 6; // of QNetworkAccessManager, to one host, with HTTP/1.1

} // namespace

Caller::Caller(const QUrl& url, std::chrono::milliseconds timeout, int parallel, const QString& caFile)
    : m_url(url)
    , m_timeout(timeout)
    , m_parallel(parallel)
{
    for (int i = 0; i < parallel; i += connectionsOfAManager) {
        m_managers.push_back(std::make_unique<QNetworkAccessManager>());
        m_managers.back()->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    if (!caFile.isEmpty()) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setCaCertificates(
            QSslConfiguration::systemCaCertificates() +
            QSslCertificate::fromPath(caFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString));
    }
}

QNetworkRequest Caller::requestFor(const Call& call) const
{
    QNetworkRequest request(m_url);
    if (m_tls) {
        request.setSslConfiguration(*m_tls);
    }
    for (const auto& [name, value] : requestHeaders(call)) {
        request.setRawHeader(name, value);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return request;
}

size_t Caller::idlestManager() const
{
    std::vector<int> calls(m_managers.size());
    for (const auto& [client, running] : m_exchanges) {
        ++calls[running.manager];
    }
    return static_cast<size_t>(std::distance(calls.begin(), std::min_element(calls.begin(), calls.end())));
}

void Caller::post(const Call& call, Exchange::Done done)
{
    const size_t manager = idlestManager();
    const quint64 key = call.client.number();
    auto finished = [this, key, done = std::move(done)](const Answer& answer) {
        const auto found = m_exchanges.find(key);
        found->second.exchange.release()->deleteLater(); // it is on the stack
        m_exchanges.erase(found);
        done(answer);
    };
    m_exchanges[key] = {std::make_unique<Exchange>(m_managers[manager]->post(requestFor(call), call.body),
                                                   m_timeout, m_keepsAnswers, std::move(finished)),
                        manager};
}

/// With what QNetworkAccessManager adds.
QByteArray Caller::requestText(const Call& call) const
{
    const QByteArray target = m_url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    QByteArray text = "POST " + (target.startsWith('/') ? target : '/' + target) + " HTTP/1.1\r\n";
    text += "Host: " + m_url.authority(QUrl::FullyEncoded).toLatin1() + "\r\n";
    for (const auto& [name, value] : requestHeaders(call)) {
        text += name + ": " + value + "\r\n";
    }
    text += "Content-Length: " + QByteArray::number(call.body.size()) + "\r\n";
    return text + "Connection: Keep-Alive\r\n\r\n" + call.body;
}

void Caller::abortAll()
{
    m_exchanges.clear();
}

} // namespace signalbox::webhook
