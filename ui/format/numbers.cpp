// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/numbers.h"

#include <QtCore/QCoreApplication>

#include <array>
#include <cmath>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct Numbers {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

} // namespace

QLocale displayLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString countText(qint64 count)
{
    return displayLocale().toString(count);
}

QString countText(quint64 count)
{
    return displayLocale().toString(count);
}

QString bytesText(qint64 bytes)
{
    if (bytes < 1024) {
        return Numbers::tr("%1 B").arg(countText(bytes));
    }
    static constexpr std::array units{
        QT_TRANSLATE_NOOP("Numbers", "%1 KB"), QT_TRANSLATE_NOOP("Numbers", "%1 MB"),
        QT_TRANSLATE_NOOP("Numbers", "%1 GB"), QT_TRANSLATE_NOOP("Numbers", "%1 TB")};
    double value = static_cast<double>(bytes) / 1024.0;
    size_t unit = 0;
    while (value >= 1023.5 && unit + 1 < units.size()) {
        value /= 1024.0;
        ++unit;
    }
    const int decimals = value < 9.95 ? 1 : 0;
    return Numbers::tr(units[unit]).arg(displayLocale().toString(value, 'f', decimals));
}

QString exactBytesText(qint64 bytes)
{
    return bytes == 1 ? Numbers::tr("1 byte") : Numbers::tr("%1 bytes").arg(countText(bytes));
}

QString rateText(double perSecond)
{
    if (perSecond > 0.0 && perSecond < 9.95) {
        return displayLocale().toString(perSecond, 'f', 1);
    }
    return countText(static_cast<qint64>(std::llround(perSecond)));
}

} // namespace signalbox::ui
