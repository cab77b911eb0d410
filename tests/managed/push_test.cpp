// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/push.h"

#include "server/message/json_text.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::managed;

class PushTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repeatsDataAndReceiversByteForByte()
    {
        const Push push = std::get<Push>(readPush(
            R"({"receivers" : { "tags" : ["a"], "sockets":null, "x":1 } , "data" : " \u00e4 "})", 10));
        QCOMPARE(push.echo,
                 QByteArray(R"({"data":" \u00e4 ","receivers":{ "tags" : ["a"], "sockets":null, "x":1 }})"));
        QCOMPARE(push.envelope, QByteArray(R"({"action":"message","message":" \u00e4 "})"));
        QCOMPARE(push.receivers, (Receivers{false, {}, {"a"}}));
        QVERIFY(!push.binary);
    }

    void turnsNumbersAndBooleansIntoTexts_data()
    {
        QTest::addColumn<QByteArray>("data");
        for (const char* const data : {"42", "-1", "1.50", "12345678901234567890", "true", "false"}) {
            QTest::newRow(data) << QByteArray(data);
        }
    }

    void turnsNumbersAndBooleansIntoTexts()
    {
        QFETCH(QByteArray, data);
        const Push push = std::get<Push>(
            readPush(R"({"data":)" + data + R"(,"receivers":{"sockets":["*"],"tags":null}})", 10));
        QCOMPARE(push.envelope, QByteArray(R"({"action":"message","message":")" + data + R"("})"));
        QVERIFY(push.receivers.everyone);
        QVERIFY(push.receivers.sockets.isEmpty());
    }

    void marksBytes()
    {
        const Push push = std::get<Push>(readPush(
            R"({"data":"AP8=","encoding":"base64","receivers":{"sockets":["a","b","a"],"tags":[]}})", 10));
        QVERIFY(push.binary);
        QCOMPARE(push.envelope, QByteArray(R"({"action":"message","message":"AP8=","encoding":"base64"})"));
        QCOMPARE(push.receivers.sockets, (QList<QByteArray>{"a", "b"}));
    }

    void saysFirstWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("property");
        const auto row = [](const char* body, const char* code, const char* property) {
            QTest::newRow(body) << QByteArray(body) << QByteArray(code) << QByteArray(property);
        };
        row("nothing", "managed.not_json", "");
        row(R"({"data":{},"receivers":[]})", "managed.wrong_type", "receivers");
        row(R"({"data":"a","receivers":{"sockets":[],"tags":[],"tags":[]}})", "managed.repeated_key",
            "receivers");
        row(R"({"data":"a","receivers":{"sockets":1,"tags":[]}})", "managed.wrong_type", "receivers.sockets");
        row(R"({"data":"a","receivers":{"sockets":["1","2"],"tags":["3","4"]}})", "managed.too_many",
            "receivers");
        row(R"({"data":1,"encoding":"base64","receivers":{"sockets":null,"tags":null}})",
            "managed.bad_encoding", "data");
        row(R"({"data":"a","encoding":7,"receivers":{"sockets":null,"tags":null}})", "managed.bad_encoding",
            "encoding");
    }

    void saysFirstWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, property);
        const auto read = readPush(body, 3);
        const auto& error = std::get<http::HttpError>(read);
        QCOMPARE(error.code, code);
        QCOMPARE(error.property, property);
        QCOMPARE(error.status, 422);
    }

    void turnsEnginioReceiversIntoTags()
    {
        const Push push = std::get<Push>(readEnginioPush(
            R"({"payload":{"a" : "b"},"receivers":[{"id":"john","objectType":"users"},
                {"objectType":"usergroups","id":"x"},{"id":"john","objectType":"users"}]})",
            10));
        QCOMPARE(push.receivers, (Receivers{false, {}, {"users.john", "usergroups.x"}}));
        const QByteArray text = message::jsonString(QByteArrayView(R"({"a" : "b"})"));
        QCOMPARE(push.envelope, R"({"action":"message","message":)" + text + '}');
        QCOMPARE(push.echo, R"({"data":)" + text +
                                R"(,"receivers":{"sockets":null,"tags":["users.john","usergroups.x"]}})");
    }

    void takesEverySubjectAsEverybody()
    {
        const Push push = std::get<Push>(
            readEnginioPush(R"({"payload":"p","receivers":[{"id":"*","objectType":"aclSubject"}]})", 10));
        QVERIFY(push.receivers.everyone);
        QCOMPARE(push.echo, QByteArray(R"({"data":"p","receivers":{"sockets":["*"],"tags":null}})"));
    }
};

SIGNALBOX_TEST(PushTest)
#include "push_test.moc"
