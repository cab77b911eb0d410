// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/times.h"

#include "ui/format/numbers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct Times {
    Q_DECLARE_TR_FUNCTIONS(Times)
};

QDateTime localTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count());
}

} // namespace

QString timeText(WallTime time)
{
    return localTime(time).time().toString(u"HH:mm:ss.zzz"_s);
}

QString sinceText(WallTime time, WallTime now)
{
    const QDateTime local = localTime(time);
    const QString clock = local.time().toString(u"HH:mm:ss"_s);
    if (local.date() == localTime(now).date()) {
        return clock;
    }
    return local.date().toString(Qt::ISODate) + u' ' + clock;
}

QString durationText(std::chrono::microseconds duration)
{
    const auto us = duration.count();
    const double ms = static_cast<double>(us) / 1000.0;
    if (us < 1'000'000) {
        return Times::tr("%1 ms").arg(displayLocale().toString(ms, 'f', us < 9'950 ? 1 : 0));
    }
    const auto seconds = us / 1'000'000;
    if (seconds < 60) {
        return Times::tr("%1 s").arg(displayLocale().toString(ms / 1000.0, 'f', seconds < 10 ? 1 : 0));
    }
    const auto minutes = seconds / 60;
    if (minutes < 60) {
        return Times::tr("%1 min").arg(minutes);
    }
    return Times::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString rangeText(WallTime from, WallTime to)
{
    const bool isShort = to - from < std::chrono::seconds(10);
    const QString format = isShort ? u"HH:mm:ss.zzz"_s : u"HH:mm:ss"_s;
    return Times::tr("%1 – %2").arg(localTime(from).time().toString(format),
                                    localTime(to).time().toString(format));
}

QString differenceText(WallTime::duration difference)
{
    const auto us = std::chrono::abs(std::chrono::floor<std::chrono::microseconds>(difference)).count();
    const QString sign = difference < difference.zero() ? u"−"_s : u"+"_s;
    const double ms = static_cast<double>(us) / 1000.0;
    if (us < 999'500) { // more would be written as 1,000 ms
        return sign + Times::tr("%1 ms").arg(displayLocale().toString(ms, 'f', us < 10'000 ? 3 : 0));
    }
    if (us < 60'000'000) {
        return sign + Times::tr("%1 s").arg(displayLocale().toString(ms / 1000.0, 'f', 3));
    }
    const auto seconds = us / 1'000'000;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    return sign +
           u"%1:%2:%3"_s.arg(QString::number(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60));
}

} // namespace signalbox::ui
