// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_goal.h"

#include "ui/models/frames_model.h"

#include <QtCore/QDateTime>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using Fault = FrameGoal::Fault;

namespace {

QDateTime localTime(WallTime time)
{
    const auto since = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count());
}

QTime timeOf(const QString& text)
{
    for (const QString& format : {u"H:m"_s, u"H:m:s"_s, u"H:m:s.z"_s}) {
        if (const QTime time = QTime::fromString(text, format); time.isValid()) {
            return time;
        }
    }
    return {};
}

FrameGoal numberGoal(const FramesModel& model, quint64 number)
{
    const int last = model.rowCount() - 1;
    if (const QModelIndex index = model.indexOf(number); index.isValid()) {
        return {index, std::nullopt};
    }
    const bool isNewer =
        !model.isFiltered() && (last < 0 || number > model.frame(model.index(last, 0)).number);
    return {{}, isNewer ? Fault::NotThereYet : Fault::NotShown};
}

// Rows are in the order of the clock.
FrameGoal timeGoal(const FramesModel& model, QTime time)
{
    const int count = model.rowCount();
    if (count == 0) {
        return {{}, Fault::NothingLater};
    }
    const QDateTime wanted(localTime(model.frame(model.index(count - 1, 0)).time).date(), time);
    int first = 0;
    int last = count;
    while (first < last) {
        const int middle = first + (last - first) / 2;
        if (localTime(model.frame(model.index(middle, 0)).time) < wanted) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    if (first == count) {
        return {{}, Fault::NothingLater};
    }
    return {model.index(first, 0), std::nullopt};
}

} // namespace

FrameGoal frameGoal(const FramesModel& model, const QString& text)
{
    bool isNumber = false;
    QString digits = text.trimmed();
    for (const QChar separator :
         {u',', u'.', u'\u00a0', u'\u202f'}) { // as the list shows it, in any language
        digits.remove(separator);
    }
    const quint64 number = digits.toULongLong(&isNumber);
    if (isNumber && number > 0) {
        return numberGoal(model, number);
    }
    if (const QTime time = timeOf(text.trimmed()); time.isValid()) {
        return timeGoal(model, time);
    }
    return {{}, Fault::NoNumberAndNoTime};
}

} // namespace signalbox::ui
