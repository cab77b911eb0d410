// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_feed.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class LinkFeedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_events.clear();
        m_mailbox = std::make_unique<Mailbox<link::Event>>();
        m_mailbox->setReader([this](std::vector<link::Event>&& events) {
            m_events.insert(m_events.end(), std::make_move_iterator(events.begin()),
                            std::make_move_iterator(events.end()));
        });
        m_feed = std::make_unique<LinkFeed>(*m_mailbox);
    }

    void tellsNothingOfClientsWhileNobodyIsAttached()
    {
        m_feed->clientChanged(client(1));
        m_feed->clientEnded({ClientId(1), {}, EndReason::PeerClosed, 1000, {}, {}});
        m_feed->flush();
        m_mailbox->drain();
        QVERIFY(m_events.empty());
    }

    void tellsOfListenersAlways()
    {
        m_feed->post(link::ListenersChanged{});
        m_mailbox->drain();
        QCOMPARE(m_events.size(), size_t(1));
    }

    void beginsWithEveryClient()
    {
        m_feed->attach({client(1), client(2)}, {});
        m_mailbox->drain();
        QCOMPARE(m_events.size(), size_t(1));
        QCOMPARE(std::get<link::ClientsChanged>(m_events[0]).clients.size(), size_t(2));
    }

    void goesOnWithThoseWhoWere()
    {
        m_feed->attach({client(2)}, {{ClientId(1), {}, EndReason::Vanished, 1006, {}, {}}});
        m_mailbox->drain();
        QCOMPARE(m_events.size(), size_t(2));
        QCOMPARE(std::get<link::ClientsEnded>(m_events[1]).ends.at(0).closeCode, quint16(1006));
    }

    void makesOneEventOfABurst()
    {
        m_feed->attach({}, {});
        for (quint64 i = 1; i <= 100; ++i) {
            m_feed->clientChanged(client(i));
        }
        m_feed->clientEnded({ClientId(7), {}, EndReason::PeerClosed, 1000, {}, {}});
        m_feed->flush();
        m_mailbox->drain();
        QCOMPARE(m_events.size(), size_t(2));
        QCOMPARE(std::get<link::ClientsChanged>(m_events[0]).clients.size(), size_t(100));
        QCOMPARE(std::get<link::ClientsEnded>(m_events[1]).ends.size(), size_t(1));
    }

    void tellsWhatHappenedBeforeAnAnswerBeforeIt()
    {
        m_feed->attach({}, {});
        m_feed->clientChanged(client(1));
        m_feed->post(link::CommandAnswer{5, link::CommandAnswer::Done{}});
        m_mailbox->drain();
        QVERIFY(std::holds_alternative<link::ClientsChanged>(m_events[0]));
        QVERIFY(std::holds_alternative<link::CommandAnswer>(m_events[1]));
    }

private:
    static link::ClientInfo client(quint64 number)
    {
        link::ClientInfo info;
        info.client = ClientId(number);
        return info;
    }

    std::unique_ptr<Mailbox<link::Event>> m_mailbox;
    std::unique_ptr<LinkFeed> m_feed;
    std::vector<link::Event> m_events;
};

SIGNALBOX_TEST(LinkFeedTest)
#include "link_feed_test.moc"
