// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/logged_frame.h"

#include <QtTest/QTest>

using namespace signalbox;
using ui::UnfoldedRows;

class LoggedFrameTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesEachClientOnce()
    {
        UnfoldedRows rows;
        rows.add(rows.news({{ClientId(4), DeliveryState::Sent, 0}}));
        const std::vector<Delivery> news =
            rows.news({{ClientId(4), DeliveryState::Queued, 9}, {ClientId(5), DeliveryState::Sent, 0}});
        QCOMPARE(news, (std::vector<Delivery>{{ClientId(5), DeliveryState::Sent, 0}}));
        rows.add(news);
        QCOMPARE(rows.count(), size_t(2));
    }

    void putsWhatIsSettledInThePlaceOfWhatWasQueued()
    {
        UnfoldedRows rows;
        rows.add({{ClientId(4), DeliveryState::Queued, 9}, {ClientId(5), DeliveryState::Queued, 9}});
        rows.settle({{ClientId(5), DeliveryState::DroppedSlow, 0}, {ClientId(6), DeliveryState::Sent, 0}});
        QCOMPARE(rows.deliveries, (std::vector<Delivery>{{ClientId(4), DeliveryState::Queued, 9},
                                                         {ClientId(5), DeliveryState::DroppedSlow, 0}}));
    }

    void showsTheLinesOfRequestAndResponse()
    {
        link::FrameDetail detail;
        detail.handshakeRequest = "GET /ws HTTP/1.1\r\nHost: x\r\n\r\n";
        detail.handshakeResponse = "HTTP/1.1 101 Switching Protocols\r\n\r\n";
        const std::vector<ui::HandshakeLine> lines = ui::handshakeLines(detail);
        QCOMPARE(lines.size(), size_t(3));
        QCOMPARE(lines.at(1).text, QByteArray("Host: x"));
        QCOMPARE(lines.at(1).direction, link::Direction::Received);
        QCOMPARE(lines.at(2).direction, link::Direction::Sent);
    }

    void showsNoMoreLinesThanTheLimit()
    {
        link::FrameDetail detail;
        detail.handshakeRequest = QByteArray("X-A: b\r\n").repeated(300);
        QCOMPARE(ui::handshakeLines(detail).size(), size_t(200));
    }
};

SIGNALBOX_TEST(LoggedFrameTest)
#include "logged_frame_test.moc"
