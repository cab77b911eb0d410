// SPDX-License-Identifier: GPL-3.0-or-later
// How long a filter takes over a million kept rows: until the first rows are told, and until all are looked
// at.
#include "server/recording/frame_search.h"
#include "tests/recording/capture_bench.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace signalbox;
using namespace std::chrono_literals;
using signalbox::tests::CaptureBench;

namespace {

constexpr int rows = 1'000'000;

void fill(CaptureBench& bench)
{
    for (int row = 0; row < rows; ++row) {
        const QByteArray number = QByteArray::number(row);
        bench.receive(0, row, 1 + static_cast<quint64>(row % 200),
                      "{\"action\":\"quote\",\"message\":\"{\\\"symbol\\\":\\\"S" + number +
                          "\\\",\\\"price\\\":" + number +
                          ",\\\"text\\\":\\\"hello from the benchmark\\\"}\"}",
                      MessageId(static_cast<quint64>(row) + 1));
        if (row % 4'000 == 0) {
            bench.drain(row);
        }
    }
    bench.drain(rows);
}

} // namespace

class SearchBenchmark final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<CaptureBench>(1, 8'192, qint64{1024} * 1024 * 1024);
        fill(*m_bench);
        QCOMPARE(m_bench->kept.rows().size(), quint64(rows));
    }

    void searchesAMillionRows_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"opcode == ping", "direction == received", "number == 5", "payload contains \"zzz\"", "zzz",
              "action == nothing", "message.price == 999999", "message.price > 10",
              "payload matches \"zz+z\""}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void searchesAMillionRows()
    {
        QFETCH(QString, text);
        QElapsedTimer timer;
        qint64 first = 0;
        size_t found = 0;
        recording::SearchRequest request;
        request.filter = *filter::compile(text);
        request.sink = [&](link::FramesFound told) {
            first = first == 0 ? timer.nsecsElapsed() : first;
            found += told.numbers.size();
        };
        const SystemClock clock;
        recording::KeptSubject subject(m_bench->kept, m_bench->maker);
        recording::FrameSearch search(std::move(request), m_bench->kept);
        timer.start();
        while (search.step(subject, m_bench->maker, clock, clock.steadyNow() + 5ms) ==
               recording::FrameSearch::Progress::MoreWaits) {
        }
        qInfo("%-28s first told after %5.1f ms, all after %7.1f ms, %zu found", qPrintable(text),
              double(first) / 1e6, double(timer.nsecsElapsed()) / 1e6, found);
        QVERIFY(first > 0);
    }

private:
    std::unique_ptr<CaptureBench> m_bench;
};

QTEST_APPLESS_MAIN(SearchBenchmark)
#include "search_benchmark.moc"
