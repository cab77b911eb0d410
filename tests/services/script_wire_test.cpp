// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/script_wire.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace Qt::StringLiterals;

class ScriptWireTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsACallAsItWas()
    {
        to_script::Opened opened;
        opened.client = {ClientId(3), "ann", "/test/websocket", "127.0.0.1:9"};
        opened.request = {"GET", "/test/websocket", {{"id", "0"}}, {{"Group", "even"}}, {}, "body"};
        const auto read = fromCbor<ToScript>(toCbor(ToScript(to_script::Call{7, opened})));
        QVERIFY(read.has_value());
        const auto& call = std::get<to_script::Call>(*read);
        QCOMPARE(call.number, quint64(7));
        QCOMPARE(std::get<to_script::Opened>(call.what).client.user, QByteArray("ann"));
        QCOMPARE(std::get<to_script::Opened>(call.what).request, opened.request);
    }

    void bringsAnActAsItWas()
    {
        const auto read = fromCbor<FromScript>(
            toCbor(FromScript(from_script::Ask{script_act::SendToGroup{"even", "\xFF", true}})));
        QVERIFY(read.has_value());
        const auto& act = std::get<script_act::SendToGroup>(std::get<from_script::Ask>(*read).act);
        QCOMPARE(act.group, QByteArray("even"));
        QCOMPARE(act.payload, QByteArray("\xFF"));
        QVERIFY(act.binary);
    }

    void bringsAnErrorWithItsPlace()
    {
        from_script::Done done;
        done.number = 2;
        done.error = ScriptError{u"chat.js"_s, 12, u"x is not defined"_s, u"onOpen@chat.js:12"_s};
        done.response = ScriptResponse{404, {{"Content-Type", "text/plain"}}, "no"};
        done.took = std::chrono::microseconds(5);
        const auto read = fromCbor<FromScript>(toCbor(FromScript(done)));
        QVERIFY(read.has_value());
        const auto& got = std::get<from_script::Done>(*read);
        QCOMPARE(got.error, done.error);
        QCOMPARE(got.response->body, QByteArray("no"));
        QCOMPARE(got.took, done.took);
    }

    void readsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("\x81\x18");
        QTest::newRow("another alternative") << QByteArray("\x82\x18\x63\xA0");
        QTest::newRow("more behind it") << toCbor(ToScript(to_script::Answer{})) + "x";
    }
    void readsNothingElse()
    {
        QFETCH(const QByteArray, bytes);
        QVERIFY(!fromCbor<ToScript>(bytes).has_value());
    }
};

SIGNALBOX_TEST(ScriptWireTest)
#include "script_wire_test.moc"
