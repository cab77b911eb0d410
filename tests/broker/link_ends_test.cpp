// SPDX-License-Identifier: GPL-3.0-or-later
// The near end of the link and the remote one, over a real broker, with the same tests: a window cannot tell
// them apart.
#include "server/remote/remote_link.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::LinkRecorder;
using tests::RunningBroker;

namespace {

/// A broker, and one of the two ends.
class End {
public:
    explicit End(bool isRemote, int workers = 2)
        : m_broker({}, workers, RunningBroker::Attach::No)
    {
        m_broker.broker().setOperatorToken(OperatorToken("secret"));
        if (isRemote) {
            remote::RemoteLink::Options options;
            options.url = m_broker.url({});
            options.token = [] { return Result<QByteArray>("secret"); };
            m_remote = std::make_unique<remote::RemoteLink>(std::move(options));
            m_remote->open();
            [this] { QTRY_VERIFY(m_remote->isOpen()); }();
        }
        m_recorder = std::make_unique<LinkRecorder>(link());
    }

    link::BrokerLink& link()
    {
        return m_remote ? static_cast<link::BrokerLink&>(*m_remote) : m_broker.link();
    }
    LinkRecorder& heard() { return *m_recorder; }
    RunningBroker& broker() { return m_broker; }

    std::unique_ptr<QWebSocket> connected(const QString& path)
    {
        auto socket = std::make_unique<QWebSocket>();
        socket->open(m_broker.url(path));
        [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
        return socket;
    }

private:
    RunningBroker m_broker;
    std::unique_ptr<remote::RemoteLink> m_remote;
    std::unique_ptr<LinkRecorder> m_recorder;
};

QByteArray code(const link::CommandAnswer::Result& answer)
{
    const auto* const error = std::get_if<Error>(&answer);
    return error != nullptr ? error->code : QByteArray();
}

bool isDone(const link::CommandAnswer::Result& answer)
{
    return std::holds_alternative<link::CommandAnswer::Done>(answer);
}

} // namespace

class LinkEndsTest final : public QObject {
    Q_OBJECT

    static void ends()
    {
        QTest::addColumn<bool>("isRemote");
        QTest::newRow("near") << false;
        QTest::newRow("remote") << true;
    }

private Q_SLOTS:
    void beginsWithWhatIsThere_data() { ends(); }
    void beginsWithWhatIsThere()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        const auto ann = end.connected(u"/ws?userId=ann&groupId=red"_s);
        end.link().attach();
        QTRY_COMPARE(end.heard().clients().size(), 1);
        QCOMPARE(end.heard().clients().begin()->user, *UserName::make("ann"));
        QVERIFY(!end.heard().url().isEmpty());
        QTRY_COMPARE(end.heard().statistics().clients, 1);
    }

