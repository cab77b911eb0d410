// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: connects test clients that talk to a broker of its own, with the window over it, and prints how
// long the window's loop is held up.
//   test_clients_load [CLIENTS] [SECONDS]
#include "server/testclients/test_clients.h"

#include "tests/support/running_broker.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>

using namespace signalbox;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const int count = arguments.value(1, QStringLiteral("500")).toInt();
    const int seconds = arguments.value(2, QStringLiteral("10")).toInt();
    tests::RunningBroker broker({}, 1, tests::RunningBroker::Attach::No);
    broker.forgetFrames();
    testclients::TestClients clients(broker.link());
    broker.broker().setTestClients([&](const link::Command& command) { return clients.carryOut(command); });
    ui::MainWindow window(broker.link(), {});
    window.resize(1440, 860);
    window.show();
    std::ignore = broker.url({});
    std::vector<qint64> gaps;
    QElapsedTimer sinceLast;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &window, [&] { gaps.push_back(sinceLast.nsecsElapsed()); });
    QObject::connect(&pulse, &QTimer::timeout, &window, [&] { sinceLast.start(); });
    sinceLast.start();
    pulse.start(2);
    std::ignore = broker.link().send(link::ConnectTestClients{
        count, "tester", "talk", link::TestBehaviour::Chatter, std::chrono::seconds(2)});
    QTimer::singleShot(std::chrono::seconds(seconds), &application,
                       [] { QCoreApplication::exit(); }); // quit() would ask the window
    QApplication::exec();
    std::sort(gaps.begin(), gaps.end());
    const auto percentile = [&gaps](double share) {
        return static_cast<double>(gaps[static_cast<size_t>(static_cast<double>(gaps.size() - 1) * share)]) /
               1e6;
    };
    std::printf(
        "%d clients that talk: event-loop gap p50 %.1f ms, p99 %.1f ms, worst %.1f ms; %lld MB resident\n",
        count, percentile(0.5), percentile(0.99), percentile(1.0),
        static_cast<long long>(broker.statistics().residentBytes / 1'000'000));
    return 0;
}
