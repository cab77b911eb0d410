// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/services_feed.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

class ServicesFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WorkerBench>();
        m_looks = 0;
        m_now = {};
        m_feed = std::make_unique<ServicesFeed>(m_bench->clock, m_bench->mailboxes, [this] {
            ++m_looks;
            return m_now;
        });
    }
    void cleanup()
    {
        m_feed.reset();
        m_bench.reset();
    }

    void looksAtNothingUntilSomebodyIsAttached()
    {
        log("early");
        QCOMPARE(m_looks, 0);
        QVERIFY(!m_feed->isWatched());
        QVERIFY(told().empty());
    }

    void beginsWithEverythingThatIsKept()
    {
        log("early");
        m_feed->attach(console);
        const auto events = told();
        QCOMPARE(events.size(), size_t(2));
        QVERIFY(events[0].link == console && events[1].link == console);
        QVERIFY(std::holds_alternative<link::ServicesChanged>(events[0].event));
        const auto& logged = std::get<link::ServicesLogged>(events[1].event);
        QVERIFY(logged.whole);
        QCOMPARE(logged.lines.front().text, u"early"_s);
    }

    void tellsAllOfThemWhatIsNew()
    {
        m_feed->attach(console);
        const size_t before = told().size();
        log("late");
        m_now.folder = u"/other"_s;
        QTRY_VERIFY(told().size() == before + 2);
        const auto events = told();
        QVERIFY(!events[before].link);
        QCOMPARE(std::get<link::ServicesChanged>(events[before].event).folder, u"/other"_s);
        const auto& logged = std::get<link::ServicesLogged>(events[before + 1].event);
        QVERIFY(!logged.whole);
        QCOMPARE(logged.lines.size(), size_t(1));
    }

    void givesNoLineTwiceToOneThatComesLater()
    {
        m_feed->attach(console);
        log("between");
        m_feed->attach(link::LinkId(9));
        int toAll = 0;
        int whole = 0;
        for (const auto& event : told()) {
            if (const auto* const logged = std::get_if<link::ServicesLogged>(&event.event)) {
                (event.link ? whole : toAll) += static_cast<int>(logged->lines.size());
            }
        }
        QCOMPARE(toAll, 1); // before the whole, which replaces it
        QCOMPARE(whole, 1);
    }

    void isSilentWhenNothingChangesAndWhenNobodyIsThere()
    {
        m_feed->attach(console);
        const size_t before = told().size();
        QTRY_VERIFY(m_looks >= 3);
        QCOMPARE(told().size(), before);
        m_feed->stop();
        QVERIFY(!m_feed->isWatched());
    }

    void keepsErrorsAndForgetsAServiceThatIsGone()
    {
        m_feed->fail("a.js", {{}, u"a.js"_s, 3, u"no"_s});
        QCOMPARE(m_feed->journal("a.js").errors(), quint64(1));
        QCOMPARE(m_feed->journal("a.js").lastError()->time, m_bench->clock.wallNow());
        m_feed->forget("a.js");
        QCOMPARE(m_feed->journal("a.js").errors(), quint64(0));
    }

private:
    void log(const char* text)
    {
        m_feed->log("a.js", link::ServiceLogLevel::Info, false, QString::fromUtf8(text));
    }
    std::vector<hub_task::ServicesTold> told() { return m_bench->toHub<hub_task::ServicesTold>(); }

    const link::LinkId console{7};
    std::unique_ptr<WorkerBench> m_bench;
    std::unique_ptr<ServicesFeed> m_feed;
    link::ServicesChanged m_now;
    int m_looks = 0;
};

SIGNALBOX_TEST(ServicesFeedTest)
#include "services_feed_test.moc"
