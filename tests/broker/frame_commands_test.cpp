// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/frame_commands.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::broker;

class FrameCommandsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captureCarriesThemOut()
    {
        QVERIFY(isFrameCommand(link::FetchFrame{}));
        QVERIFY(isFrameCommand(link::FilterFrames{}));
        QVERIFY(isFrameCommand(link::SearchFrames{}));
        QVERIFY(isFrameCommand(link::CancelSearch{}));
        QVERIFY(!isFrameCommand(link::StopListening{}));
    }

    void aFilterIsCompiled()
    {
        const auto task = captureTask(3, 9, link::FilterFrames{u"opcode==ping"_s}, {});
        const auto& filtering = std::get<recording::FilterConsumer>(*task);
        QCOMPARE(filtering.consumer, recording::ConsumerId(3));
        QCOMPARE(filtering.command, link::CommandId(9));
        QCOMPARE(filtering.filter.text(), u"opcode == ping"_s);
    }

    void aFaultIsTheAnswer()
    {
        for (const link::Command& command : {link::Command(link::FilterFrames{u"opcod == ping"_s}),
                                             link::Command(link::SearchFrames{u"opcod == ping"_s})}) {
            const auto task = captureTask(1, 1, command, {});
            QVERIFY(!task);
            QCOMPARE(task.error().code, QByteArray("filter.unknown_field"));
        }
    }

    void aSearchIsBounded()
    {
        const auto task =
            captureTask(1, 2, link::SearchFrames{u"fin"_s, 40, 1'000'000}, [](link::FramesFound) {});
        const auto& search = std::get<recording::StartSearch>(*task);
        QCOMPARE(search.request.limit, maxFoundRows);
        QCOMPARE(search.request.before, quint64(40));
        QVERIFY(search.request.wantsRows);
        QVERIFY(search.request.sink != nullptr);
        QCOMPARE(std::get<recording::StartSearch>(*captureTask(1, 2, link::SearchFrames{{}, 0, 0}, {}))
                     .request.limit,
                 quint64(1));
    }

    void othersGoTheirWay()
    {
        QCOMPARE(std::get<recording::FetchFrame>(*captureTask(1, 2, link::FetchFrame{5}, {})).number,
                 quint64(5));
        QCOMPARE(std::get<recording::CancelSearch>(*captureTask(1, 2, link::CancelSearch{5}, {})).command,
                 link::CommandId(5));
    }
};

SIGNALBOX_TEST(FrameCommandsTest)
#include "frame_commands_test.moc"
