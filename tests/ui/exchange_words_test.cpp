// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/exchange_words.h"

#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/format/frame_words.h"
#include "ui/format/meaning.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

/// What rows about HTTP say.
class ExchangeWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatARequestAskedForAndHowLongItTook();
    void aRequestIsQuietUnlessTheBrokerFailed_data();
    void aRequestIsQuietUnlessTheBrokerFailed();
    void saysWhatBecameOfACall_data();
    void saysWhatBecameOfACall();
    void aCallSaysWhoseMessageItCarries();
    void aMessageThatIsHandedOnIsToTheApplication();
    void rowsOfHttpUnfold();

private:
    static QString cell(const link::FrameRow& row, FramesModel::Column column)
    {
        const ClientNames names;
        FramesModel model(names);
        const QAbstractItemModelTester tester(&model);
        model.append(batch({row}, 1));
        return model.index(0, column).data().toString();
    }
    static Meaning meaning(const link::FrameRow& row, FramesModel::Column column)
    {
        const ClientNames names;
        FramesModel model(names);
        model.append(batch({row}, 1));
        return model.index(0, column).data(meaningRole).value<Meaning>();
    }
};

void ExchangeWordsTest::saysWhatARequestAskedForAndHowLongItTook()
{
    link::FrameRow row = request(1, 200);
    QCOMPARE(cell(row, FramesModel::TypeColumn), u"⇄ request"_s);
    QCOMPARE(cell(row, FramesModel::FromColumn), u"127.0.0.1:40312"_s);
    QCOMPARE(cell(row, FramesModel::ToColumn), u"broker"_s);
    QCOMPARE(cell(row, FramesModel::LengthColumn), u"17"_s);
    QCOMPARE(cell(row, FramesModel::SummaryColumn), u"200, 1.2 ms · POST /__broadcastWebSocket.wc"_s);
    QCOMPARE(cell(row, FramesModel::ActionColumn), QString());
    row.took = std::chrono::microseconds(42);
    QVERIFY(cell(row, FramesModel::SummaryColumn).startsWith(u"200, 42 µs ·"_s));
    row.origin = "http://localhost";
    QCOMPARE(cell(row, FramesModel::FromColumn), u"http://localhost"_s);
    row.header.payloadBytes = 0;
    QCOMPARE(cell(row, FramesModel::LengthColumn), QString());
    QVERIFY(FrameWords(row).sentence().startsWith(u"frame 1, from http://localhost, to broker, request"_s));
}

void ExchangeWordsTest::aRequestIsQuietUnlessTheBrokerFailed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Meaning>("expected");
    QTest::newRow("answered") << 200 << Meaning::Muted;
    QTest::newRow("not changed") << 304 << Meaning::Muted;
    QTest::newRow("not ready") << 503 << Meaning::Warning;
}

void ExchangeWordsTest::aRequestIsQuietUnlessTheBrokerFailed()
{
    QFETCH(int, status);
    QFETCH(Meaning, expected);
    const link::FrameRow row = request(1, static_cast<quint16>(status));
    QCOMPARE(meaning(row, FramesModel::TypeColumn), expected);
    QCOMPARE(meaning(row, FramesModel::SummaryColumn), expected);
}

void ExchangeWordsTest::saysWhatBecameOfACall_data()
{
    QTest::addColumn<link::FrameRow>("row");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Meaning>("expected");
    link::FrameRow row = call(1);
    QTest::newRow("taken") << row << u"⇢ called"_s << u"200, 12 ms"_s << Meaning::Normal;
    row.attempt = 3;
    QTest::newRow("taken at last") << row << u"⇢ called"_s << u"200, attempt 3, 12 ms"_s << Meaning::Normal;
    row = call(1, "webhook.failed", 503);
    row.isTriedAgain = true;
    QTest::newRow("tried again") << row << u"⚠ called again"_s << u"503, failed, attempt 1, 12 ms"_s
                                 << Meaning::Warning;
    row = call(1, "webhook.timeout", 0);
    row.attempt = 6;
    QTest::newRow("given up") << row << u"✕ call failed"_s
                              << u"no answer in time, attempt 6, given up, 12 ms"_s << Meaning::Bad;
    QTest::newRow("refused") << call(1, "webhook.refused", 400) << u"✕ call failed"_s
                             << u"400, refused by the application, 12 ms"_s << Meaning::Bad;
    row = call(1, "webhook.queue_full", 0);
    row.attempt = 0;
    row.took = {};
    QTest::newRow("no room") << row << u"✕ call failed"_s << u"not tried: too many calls wait"_s
                             << Meaning::Bad;
    QTest::newRow("a code of a later broker")
        << call(1, "webhook.other", 0) << u"✕ call failed"_s << u"webhook.other, 12 ms"_s << Meaning::Bad;
}

void ExchangeWordsTest::saysWhatBecameOfACall()
{
    QFETCH(link::FrameRow, row);
    QFETCH(QString, state);
    QFETCH(QString, words);
    QFETCH(Meaning, expected);
    QCOMPARE(cell(row, FramesModel::TypeColumn), state);
    QCOMPARE(cell(row, FramesModel::SummaryColumn), words);
    QCOMPARE(meaning(row, FramesModel::TypeColumn), expected);
    QCOMPARE(meaning(row, FramesModel::SummaryColumn), expected);
}

void ExchangeWordsTest::aCallSaysWhoseMessageItCarries()
{
    QCOMPARE(cell(call(1), FramesModel::FromColumn), u"ann c3"_s);
    QCOMPARE(cell(call(1), FramesModel::ToColumn), u"localhost/app/__WebSocket.wwd"_s);
    QCOMPARE(cell(call(1), FramesModel::LengthColumn), u"17"_s);
}

void ExchangeWordsTest::aMessageThatIsHandedOnIsToTheApplication()
{
    link::FrameRow row = frame(1);
    QCOMPARE(cell(row, FramesModel::ToColumn), u"broker"_s);
    row.about = MessageId(4);
    QCOMPARE(cell(row, FramesModel::ToColumn), u"application"_s);
}

void ExchangeWordsTest::rowsOfHttpUnfold()
{
    const ClientNames names;
    FramesModel model(names);
    model.append(batch({request(1, 200), call(2)}, 2));
    QVERIFY(model.hasChildren(model.index(0, 0)));
    QVERIFY(model.hasChildren(model.index(1, 0)));
}

SIGNALBOX_TEST(ExchangeWordsTest)
#include "exchange_words_test.moc"
