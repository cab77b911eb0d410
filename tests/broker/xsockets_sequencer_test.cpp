// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_sequencer.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <tuple>

using namespace signalbox;
using namespace signalbox::broker;

namespace {

RoutedMessage routed(bool acknowledged, bool retained, const QByteArray& data = "1")
{
    RoutedMessage message;
    message.recipients = {{RecipientType::Group, "chat/red"}, {RecipientType::Client, "c1"}};
    message.xsockets = std::make_shared<const xsockets::Message>(
        xsockets::Message{"chat", "red", data, 0, acknowledged, retained});
    return message;
}

} // namespace

class XSocketsSequencerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersWhatIsToBeKeptAndNothingElse()
    {
        XSocketsSequencer sequencer(m_clock, m_settings);
        QCOMPARE(sequenceOf(sequencer, true, false), quint64(1));
        QCOMPARE(sequenceOf(sequencer, false, false), quint64(0));
        QCOMPARE(sequenceOf(sequencer, false, true), quint64(2));
    }

    void retainsAndTellsTheSenderWhenThereIsNoRoom()
    {
        m_settings.xsockets.maxRetainedBytes = 1024;
        XSocketsSequencer sequencer(m_clock, m_settings);
        RoutedMessage small = routed(false, true);
        QVERIFY(!sequencer.sequence(small));
        QCOMPARE(sequencer.retained("chat/#").size(), size_t(1));
        RoutedMessage large = routed(false, true, QByteArray(2000, '1'));
        QCOMPARE(sequencer.sequence(large)->code, QByteArray("xsockets.retained_full"));
        QCOMPARE(sequencer.counts().notRetained, quint64(1));
        QCOMPARE(sequencer.counts().retained, qint64(0));
    }

    void remembersWhatAWorkerMayNotHaveDelivered()
    {
        XSocketsSequencer sequencer(m_clock, m_settings);
        for (int i = 0; i < 3; ++i) {
            std::ignore = sequenceOf(sequencer, true, false);
        }
        sequencer.seenByAll(1);
        sequencer.left({"pi", {{"chat", {"red"}, {}, 0}}, 0, 1});
        QCOMPARE(sequencer.counts().unacknowledged, qint64(2));
        QCOMPARE(sequencer.resume("pi", "chat").owed.size(), size_t(2));
    }

private:
    static quint64 sequenceOf(XSocketsSequencer& sequencer, bool acknowledged, bool retained)
    {
        RoutedMessage message = routed(acknowledged, retained);
        std::ignore = sequencer.sequence(message);
        return message.sequence;
    }

    tests::ManualClock m_clock;
    Settings m_settings;
};

SIGNALBOX_TEST(XSocketsSequencerTest)
#include "xsockets_sequencer_test.moc"
