// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_search.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using namespace std::chrono_literals;
using signalbox::tests::CaptureBench;
using Progress = FrameSearch::Progress;

class FrameSearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<CaptureBench>(1, 4096);
        m_told.clear();
    }

    void findsTheNewestFirst()
    {
        fill(10);
        FrameSearch search(request(u"payload contains \"even\""), m_bench->kept);
        QCOMPARE(step(search), Progress::Finished);
        QCOMPARE(m_told.size(), size_t(1));
        QCOMPARE(m_told[0].search, link::CommandId(7));
        QCOMPARE(m_told[0].numbers, (std::vector<quint64>{10, 8, 6, 4, 2}));
        QCOMPARE(m_told[0].searched, quint64(10));
        QCOMPARE(m_told[0].toSearch, quint64(10));
        QVERIFY(m_told[0].finished);
        QVERIFY(m_told[0].rows.empty());
    }

    void givesWholeRowsAndStopsAtItsLimit()
    {
        fill(10);
        SearchRequest wanted = request(u"payload contains \"even\"");
        wanted.wantsRows = true;
        wanted.limit = 2;
        wanted.before = 9;
        FrameSearch search(std::move(wanted), m_bench->kept);
        QCOMPARE(step(search), Progress::Finished);
        QCOMPARE(m_told[0].rows.size(), size_t(2));
        QCOMPARE(m_told[0].rows[0].number, quint64(8));
        QCOMPARE(m_told[0].rows[1].preview, QByteArray("even"));
        QVERIFY(m_told[0].finished);
    }

    void goesOnSliceBySlice()
    {
        fill(200);
        FrameSearch search(request(u"payload contains \"even\""), m_bench->kept);
        QCOMPARE(search.step(newSubject(), m_bench->maker, m_clock, m_clock.steadyNow()),
                 Progress::MoreWaits);
        QCOMPARE(m_told.size(), size_t(1)); // the first ones at once
        QCOMPARE(m_told[0].searched, quint64(64));
        QVERIFY(!m_told[0].finished);
        QCOMPARE(search.step(newSubject(), m_bench->maker, m_clock, m_clock.steadyNow()),
                 Progress::MoreWaits);
        QCOMPARE(m_told.size(), size_t(1)); // the others 30 times a second
        m_clock.advance(40ms);
        QCOMPARE(search.step(newSubject(), m_bench->maker, m_clock, m_clock.steadyNow()),
                 Progress::MoreWaits);
        QCOMPARE(m_told[1].searched, quint64(192));
        QCOMPARE(step(search), Progress::Finished);
        size_t found = 0;
        for (const link::FramesFound& told : m_told) {
            found += told.numbers.size();
        }
        QCOMPARE(found, size_t(100));
    }

    void endsWhereRowsAreNoLongerKept()
    {
        fill(100);
        FrameSearch search(request(u"payload contains \"even\""), m_bench->kept);
        QCOMPARE(search.step(newSubject(), m_bench->maker, m_clock, m_clock.steadyNow()),
                 Progress::MoreWaits);
        m_bench->kept.setBudget(1);
        QCOMPARE(step(search), Progress::Finished);
        QVERIFY(m_told.back().finished);
    }

    void nothingIsSoonSearched()
    {
        FrameSearch search(request(u"fin"), m_bench->kept);
        QCOMPARE(step(search), Progress::Finished);
        QVERIFY(m_told[0].finished && m_told[0].numbers.empty());
    }

private:
    void fill(int rows)
    {
        for (int row = 1; row <= rows; ++row) {
            m_bench->receive(0, row, 1, row % 2 == 0 ? "even" : "odd");
        }
        m_bench->drain();
    }

    SearchRequest request(QStringView text)
    {
        SearchRequest wanted;
        wanted.command = 7;
        wanted.filter = *filter::compile(text);
        wanted.sink = [this](link::FramesFound found) { m_told.push_back(std::move(found)); };
        return wanted;
    }

    KeptSubject& newSubject()
    {
        m_subject = std::make_unique<KeptSubject>(m_bench->kept, m_bench->maker);
        return *m_subject;
    }

    Progress step(FrameSearch& search)
    {
        return search.step(newSubject(), m_bench->maker, m_clock, m_clock.steadyNow() + 1h);
    }

    tests::ManualClock m_clock;
    std::unique_ptr<CaptureBench> m_bench;
    std::unique_ptr<KeptSubject> m_subject;
    std::vector<link::FramesFound> m_told;
};

SIGNALBOX_TEST(FrameSearchTest)
#include "frame_search_test.moc"
