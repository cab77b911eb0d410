// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/answer.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>

namespace signalbox::webhook {

namespace {

constexpr int tooManyRequests = 429;

/// Longer than any delay that is followed; keeps the arithmetic in range.
constexpr std::chrono::hours longestDelay{24};

Error tlsError(const QString& why)
{
    return {"webhook.tls_failed",
            QStringLiteral("TLS with the application of webhook.url failed: %1").arg(why)};
}

Error transportError(TransportFault fault)
{
    switch (fault) {
    case TransportFault::TimedOut:
        return {"webhook.timeout", QStringLiteral("The application did not answer within webhook.timeout.")};
    case TransportFault::TlsUntrusted:
        return tlsError(QStringLiteral("nobody who is trusted signed its certificate. The setting "
                                       "webhook.ca_file names a file with further authorities."));
    case TransportFault::TlsExpired:
        return tlsError(QStringLiteral("its certificate has expired, or is not valid yet."));
    case TransportFault::TlsOtherName:
        return tlsError(QStringLiteral("its certificate is for another host than webhook.url names."));
    case TransportFault::TlsFailed:
        return tlsError(QStringLiteral("the two could not agree. Does it speak TLS there?"));
    case TransportFault::NotHttp:
        return {"webhook.not_http", QStringLiteral("What answered at webhook.url does not speak HTTP.")};
    case TransportFault::NotReached:
    case TransportFault::None:
        break;
    }
    return {"webhook.not_reached", QStringLiteral("The application of webhook.url could not be reached.")};
}

} // namespace

Verdict Answer::verdict() const
{
    if (status >= 200 && status < 300) {
        return Verdict::Taken;
    }
    const bool later = status == 0 || status >= 500 || status == tooManyRequests;
    return later ? Verdict::Again : Verdict::Refused;
}

Error Answer::error() const
{
    if (status == 0) {
        return transportError(fault);
    }
    if (status >= 300 && status < 400) {
        return {
            "webhook.redirected",
            QStringLiteral("The application answered with the redirect %1, which is not followed; put the "
                           "final address into webhook.url.")
                .arg(status)};
    }
    if (verdict() == Verdict::Again) {
        return {"webhook.failed", QStringLiteral("The application answered with status %1.").arg(status)};
    }
    return {"webhook.refused",
            QStringLiteral("The application refused the message with status %1.").arg(status)};
}

std::optional<std::chrono::milliseconds> Answer::wantedDelay(WallTime now) const
{
    const bool digits = !retryAfter.isEmpty() && std::all_of(retryAfter.begin(), retryAfter.end(),
                                                             [](char c) { return c >= '0' && c <= '9'; });
    if (digits) {
        bool fits = false;
        const qint64 seconds = retryAfter.toLongLong(&fits);
        const qint64 most = std::chrono::seconds(longestDelay).count();
        return std::chrono::seconds(fits ? std::min(seconds, most) : most);
    }
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(retryAfter),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    if (!date.isValid()) {
        return std::nullopt;
    }
    const auto until = std::chrono::milliseconds(date.toMSecsSinceEpoch());
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    return std::clamp<std::chrono::milliseconds>(until - since, std::chrono::milliseconds(0), longestDelay);
}

} // namespace signalbox::webhook
