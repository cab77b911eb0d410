// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: a real broker keeps many frames, the window filters them, and what that takes is printed.
//   search_load [FRAMES] [FILTER]
#include "tests/support/running_broker.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <functional>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 600'000;

void wait(const std::function<bool()>& isDone)
{
    (void)QTest::qWaitFor(isDone, patience);
}

void flood(tests::RunningBroker& broker, const ui::FramesModel& frames, quint64 count)
{
    QWebSocket socket;
    socket.open(broker.url(u"/ws?userId=ann"_s));
    wait([&socket] { return socket.isValid(); });
    for (quint64 sent = 0; sent < count;) {
        for (int burst = 0; burst < 2'000 && sent < count; ++burst, ++sent) {
            socket.sendTextMessage(
                uR"({"action":"%1","message":{"price":%2},"recipients":[{"type":"user","value":"x"}]})"_s
                    .arg(sent % 10 == 0 ? u"tick"_s : u"say"_s)
                    .arg(sent % 100));
        }
        wait([&socket] { return socket.bytesToWrite() == 0; });
    }
    wait([&frames, count] { return frames.ledger().captured >= count; });
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const quint64 count = QApplication::arguments().value(1, u"300000"_s).toULongLong();
    const QString filter = QApplication::arguments().value(2, u"action == \"tick\""_s);
    tests::RunningBroker broker({}, 2, tests::RunningBroker::Attach::No);
    ui::BrokerState state(broker.link());
    ui::FramesModel& frames = state.frames();
    flood(broker, frames, count);
    std::printf("%llu captured, %llu in the list\n", frames.ledger().captured, frames.ledger().shown);

    QElapsedTimer clock;
    QElapsedTimer sinceTurn;
    qint64 longest = 0;
    QTimer turns;
    QObject::connect(&turns, &QTimer::timeout,
                     [&sinceTurn, &longest] { longest = std::max(longest, sinceTurn.restart()); });
    bool isDecided = false;
    QObject::connect(&state, &ui::BrokerState::framesFound, [&isDecided](const link::FramesFound& found) {
        isDecided = isDecided || found.finished;
    });
    turns.start(0);
    sinceTurn.start();
    clock.start();
    frames.setFilter(ui::FrameFilter(filter));
    const qint64 first = clock.elapsed();
    const quint64 atOnce = frames.ledger().shown;
    wait([&isDecided] { return isDecided; });
    const qint64 decided = clock.elapsed();
    quint64 shown = 0;
    qint64 changed = decided;
    wait([&] {
        if (frames.ledger().shown != shown) {
            shown = frames.ledger().shown;
            changed = clock.elapsed();
        }
        return clock.elapsed() > changed + 500;
    });
    std::printf(
        "%llu listed after %lld ms, all decided after %lld ms, %llu listed after %lld ms, %llu more match; "
        "the longest turn of the window's thread took %lld ms\n",
        atOnce, first, decided, shown, changed, frames.ledger().unlisted, longest);
    return 0;
}
