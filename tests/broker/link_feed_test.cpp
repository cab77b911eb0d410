// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_feed.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class LinkFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_events.clear(); }

    void beginsWithEveryClient()
    {
        const LinkFeed feed = attached({client(1), client(2)}, {});
        QCOMPARE(m_events.size(), size_t(1));
        QCOMPARE(std::get<link::ClientsChanged>(m_events[0]).clients.size(), size_t(2));
    }

    void goesOnWithThoseWhoWere()
    {
        const LinkFeed feed = attached({client(2)}, {{ClientId(1), {}, EndReason::Vanished, 1006, {}, {}}});
        QCOMPARE(m_events.size(), size_t(2));
        QCOMPARE(std::get<link::ClientsEnded>(m_events[1]).ends.at(0).closeCode, quint16(1006));
    }

    void makesOneEventOfABurst()
    {
        LinkFeed feed = attached({}, {});
        for (quint64 i = 1; i <= 100; ++i) {
            feed.clientChanged(client(i));
        }
        feed.clientEnded({ClientId(7), {}, EndReason::PeerClosed, 1000, {}, {}});
        feed.flush();
        QCOMPARE(m_events.size(), size_t(2));
        QCOMPARE(std::get<link::ClientsChanged>(m_events[0]).clients.size(), size_t(100));
        QCOMPARE(std::get<link::ClientsEnded>(m_events[1]).ends.size(), size_t(1));
    }

    void tellsWhatHappenedBeforeAnAnswerBeforeIt()
    {
        LinkFeed feed = attached({}, {});
        feed.clientChanged(client(1));
        feed.post(link::CommandAnswer{5, link::CommandAnswer::Done{}});
        QVERIFY(std::holds_alternative<link::ClientsChanged>(m_events[0]));
        QVERIFY(std::holds_alternative<link::CommandAnswer>(m_events[1]));
    }

private:
    LinkFeed attached(std::vector<link::ClientInfo> clients, std::vector<link::ClientEnd> ends)
    {
        return {[this](link::Event event) { m_events.push_back(std::move(event)); }, std::move(clients),
                std::move(ends)};
    }

    static link::ClientInfo client(quint64 number)
    {
        link::ClientInfo info;
        info.client = ClientId(number);
        return info;
    }

    std::vector<link::Event> m_events;
};

SIGNALBOX_TEST(LinkFeedTest)
#include "link_feed_test.moc"
