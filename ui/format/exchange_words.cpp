// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/exchange_words.h"

#include "ui/format/plain.h"
#include "ui/format/times.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameRow;

namespace {

struct Exchange {
    Q_DECLARE_TR_FUNCTIONS(ExchangeWords)
};

struct FaultWords {
    const char* code;
    const char* text; ///< marked for translation
};

constexpr std::array faultWords{
    FaultWords{"webhook.timeout", QT_TRANSLATE_NOOP("ExchangeWords", "no answer in time")},
    FaultWords{"webhook.not_reached", QT_TRANSLATE_NOOP("ExchangeWords", "not reached")},
    FaultWords{"webhook.tls_failed", QT_TRANSLATE_NOOP("ExchangeWords", "TLS failed")},
    FaultWords{"webhook.not_http", QT_TRANSLATE_NOOP("ExchangeWords", "the answer is not HTTP")},
    FaultWords{"webhook.redirected", QT_TRANSLATE_NOOP("ExchangeWords", "redirected, which is not followed")},
    FaultWords{"webhook.failed", QT_TRANSLATE_NOOP("ExchangeWords", "failed")},
    FaultWords{"webhook.refused", QT_TRANSLATE_NOOP("ExchangeWords", "refused by the application")},
    FaultWords{"webhook.queue_full", QT_TRANSLATE_NOOP("ExchangeWords", "not tried: too many calls wait")},
    FaultWords{"webhook.client_queue_full",
               QT_TRANSLATE_NOOP("ExchangeWords", "not tried: too many calls of this client wait")},
    FaultWords{"webhook.stopped", QT_TRANSLATE_NOOP("ExchangeWords", "the broker stopped before")},
};

} // namespace

QString tookText(std::chrono::microseconds took)
{
    return took < std::chrono::microseconds(100) ? Exchange::tr("%1 µs").arg(took.count())
                                                 : durationText(took);
}

QString callFaultText(const QByteArray& errorCode)
{
    for (const FaultWords& fault : faultWords) {
        if (errorCode == fault.code) {
            return Exchange::tr(fault.text);
        }
    }
    return plainName(errorCode);
}

QString answeredText(const FrameRow& row)
{
    return Exchange::tr("%1, %2 · %3").arg(row.code).arg(tookText(row.took), plainPayload(row.text));
}

QString callStateText(const FrameRow& row)
{
    if (row.text.isEmpty()) {
        return Exchange::tr("⇢ called");
    }
    return row.isTriedAgain ? Exchange::tr("⚠ called again") : Exchange::tr("✕ call failed");
}

QString calledText(const FrameRow& row)
{
    QStringList parts;
    if (row.code != 0) {
        parts += QString::number(row.code);
    }
    if (!row.text.isEmpty()) {
        parts += callFaultText(row.text);
    }
    if (row.attempt > 1 || row.isTriedAgain) {
        parts += Exchange::tr("attempt %1").arg(row.attempt);
    }
    if (!row.isTriedAgain && !row.text.isEmpty() && row.attempt > 1) {
        parts += Exchange::tr("given up");
    }
    if (row.took.count() > 0) {
        parts += tookText(row.took);
    }
    return parts.join(u", "_s);
}

} // namespace signalbox::ui
