// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: feeds the window frames for some seconds and prints what it costs.
//   window_load [FRAMES_PER_SECOND] [SECONDS] [hidden|shown|filtered|scrolled]
#include "tests/support/test_link.h"
#include "tests/ui/samples.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

#include <cstdio>
#include <ctime>

using namespace signalbox;
using namespace signalbox::tests;

namespace {

constexpr std::chrono::milliseconds batchInterval{33};

link::FrameBatch nextBatch(quint64 first, quint64 count)
{
    link::FrameBatch batch;
    batch.rows.reserve(count);
    for (quint64 number = first; number < first + count; ++number) {
        batch.rows.push_back(number % 2 == 0 ? routed(number, number, 3)
                                             : frame(number, R"({"action":"ping"})"));
        if (number % 2 == 0) {
            batch.deliveries.push_back({MessageId(number), {{ClientId(4), DeliveryState::Sent, 0}}});
        }
    }
    batch.ledger.captured = first + count - 1;
    return batch;
}

double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const quint64 rate = arguments.value(1, QStringLiteral("50000")).toULongLong();
    const int seconds = arguments.value(2, QStringLiteral("5")).toInt();
    const QString mode = arguments.value(3, QStringLiteral("shown"));
    TestLink link;
    ui::MainWindow window(link, {});
    window.resize(1600, 1000);
    if (mode != QStringLiteral("hidden")) {
        window.show();
        for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
            dock->show();
        }
    }
    if (mode == QStringLiteral("filtered")) {
        window.listeningBar().filterEdit().setText(QStringLiteral("say"));
    }
    const quint64 perBatch = rate * static_cast<quint64>(batchInterval.count()) / 1'000;
    quint64 number = 1;
    for (; number < 60'000; number += perBatch) { // the list is full before measuring begins
        link.emitEvent(link::FramesCaptured{nextBatch(number, perBatch)});
    }
    if (mode == QStringLiteral("scrolled")) {
        QApplication::processEvents();
        window.framesView().tree().verticalScrollBar()->setValue(40'000);
    }
    std::vector<qint64> gaps;
    std::vector<double> work; // the same in time of this process, whatever else the machine does
    double workBefore = cpuSeconds();
    double feeding = 0.0; // making the batches is not the window's work
    QElapsedTimer sinceLast;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &window, [&] {
        gaps.push_back(sinceLast.nsecsElapsed());
        sinceLast.start();
        work.push_back(cpuSeconds() - feeding - workBefore);
        workBefore = cpuSeconds() - feeding;
    });
    link::Statistics statistics;
    statistics.time = sampleTime;
    QTimer feeder;
    QObject::connect(&feeder, &QTimer::timeout, &window, [&] {
        const double before = cpuSeconds();
        const link::Event event = link::FramesCaptured{nextBatch(number, perBatch)};
        feeding += cpuSeconds() - before;
        link.emitEvents({event});
        number += perBatch;
        if (number / perBatch % 30 == 0) { // each second
            statistics.time += std::chrono::seconds(1);
            statistics.messagesReceived = number;
            link.emitEvent(statistics);
        }
    });
    QTimer::singleShot(std::chrono::seconds(seconds), &application, &QApplication::quit);
    const double before = cpuSeconds();
    sinceLast.start();
    workBefore = before;
    pulse.start(2);
    feeder.start(batchInterval);
    QApplication::exec();
    const double busy = (cpuSeconds() - before - feeding) / seconds * 100.0;
    std::sort(gaps.begin(), gaps.end());
    std::sort(work.begin(), work.end());
    const auto percentile = [](const auto& sorted, double share) {
        return sorted[static_cast<size_t>(static_cast<double>(sorted.size() - 1) * share)];
    };
    std::printf(
        "%s, %llu frames/s: %.1f %% of a core, event-loop gap p50 %.1f ms, p99 %.1f ms, worst %.1f ms; "
        "its own work in a gap p99 %.1f ms, worst %.1f ms\n",
        qPrintable(mode), static_cast<unsigned long long>(rate), busy,
        static_cast<double>(percentile(gaps, 0.5)) / 1e6, static_cast<double>(percentile(gaps, 0.99)) / 1e6,
        static_cast<double>(percentile(gaps, 1.0)) / 1e6, percentile(work, 0.99) * 1e3,
        percentile(work, 1.0) * 1e3);
    return 0;
}
