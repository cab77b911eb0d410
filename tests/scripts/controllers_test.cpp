// SPDX-License-Identifier: GPL-3.0-or-later
// Controllers and subprotocols of scripts, by way of a real process: api.js and script_arguments.cpp.
#include "server/scripts/script_arguments.h"

#include "tests/scripts/script_process.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

/// A controller whose method foo has this body.
QByteArray controllerWith(const QByteArray& body)
{
    return "service({ controller: 'Demo', methods: { foo(client, data, binary) {\n" + body +
           "\n}, _helper() {} }, onReopened() {} })";
}

to_script::ControllerCalled called(const QByteArray& topic, const QByteArray& data = "null")
{
    return {ClientId(1), topic, data, {}};
}

} // namespace

class ControllersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAnActOfEachVerb_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("act");
        const auto row = [](const char* body, const char* act) {
            QTest::newRow(body) << QByteArray(body) << QString::fromUtf8(act);
        };
        row("invoke('t', [1])", "invoke demo t [1] to c1");
        row("client.invoke('t')", "invoke demo t null to c1");
        row("invoke(client, 't', 'x')", "invoke demo t \"x\" to c1");
        row("invokeToOthers('t', 1)", "invoke demo t 1 to all but c1");
        row("client.invokeToOthers('t', 1)", "invoke demo t 1 to all but c1");
        row("invokeToAll('t', 1)", "invoke demo t 1 to all");
        row("invokeTo(client, 't', 1)", "invoke demo t 1 to c1");
        row("invokeTo([client], 't', 1)", "invoke demo t 1 to c1");
        row("invokeTo(one => one.getProperty('Age') > 40, 't', 1)", "invoke demo t 1 to c2");
        row("invokeTo(() => false, 't', 1)", "invoke demo t 1 to");
        row("invokeToAllExcept(one => one.id === 'c2', 't', 1)", "invoke demo t 1 to all but c2");
        row("publish('t', 1)", "publish demo t 1 to c1");
        row("publishToOthers('t', 1)", "publish demo t 1 to all but c1");
        row("publishToAll('t', 1, { retained: true, acknowledged: true })",
            "publish demo t 1 to all acknowledged retained");
        row("publishTo(find(one => one === client), 't', 1)", "publish demo t 1 to c1");
        row("publishToAllExcept([client], 't', 1)", "publish demo t 1 to all but c1");
        row("controller('Chat').invokeToAll('t', 1)", "invoke chat t 1 to all");
        row("controller('chat').publishTo(client, 't', 1)", "publish chat t 1 to c1");
        row("invoke('t', { type: 'png' }, { binary: new Uint8Array([7]) })",
            "invoke demo t {\"type\":\"png\"} to c1 0x07");
        row("client.setProperty('Name', 'Ann'); if (client.getProperty('name') !== 'Ann') throw 1;",
            "set c1 name \"Ann\"");
    }
    void makesAnActOfEachVerb()
    {
        QFETCH(const QByteArray, body);
        ScriptProcess script;
        const auto declared = script.load(controllerWith(body));
        QVERIFY2(declared, qPrintable(script.loadError().message));
        QCOMPARE(declared->controller, QByteArray("demo"));
        QVERIFY(script.call(controllerOpened(1, {{"age", "30"}})));
        QVERIFY(script.call(controllerOpened(2)));
        QVERIFY(script.call(to_script::PropertySet{ClientId(2), "age", "50"}));
        const auto done = script.call(called("FOO"));
        QVERIFY(done);
        QVERIFY2(!done->error, done->error ? qPrintable(done->error->message) : "");
        QTEST(script.acts().join(u'|'), "act");
        QCOMPARE(done->response->status, 204);
    }

    void refusesArguments_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* body, const char* message) {
            QTest::newRow(body) << QByteArray(body) << QString::fromUtf8(message);
        };
        row("invoke('4', 1)", "TypeError: invoke: XSockets has the topic 4 for itself");
        row("invoke('', 1)", "TypeError: invoke: the name of the topic is empty");
        row("invokeToAll('t', () => 1)", "TypeError: invokeToAll: the data is a function, which is not JSON");
        row("invokeTo('c1', 't', 1)",
            "TypeError: invokeTo: who gets it is a client, a list of clients, or a function that is asked "
            "about each");
        row("invokeToAll('t', 1, { retained: true })",
            "TypeError: invokeToAll: only what is published to all, or to all but some, is retained or "
            "acknowledged");
        row("find('x')", "TypeError: find: what is looked for is a string, not a function that is asked "
                         "about each client");
        row("return () => 1", "a method returned a function, which is not JSON");
    }
    void refusesArguments()
    {
        QFETCH(const QByteArray, body);
        ScriptProcess script;
        QVERIFY(script.load(controllerWith(body)));
        QVERIFY(script.call(controllerOpened(1)));
        const auto done = script.call(called("foo"));
        QVERIFY(done && done->error);
        QTEST(done->error->message, "message");
    }

    void bindsTheMembersOfAnObjectToNames()
    {
        ScriptProcess script;
        QVERIFY(script.load("service({ controller: 'demo', methods: {\n"
                            "foo(client, { s, i = 7 } = {}) { return { s, i }; } } })"));
        QVERIFY(script.call(controllerOpened(1)));
        for (const auto& [data, answer] :
             {std::pair{R"({"i":1,"s":"bar"})", R"({"s":"bar","i":1})"},
              std::pair{R"({"s":"bar"})", R"({"s":"bar","i":7})"}, std::pair{"null", R"({"i":7})"}}) {
            const auto done = script.call(called("foo", data));
            QVERIFY(done && done->response);
            QCOMPARE(done->response->body, QByteArray(answer));
        }
    }

    void callsNothingThatIsNoMethod_data()
    {
        QTest::addColumn<QByteArray>("topic");
        for (const char* topic :
             {"_helper", "onMessage", "onOpened", "constructor", "toString", "__proto__", "hasOwnProperty"}) {
            QTest::newRow(topic) << QByteArray(topic);
        }
    }
    void callsNothingThatIsNoMethod()
    {
        QFETCH(const QByteArray, topic);
        ScriptProcess script;
        QVERIFY(script.load(controllerWith("return 1")));
        QVERIFY(script.call(controllerOpened(1)));
        const auto done = script.call(called(topic));
        QVERIFY(done && done->error);
        QCOMPARE(done->error->message, u"the controller demo has no method "_s + QString::fromUtf8(topic));
    }

    void givesOtherTopicsToOnMessage()
    {
        ScriptProcess script;
        QVERIFY(script.load("service({ controller: 'demo', onMessage(client, topic, data, binary) {\n"
                            "return [client.id, topic, data, binary && binary.byteLength]; } })"));
        QVERIFY(script.call(controllerOpened(1)));
        const auto done =
            script.call(to_script::ControllerCalled{ClientId(1), "Any", "{}", QByteArray("abc")});
        QVERIFY(done && done->response);
        QCOMPARE(done->response->body, QByteArray(R"(["c1","Any",{},3])"));
    }

    void aClientThatIsNotOpenCallsNothing()
    {
        ScriptProcess script;
        QVERIFY(script.load(controllerWith("return 1")));
        const auto before = script.call(called("foo"));
        QVERIFY(before && before->response && before->response->status == 204);
        QVERIFY(script.call(controllerOpened(1)));
        QVERIFY(script.call(to_script::ControllerClosed{ClientId(1)}));
        const auto after = script.call(called("foo"));
        QVERIFY(after && after->response && after->response->status == 204);
    }

    void keepsPropertiesWhenItIsLoadedAnew()
    {
        ScriptProcess script;
        const ScriptClient known = controllerOpened(1, {{"age", "30"}}).client;
        QVERIFY(script.load(controllerWith("return client.getProperty('age')"), u"test.js"_s, {known}));
        const auto done = script.call(called("foo"));
        QVERIFY(done && done->response);
        QCOMPARE(done->response->body, QByteArray("30"));
    }

    void onlyTrueLetsAClientIn_data()
    {
        QTest::addColumn<QByteArray>("returned");
        QTest::addColumn<int>("status");
        QTest::newRow("true") << QByteArray("true") << 200;
        QTest::newRow("a promise") << QByteArray("Promise.resolve(true)") << 200;
        QTest::newRow("false") << QByteArray("false") << 403;
        QTest::newRow("nothing") << QByteArray("undefined") << 403;
        QTest::newRow("something") << QByteArray("'yes'") << 403;
    }
    void onlyTrueLetsAClientIn()
    {
        QFETCH(const QByteArray, returned);
        ScriptProcess script;
        QVERIFY(script.load("service({ controller: 'demo', authorize(client, request) { return " + returned +
                            "; } })"));
        const auto done = script.call(to_script::AuthorizationAsked{controllerOpened(1).client, {}});
        QVERIFY(done && done->response);
        QTEST(done->response->status, "status");
    }

    void saysWhatDecodeAndEncodeMayReturn_data()
    {
        QTest::addColumn<QByteArray>("returned");
        QTest::addColumn<QByteArray>("decoded");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("nothing") << QByteArray("null") << QByteArray("204|") << QByteArray("204|");
        QTest::newRow("a text") << QByteArray("'x'")
                                << QByteArray(
                                       "!decode returned a string; return { controller, topic, data }, "
                                       "or null for a frame that is none")
                                << QByteArray("200|x");
        QTest::newRow("bytes") << QByteArray("new Uint8Array([65])")
                               << QByteArray("!decode returned bytes; return { controller, topic, data }, or "
                                             "null for a frame that is none")
                               << QByteArray("200|A");
        QTest::newRow("a message") << QByteArray("({ controller: 'c', topic: 't' })")
                                   << QByteArray(R"(200|{"C":"c","T":"t","D":"null"})")
                                   << QByteArray(
                                          "!encode returned an object; return a string, bytes, or null "
                                          "for a message that is not sent");
    }
    void saysWhatDecodeAndEncodeMayReturn()
    {
        QFETCH(const QByteArray, returned);
        ScriptProcess script;
        QVERIFY(script.load("service({ subprotocol: 'Demo', decode() { return " + returned +
                            "; }, encode() { return " + returned + "; } })"));
        const auto text = [](const std::optional<from_script::Done>& done) {
            return !done         ? QByteArray("no answer")
                   : done->error ? '!' + done->error->message.toUtf8()
                                 : QByteArray::number(done->response->status) + '|' + done->response->body;
        };
        QTEST(text(script.call(to_script::FrameCame{"x"})), "decoded");
        QTEST(text(script.call(to_script::EncodingAsked{R"({"C":"c","T":"t","D":"1"})", {}})), "encoded");
    }
};

SIGNALBOX_TEST(ControllersTest)
#include "controllers_test.moc"
