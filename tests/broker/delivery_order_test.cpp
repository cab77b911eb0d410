// SPDX-License-Identifier: GPL-3.0-or-later
// Order and exactly-once, by sequence numbers in each client: nothing lost, nothing twice, nothing out of
// turn.
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

/// A client that counts, for each sender, whether its messages come as 0, 1, 2, …
struct Receiver {
    QWebSocket socket;
    QHash<QString, int> next; ///< by sender
    int received = 0;
    int outOfTurn = 0;

    void take(const QString& text)
    {
        const QJsonObject envelope = QJsonDocument::fromJson(text.toUtf8()).object();
        int& expected = next[envelope[u"userId"].toString()];
        if (envelope[u"message"].toInt(-1) != expected) {
            ++outOfTurn;
        }
        ++expected;
        ++received;
    }
};

QString envelope(const QString& sender, int number, const QString& type, const QString& value)
{
    const QJsonObject recipient{{u"type"_s, type}, {u"value"_s, value}};
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"action"_s, u"count"_s},
                                                       {u"message"_s, number},
                                                       {u"userId"_s, sender},
                                                       {u"recipients"_s, QJsonArray{recipient}}})
                                 .toJson(QJsonDocument::Compact));
}

} // namespace

class DeliveryOrderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fansOutToAThousandClients_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("clients");
        QTest::addColumn<int>("messages");
        QTest::newRow("1 worker") << 1 << 200 << 200;
        QTest::newRow("3 workers") << 3 << 1000 << 200;
    }

    void fansOutToAThousandClients()
    {
        QFETCH(int, workers);
        QFETCH(int, clients);
        QFETCH(int, messages);
        Settings settings;
        settings.limits.maxQueueBytes = 64 * 1024 * 1024; // this test asks for order, not for slow clients
        settings.limits.queueStallTimeout = std::chrono::minutes(2);
        tests::RunningBroker broker(settings, workers, tests::RunningBroker::Attach::No);
        connectReceivers(broker, clients, u"?groupId=all"_s);
        for (int i = 0; i < messages; ++i) {
            m_receivers.front()->socket.sendTextMessage(envelope(u"first"_s, i, u"group"_s, u"all"_s));
        }
        QTRY_VERIFY_WITH_TIMEOUT(allHave(messages), 60'000);
        QCOMPARE(sumOutOfTurn(), 0);
    }

    void keepsTheOrderOfEverySender()
    {
        constexpr int clients = 60;
        constexpr int messages = 50;
        tests::RunningBroker broker({}, 3, tests::RunningBroker::Attach::No);
        connectReceivers(broker, clients, u"?groupId=all"_s);
        for (int i = 0; i < messages; ++i) {
            for (int sender = 0; sender < 10; ++sender) {
                m_receivers[static_cast<size_t>(sender)]->socket.sendTextMessage(
                    envelope(u"s%1"_s.arg(sender), i, u"group"_s, u"all"_s));
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(allHave(10 * messages), 60'000);
        QCOMPARE(sumOutOfTurn(), 0);
    }

    void deliversOneToOne()
    {
        constexpr int clients = 100;
        constexpr int messages = 50;
        tests::RunningBroker broker({}, 3, tests::RunningBroker::Attach::No);
        connectReceivers(broker, clients, u"?userId=u%1"_s);
        for (int i = 0; i < messages; ++i) {
            for (int sender = 0; sender < clients; ++sender) {
                m_receivers[static_cast<size_t>(sender)]->socket.sendTextMessage(
                    envelope(u"u%1"_s.arg(sender), i, u"user"_s, u"u%1"_s.arg((sender + 1) % clients)));
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(allHave(messages), 60'000);
        QCOMPARE(sumOutOfTurn(), 0);
    }

    void keepsTheOrderOfPushesThatFollowEachOther()
    {
        constexpr int messages = 100;
        tests::RunningBroker broker({}, 3, tests::RunningBroker::Attach::No);
        connectReceivers(broker, 30, u"?groupId=all"_s);
        QUrl url = broker.url(u"/__broadcastWebSocket.wc"_s);
        url.setScheme(u"http"_s);
        QNetworkAccessManager network;
        for (int i = 0; i < messages; ++i) {
            QNetworkRequest request(url);
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            std::unique_ptr<QNetworkReply> reply(
                network.post(request, envelope(u"http"_s, i, u"group"_s, u"all"_s).toUtf8()));
            QTRY_VERIFY(reply->isFinished());
            QCOMPARE(QJsonDocument::fromJson(reply->readAll()).object()[u"recipients"].toInt(), 30);
        }
        QTRY_VERIFY_WITH_TIMEOUT(allHave(messages), 30'000);
        QCOMPARE(sumOutOfTurn(), 0);
    }

    void cleanup() { m_receivers.clear(); }

private:
    /// `query` may hold %1, the number of the client.
    void connectReceivers(tests::RunningBroker& broker, int count, const QString& query)
    {
        size_t open = 0;
        for (int i = 0; i < count; ++i) {
            auto receiver = std::make_unique<Receiver>();
            Receiver* const raw = receiver.get();
            connect(&raw->socket, &QWebSocket::connected, this, [&open] { ++open; });
            connect(&raw->socket, &QWebSocket::textMessageReceived, this,
                    [raw](const QString& text) { raw->take(text); });
            raw->socket.open(broker.url(u"/ws"_s + (query.contains(u"%1") ? query.arg(i) : query)));
            m_receivers.push_back(std::move(receiver));
        }
        QTRY_COMPARE_WITH_TIMEOUT(open, m_receivers.size(), 30'000);
        for (const auto& receiver : m_receivers) {
            receiver->socket.disconnect(SIGNAL(connected()));
        }
    }

    bool allHave(int messages) const
    {
        return std::all_of(m_receivers.begin(), m_receivers.end(),
                           [messages](const auto& receiver) { return receiver->received == messages; });
    }

    int sumOutOfTurn() const
    {
        int sum = 0;
        for (const auto& receiver : m_receivers) {
            sum += receiver->outOfTurn;
        }
        return sum;
    }

    std::vector<std::unique_ptr<Receiver>> m_receivers;
};

SIGNALBOX_TEST(DeliveryOrderTest)
#include "delivery_order_test.moc"
