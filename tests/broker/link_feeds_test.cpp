// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_feeds.h"

#include "server/broker/worker_links.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class LinkFeedsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_told.clear();
        m_feeds = std::make_unique<LinkFeeds>(
            [this](link::LinkId link, link::Event event) { m_told.emplace_back(link, std::move(event)); });
    }

    void tellsNothingOfClientsWhileNobodyIsAttached()
    {
        m_feeds->clientChanged(client(1));
        m_feeds->clientEnded({ClientId(1), {}, EndReason::PeerClosed, 1000, {}, {}});
        m_feeds->flush();
        QVERIFY(m_told.empty());
    }

    void tellsTheProgramOfListenersAlways()
    {
        m_feeds->tellProgram(link::ListenersChanged{});
        QCOMPARE(m_told.size(), size_t(1));
        m_feeds->attach(window, {}, {});
        m_feeds->tellProgram(link::ListenersChanged{});
        QCOMPARE(m_told.size(), size_t(2));
    }

    void tellsEachThatIsAttachedTheSame()
    {
        m_feeds->attach(window, {}, {});
        m_feeds->attach(console, {}, {});
        m_feeds->clientChanged(client(1));
        m_feeds->flush();
        m_feeds->tell(link::Statistics{});
        QCOMPARE(toldTo(window), 2);
        QCOMPARE(toldTo(console), 2);
    }

    void tellsOneThatLeftNothingMore()
    {
        m_feeds->attach(window, {}, {});
        m_feeds->attach(console, {}, {});
        m_feeds->detach(console);
        m_feeds->tell(link::Statistics{});
        QCOMPARE(toldTo(window), 1);
        QCOMPARE(toldTo(console), 0);
        QVERIFY(m_feeds->isAnyAttached());
    }

    void answersTheLinkThatAskedAndNoOther()
    {
        m_feeds->attach(window, {}, {});
        m_feeds->attach(console, {}, {});
        m_feeds->answer({link::commandOf(console, 3), link::CommandAnswer::Done{}});
        QCOMPARE(toldTo(window), 0);
        QCOMPARE(toldTo(console), 1);
        m_feeds->answer({link::commandOf(requestLink(1), 3), link::CommandAnswer::Done{}}); // not attached
        QCOMPARE(toldTo(requestLink(1)), 1);
    }

    void answersAfterWhatHappenedBefore()
    {
        m_feeds->attach(console, {}, {});
        m_feeds->clientChanged(client(1));
        m_feeds->answer({link::commandOf(console, 1), link::CommandAnswer::Done{}});
        QVERIFY(std::holds_alternative<link::ClientsChanged>(m_told.at(0).second));
        QVERIFY(std::holds_alternative<link::CommandAnswer>(m_told.at(1).second));
    }

    void findsTheWorkerOfEachLink()
    {
        constexpr size_t workers = 3;
        for (int worker = 0; worker < int(workers); ++worker) {
            QCOMPARE(workerOf(requestLink(worker), workers), size_t(worker));
            QVERIFY(isRequestLink(requestLink(worker), workers));
            for (const quint64 count : {quint64(1), quint64(2), link::maxLinkNumber}) {
                const link::LinkId id = consoleLink(worker, count, workers);
                QCOMPARE(workerOf(id, workers), size_t(worker));
                QVERIFY(!isRequestLink(id, workers));
                QVERIFY(id.number() <= link::maxLinkNumber);
                QCOMPARE(link::linkOf(link::commandOf(id, 7)), id);
            }
        }
        QVERIFY(!isRequestLink({}, workers));
    }

private:
    static constexpr link::LinkId window{};
    static constexpr link::LinkId console = consoleLink(0, 1, 2);

    static link::ClientInfo client(quint64 number)
    {
        link::ClientInfo info;
        info.client = ClientId(number);
        return info;
    }

    int toldTo(link::LinkId link) const
    {
        return int(std::count_if(m_told.begin(), m_told.end(),
                                 [link](const auto& told) { return told.first == link; }));
    }

    std::unique_ptr<LinkFeeds> m_feeds;
    std::vector<std::pair<link::LinkId, link::Event>> m_told;
};

SIGNALBOX_TEST(LinkFeedsTest)
#include "link_feeds_test.moc"