    void knowsWhatWentThroughAQuietClientBefore_data() { ends(); }
    void knowsWhatWentThroughAQuietClientBefore()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        const auto ann = end.connected(u"/ws?userId=ann"_s);
        ann->sendTextMessage(u"{\"action\":\"say\"}"_s);
        end.link().attach();
        const auto received = [&end] {
            const auto* const measured = end.heard().last<link::TrafficMeasured>();
            return measured != nullptr ? measured->traffic.front().messagesReceived : 0;
        };
        QTRY_COMPARE(received(), quint64(1));
        end.link().detach();
        const size_t before = end.heard().events().size();
        end.link().attach();
        const auto said = [&end, before] { // nothing has changed since: it is said again all the same
            const auto& events = end.heard().events();
            return std::any_of(events.begin() + qsizetype(before), events.end(),
                               [](const link::Event& event) {
                                   return std::holds_alternative<link::TrafficMeasured>(event);
                               });
        };
        QTRY_VERIFY(said());
        QCOMPARE(received(), quint64(1));
    }

    void goesOnWithWhatHappens_data() { ends(); }
    void goesOnWithWhatHappens()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        end.link().attach();
        waitForCapture(end);
        auto ann = end.connected(u"/ws?userId=ann"_s);
        QTRY_COMPARE(end.heard().clients().size(), 1);
        ann->sendTextMessage(u"{\"action\":\"say\",\"message\":\"hello\"}"_s);
        QTRY_COMPARE(count(end, link::RowKind::Frame), 1);
        ann->close();
        QTRY_COMPARE(end.heard().ends().size(), size_t(1));
        QTRY_COMPARE(count(end, link::RowKind::Closed), 1);
    }

    void saysNothingMoreAfterDetach_data() { ends(); }
    void saysNothingMoreAfterDetach()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        end.link().attach();
        QTRY_VERIFY(end.heard().last<link::Statistics>() != nullptr);
        end.link().detach();
        QCOMPARE(code(end.heard().ask(link::FetchFrame{1})), QByteArray("link.not_attached"));
        const auto ann = end.connected(u"/ws?userId=ann"_s);
        (void)end.heard().ask(
            link::SendMessage{R"({"action":"say"})"}); // the answer is later than all before
        QVERIFY(end.heard().clients().isEmpty());
    }

    void answersEachCommand_data() { ends(); }
    void answersEachCommand()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        const auto ann = end.connected(u"/ws?userId=ann"_s);
        end.link().attach();
        QTRY_COMPARE(end.heard().clients().size(), 1);
        const ClientId id = end.heard().clients().begin()->client;
        const auto receipt =
            std::get<Receipt>(end.heard().ask(link::SendMessage{R"({"action":"say","message":1})"}));
        QCOMPARE(receipt.counts.sent, 1);
        const auto preview = std::get<link::Preview>(
            end.heard().ask(link::PreviewRecipients{{{RecipientType::User, "nobody"}}}));
        QCOMPARE(preview.reached, 0);
        QVERIFY(!preview.hint.isEmpty());
        QVERIFY(isDone(end.heard().ask(link::JoinGroup{id, *GroupName::make("red")})));
        QCOMPARE(end.heard().clients()[id].groups, QList{*GroupName::make("red")}); // told before the answer
        const auto detail = std::get<link::ClientDetail>(end.heard().ask(link::FetchClient{id}));
        QVERIFY(detail.handshakeRequest.startsWith("GET /ws?userId=ann"));
        QVERIFY(isDone(end.heard().ask(link::RemoveGroup{*GroupName::make("red")}))); // of all workers
        QCOMPARE(code(end.heard().ask(link::DisconnectClient{ClientId(99), 1000, {}})),
                 QByteArray("client.not_found"));
        QCOMPARE(code(end.heard().ask(link::SendMessage{"nonsense"})), QByteArray("envelope.not_json"));
    }

    void bringsTheWholeOfARow_data() { ends(); }
    void bringsTheWholeOfARow()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        const auto ann = end.connected(u"/ws?userId=ann"_s);
        end.link().attach();
        waitForCapture(end);
        QTRY_COMPARE(end.heard().clients().size(), 1);
        const QByteArray envelope =
            "{\"action\":\"say\",\"message\":\"" + QByteArray(70'000, 'x') + "\"}"; // in several reads
        QCOMPARE(std::get<Receipt>(end.heard().ask(link::SendMessage{envelope})).counts.recipients, 1);
        const auto sent = [&](const link::FrameRow& row) {
            return row.header.payloadBytes == static_cast<quint64>(envelope.size());
        };
        const auto& rows = end.heard().rows();
        QTRY_VERIFY(std::any_of(rows.begin(), rows.end(), sent));
        const auto row = std::find_if(rows.begin(), rows.end(), sent);
        const auto detail = std::get<link::FrameDetail>(end.heard().ask(link::FetchFrame{row->number}));
        QVERIFY(detail.kept);
        QCOMPARE(detail.payload, envelope);
        QVERIFY(detail.routing.has_value());
        QCOMPARE(detail.routing->population.size(), size_t(1));
    }

    void tellsWhatWasConfirmed_data() { ends(); }
    void tellsWhatWasConfirmed()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        const auto ann = end.connected(u"/ws?userId=ann"_s);
        end.link().attach();
        QTRY_COMPARE(end.heard().clients().size(), 1);
        (void)end.heard().ask(link::SendMessage{R"({"action":"say"})", true});
        QTRY_VERIFY(end.heard().last<link::DeliveriesProgressed>() != nullptr);
        QCOMPARE(end.heard().last<link::DeliveriesProgressed>()->progress.at(0).stage,
                 link::DeliveryStage::Confirmed);
    }

    void bringsManyRowsWithoutLoss_data() { ends(); }
    void bringsManyRowsWithoutLoss()
    {
        QFETCH(bool, isRemote);
        End end(isRemote);
        end.link().attach();
        waitForCapture(end);
        auto echo = end.connected(u"/echo"_s);
        for (int i = 0; i < 20'000; ++i) {
            echo->sendTextMessage(QString::number(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(count(end, link::RowKind::Frame), 40'000, 30'000);
        quint64 expected = 0;
        for (const link::FrameRow& row : end.heard().rows()) {
            QCOMPARE(row.number, ++expected);
        }
    }

private:
    /// Capture goes on a moment after the first who looks has attached.
    static void waitForCapture(End& end)
    {
        QTRY_VERIFY((void(end.heard().ask(link::SendMessage{R"({"action":"probe"})"})),
                     count(end, link::RowKind::Push) > 0));
    }

    static int count(End& end, link::RowKind kind)
    {
        const auto& rows = end.heard().rows();
        return int(std::count_if(rows.begin(), rows.end(),
                                 [kind](const link::FrameRow& row) { return row.kind == kind; }));
    }
};

SIGNALBOX_TEST(LinkEndsTest)
#include "link_ends_test.moc"
