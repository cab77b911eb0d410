// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/models/seen_values.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using filter::Field;
using ui::seenValues;

class SeenValuesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhoIsThereAndWhatWasSaid()
    {
        TestLink link;
        ui::BrokerState state(link);
        link.emitEvent(
            link::ClientsChanged{{client(3, "bob", {"red"}), client(4, "ann", {"red"}), client(5, "")}});
        link::FrameRow quote = routed(1, 18);
        quote.preview = "{\"action\":\"say\",\"message\":\"{\\\"price\\\":1,\\\"item\\\":{\\\"id\\\":2},"
                        "\\\"a b\\\":3}\"}";
        link.emitEvent(link::FramesCaptured{batch({quote}, 1)});
        QCOMPARE(seenValues(state, Field::From), (QStringList{u"ann"_s, u"bob"_s}));
        QCOMPARE(seenValues(state, Field::Group), QStringList{u"red"_s});
        QCOMPARE(seenValues(state, Field::Action), QStringList{u"say"_s});
        QVERIFY(seenValues(state, Field::ToClient).contains(u"c5"_s));
        QCOMPARE(seenValues(state, Field::Message), (QStringList{u"item"_s, u"item.id"_s, u"price"_s}));
        QVERIFY(seenValues(state, Field::Payload).contains(u"message.price"_s));
        QCOMPARE(seenValues(state, Field::Length), QStringList());
    }

    void asksCaptureToDecide()
    {
        TestLink link;
        ui::BrokerState state(link);
        QSignalSpy found(&state, &ui::BrokerState::framesFound);
        state.frames().setFilter({}); // nothing to ask
        QVERIFY(link.last<link::FilterFrames>() == nullptr);
        std::vector<link::FrameRow> rows = frames(1, 6).rows;
        for (link::FrameRow& row : rows) {
            row.header.payloadBytes = 5'000; // the list does not know what it holds
        }
        link.emitEvent(link::FramesCaptured{batch({rows[0], rows[1], rows[2], rows[3]}, 4)});
        state.frames().setFilter(ui::FrameFilter(u"\"far\""_s));
        QCOMPARE(link.last<link::FilterFrames>()->filter, u"payload contains \"far\""_s);
        const link::CommandId command = link.lastId<link::FilterFrames>();
        QCOMPARE(state.frames().rowCount(), 0);
        link.emitEvent(
            link::FramesFound{.search = command + 1, .numbers = {1}, .rows = {}}); // of another one
        QCOMPARE(state.frames().rowCount(), 0);
        link.emitEvent(link::FramesFound{
            .search = command, .numbers = {4, 3, 1}, .rows = {}, .searched = 4, .toSearch = 4});
        QCOMPARE(found.size(), 2);
        QCOMPARE(state.frames().rowCount(), 3);
        QCOMPARE(state.frames().frame(state.frames().index(0, 0)).number, 1U);
        QCOMPARE(state.frames().ledger().hidden, 1U);
        link::FrameBatch live = batch({rows[4], rows[5]}, 6);
        live.filter = command;
        live.passing = {6, 2}; // of 2 more is known now
        link.emitEvent(link::FramesCaptured{live});
        QCOMPARE(state.frames().rowCount(), 5);
        QCOMPARE(state.frames().frame(state.frames().index(1, 0)).number, 2U);
        state.frames().setFilter({});
        QCOMPARE(link.last<link::FilterFrames>()->filter, QString());
        QCOMPARE(state.frames().rowCount(), 6);
    }

    void whatIsFoundInAPauseComesAfterIt()
    {
        TestLink link;
        ui::BrokerState state(link);
        state.frames().setFilter(ui::FrameFilter(u"\"far\""_s));
        state.frames().setPaused(true);
        link::FrameBatch live = frames(1, 2);
        live.rows[0].header.payloadBytes = 5'000;
        live.filter = link.lastId<link::FilterFrames>();
        live.passing = {1};
        link.emitEvent(link::FramesCaptured{live});
        QCOMPARE(state.frames().rowCount(), 0);
        state.frames().setPaused(false);
        QCOMPARE(state.frames().rowCount(), 1);
    }
};

SIGNALBOX_TEST(SeenValuesTest)
#include "seen_values_test.moc"
