// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/xsockets_words.h"

#include "server/xsockets/topics.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/format/frame_words.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"
#include "ui/models/seen_actions.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::FramesModel;

class XSocketsWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReservedTopicHasAWord();
    void saysWhatAMessageDoes_data();
    void saysWhatAMessageDoes();
    void theListShowsTopicAndData();
    void aSubscriptionWithWildcardsIsNoGroup();
    void aReservedTopicIsNoActionToChoose();
    void aPersistentIdIsASecret();
};

void XSocketsWordsTest::everyReservedTopicHasAWord()
{
    for (int verb = 0; verb <= static_cast<int>(xsockets::Verb::GetProperty); ++verb) {
        const QByteArray topic = xsockets::topicOf(static_cast<xsockets::Verb>(verb));
        const bool isPrefix = topic.endsWith('_');
        const QString word = ui::reservedTopicText(isPrefix ? topic + "colour" : topic);
        QCOMPARE(word.isEmpty(), static_cast<xsockets::Verb>(verb) == xsockets::Verb::Publish);
    }
    QCOMPARE(ui::reservedTopicText("S1"), ui::reservedTopicText("s1")); // in either case
    QCOMPARE(ui::reservedTopicText("set_"), QString());                 // names nothing
    QCOMPARE(ui::xsocketsKindText("say"), u"publish"_s);
}

void XSocketsWordsTest::saysWhatAMessageDoes_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("data"); // with single quotes
    QTest::addColumn<QString>("expected");
    QTest::newRow("subscribe") << QByteArray("5") << QByteArray("{'T':'say','A':true}")
                               << u"subscribe chat › say, to be confirmed"_s;
    QTest::newRow("lower case") << QByteArray("5") << QByteArray("{'t':'say'}") << u"subscribe chat › say"_s;
    QTest::newRow("unsubscribe") << QByteArray("6") << QByteArray("'say'") << u"unsubscribe chat › \"say\""_s;
    QTest::newRow("confirmed") << QByteArray("__say") << QByteArray("{'T':'say','A':true}")
                               << u"confirm chat › say"_s;
    QTest::newRow("open") << QByteArray("1") << QByteArray("null") << u"open chat"_s;
    QTest::newRow("opened") << QByteArray("2") << QByteArray("{'CI':'a','PI':'123-4f2a','C':'chat'}")
                            << u"opened chat, PersistentId …4f2a"_s;
    QTest::newRow("error") << QByteArray("4") << QByteArray("{'code':'xsockets.bad_topic','message':'No.'}")
                           << u"error chat  xsockets.bad_topic: No."_s;
    QTest::newRow("ping") << QByteArray("7") << QByteArray("'x'") << u"ping chat  \"x\""_s;
    QTest::newRow("acknowledge") << QByteArray("9") << QByteArray("null") << u"acknowledge chat, message 7"_s;
    QTest::newRow("set") << QByteArray("set_colour") << QByteArray("'red'")
                         << u"set chat › colour = \"red\""_s;
    QTest::newRow("get") << QByteArray("get_colour") << QByteArray("''") << u"get chat › colour"_s;
    QTest::newRow("store") << QByteArray("s1") << QByteArray("{'K':'size','V':{'w':1}}")
                           << u"store chat › size = {\"w\":1}"_s;
    QTest::newRow("read") << QByteArray("s2") << QByteArray("{'K':'size'}") << u"read chat › size"_s;
    QTest::newRow("answer") << QByteArray("s2:size") << QByteArray("{'K':'size','V':'3'}")
                            << u"read chat › size = 3"_s;
    QTest::newRow("clear") << QByteArray("s4") << QByteArray("null") << u"clear chat"_s;
}

void XSocketsWordsTest::saysWhatAMessageDoes()
{
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, data);
    const link::FrameRow row = xsocketsFrame(1, topic, data.replace('\'', '"'));
    QTEST(ui::xsocketsSummary(row), "expected");
}

void XSocketsWordsTest::theListShowsTopicAndData()
{
    const ui::ClientNames names;
    FramesModel model(names);
    const QAbstractItemModelTester tester(&model);
    link::FrameRow row = xsocketsFrame(1, "say", "{\"text\":\"hi\"}");
    row.message = MessageId(18);
    row.target = "group chat/say";
    link::FrameRow looksReserved = xsocketsFrame(3, "s1:x", "1");
    looksReserved.message = MessageId(19); // it was published
    link::FrameRow noMessage = frame(4, "hello");
    noMessage.isXSockets = true;
    model.append(batch({row, xsocketsFrame(2, "5", "{\"T\":\"say\"}"), looksReserved, noMessage}, 1));
    const auto cell = [&model](int at, FramesModel::Column column) {
        return model.index(at, column).data().toString();
    };
    QCOMPARE(cell(0, FramesModel::ActionColumn), u"say"_s);
    QCOMPARE(cell(0, FramesModel::SummaryColumn), u"chat › say  {\"text\":\"hi\"}"_s);
    QCOMPARE(cell(0, FramesModel::ToColumn), u"group chat/say (0)"_s);
    QCOMPARE(cell(1, FramesModel::ActionColumn), u"subscribe"_s);
    QCOMPARE(cell(2, FramesModel::SummaryColumn), u"chat › s1:x  1"_s);
    QCOMPARE(cell(3, FramesModel::SummaryColumn), u"hello"_s);
    QVERIFY(model.index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"action subscribe"_s));
}

void XSocketsWordsTest::aSubscriptionWithWildcardsIsNoGroup()
{
    link::FrameRow row = frame(1);
    row.kind = link::RowKind::Joined;
    row.target = "chat/rooms/+";
    QCOMPARE(ui::FrameWords(row).to(), u"✱ filter chat/rooms/+"_s);
    QCOMPARE(ui::FrameWords(row).summary(), u"gets what goes to every group that it matches"_s);
    row.sender = link::SenderKind::Operator; // an operator puts clients into groups
    QCOMPARE(ui::FrameWords(row).to(), u"group chat/rooms/+"_s);
    row.target = "chat/say";
    row.sender = link::SenderKind::Client;
    QCOMPARE(ui::FrameWords(row).summary(), u"came into the group"_s);
}

void XSocketsWordsTest::aReservedTopicIsNoActionToChoose()
{
    ui::SeenActions actions;
    link::FrameRow row = xsocketsFrame(1, "say", "1");
    row.message = MessageId(18);
    actions.learn({row, xsocketsFrame(2, "5", "{}")});
    QCOMPARE(actions.stringList(), QStringList{u"say"_s});
}

void XSocketsWordsTest::aPersistentIdIsASecret()
{
    QCOMPARE(ui::persistentIdText("0b9f5a3e-7c31-4d5e-9f39-6d0f7b8e4f2a"), u"…4f2a"_s);
    QCOMPARE(ui::persistentIdText({}), QString());
}

SIGNALBOX_TEST(XSocketsWordsTest)
#include "xsockets_words_test.moc"
