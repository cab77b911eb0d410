// SPDX-License-Identifier: GPL-3.0-or-later
// api.js by way of a real process: what each function makes of its arguments, and what each refuses.
#include "server/scripts/script_engine.h"

#include "tests/scripts/script_process.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

/// A service whose onTextMessage and whose only resource have this body.
QByteArray serviceWith(const QByteArray& body)
{
    return "service({ basePath: 'a', upgradePath: 'b',\n"
           "onTextMessage(client, text) {\n" +
           body + "\n},\nresources: { 'POST /r/{id}': function (request) {\n" + body + "\n} } })";
}

ScriptRequest postedRequest()
{
    return {"POST",
            "/a/r/7",
            {{"q", "one"}, {"q", "two"}, {"__proto__", "x"}},
            {{"Accept", "a"}, {"X-Name", "Ann"}, {"accept", "b"}},
            {{"id", "7"}},
            "{\"n\":[1]}"};
}

} // namespace

class ScriptEngineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesAnActOfEachFunction_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("act");
        const auto row = [](const char* body, const char* act) {
            QTest::newRow(body) << QByteArray(body) << QString::fromUtf8(act);
        };
        row("client.sendText('x')", "send c1 x");
        row("client.pushText('x')", "send c1 x");
        row("sendText(client, 'x')", "send c1 x");
        row("sendText('x')", "send c1 x");
        row("pushText('x')", "send c1 x");
        row("pushText('')", "send c1 ");
        row("client.pushBinary(new Uint8Array([1, 255]).buffer)", "send c1 0x01ff");
        row("pushBinary(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))", "send c1 0x0203");
        row("pushBinary(new ArrayBuffer(0))", "send c1 0x");
        row("broadcastText('x')", "broadcast x");
        row("sendTextToOthers('x')", "broadcast x except c1");
        row("client.sendTextToOthers('x')", "broadcast x except c1");
        row("closeConnection()", "close c1 1000 ");
        row("client.closeConnection(4000, 'bye')", "close c1 4000 bye");
        row("closeConnection(client, 1001)", "close c1 1001 ");
        row("storeConnection('n')", "? store n c1");
        row("client.storeConnection('n')", "? store n c1");
        row("pushTextToConnection('n', 'x')", "? send-to-stored n x");
        row("pushBinaryToConnection('n', new Uint8Array([9]))", "? send-to-stored n 0x09");
        row("removeStoredConnection('n')", "? remove-stored n");
        row("closeStoredConnection('n')", "? close-stored n");
        row("addConnectionToGroup('g')", "? add c1 g");
        row("client.addConnectionToGroup('g')", "? add c1 g");
        row("pushTextToGroup('g', 'x')", "? send-to-group g x");
        row("pushBinaryToGroup('g', new Uint8Array([9]).buffer)", "? send-to-group g 0x09");
        row("removeConnectionFromGroup('g')", "? remove c1 g");
        row("client.removeConnectionFromGroup('g')", "? remove c1 g");
        row("removeConnectionGroup('g')", "? remove-group g");
        row("closeConnectionGroup('g')", "? close-group g");
    }
    void makesAnActOfEachFunction()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, act);
        ScriptProcess script;
        QVERIFY2(script.load(serviceWith(body)), qPrintable(script.loadError().message));
        QVERIFY(script.call(opened(1)));
        const auto done = script.call(textCame(1, "hello"));
        QVERIFY(done);
        QVERIFY2(!done->error, done->error ? qPrintable(done->error->message) : "");
        QCOMPARE(script.acts(), QStringList{act});
        if (act.startsWith(u'?')) {
            const auto refused = script.call(textCame(1, "hello"), {u"it is not there"_s});
            QVERIFY(refused && refused->error);
            QCOMPARE(refused->error->message, u"it is not there"_s);
            QCOMPARE(refused->error->line, 3);
        }
    }

    void refusesArguments_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* body, const char* message) {
            QTest::newRow(body) << QByteArray(body) << QString::fromUtf8(message);
        };
        row("pushText()", "TypeError: pushText: the text is undefined, not a string");
        row("pushText({})", "TypeError: pushText: the text is an object, not a string");
        row("broadcastText(null)", "TypeError: broadcastText: the text is null, not a string");
        row("pushText('\\ud800')",
            "TypeError: the text has half of a surrogate pair, which UTF-8 cannot say");
        row("pushTextToGroup('g', 'a\\udc00b')",
            "TypeError: the text has half of a surrogate pair, which UTF-8 cannot say");
        row("pushBinary('x')",
            "TypeError: pushBinary: the message is a string, not an ArrayBuffer or a Uint8Array");
        row("pushBinary([1])",
            "TypeError: pushBinary: the message is an array, not an ArrayBuffer or a Uint8Array");
        row("addConnectionToGroup('')", "TypeError: addConnectionToGroup: the name of the group is empty");
        row("storeConnection(7)",
            "TypeError: storeConnection: the name of the connection is a number, not a string");
        row("closeConnection(1005)",
            "RangeError: closeConnection: a close code is 1000 to 1003, 1007 to 1014 or 3000 to 4999");
        row("closeConnection('x')",
            "RangeError: closeConnection: a close code is 1000 to 1003, 1007 to 1014 or 3000 to 4999");
        row("closeConnection(1000, 'é'.repeat(62))",
            "RangeError: closeConnection: a reason has 123 bytes of UTF-8 at most");
        row("throw 'stop'", "thrown: stop");
        row("throw { code: 3 }", "thrown: {\"code\":3}");
        row("throw { toString() { throw 1; }, toJSON() { throw 2; } }",
            "thrown: something that cannot be shown");
        row("nothing.there", "ReferenceError: nothing is not defined");
        row("service({ basePath: 'c', upgradePath: 'd' })",
            "service() is called while the file is read, not in a handler");
        row("return Promise.reject(new Error('late'))", "late");
        row("return Promise.resolve(1).then(() => Promise.resolve()).then(() => { throw new Error('later'); "
            "})",
            "later");
        row("return new Promise(() => {})",
            "the promise that was returned is never settled: there are no timers to wait for");
        row("setTimeout(() => {}, 1)", "ReferenceError: setTimeout is not defined");
        row("new XMLHttpRequest()", "ReferenceError: XMLHttpRequest is not defined");
        row("Qt.quit()", "ReferenceError: Qt is not defined");
        row("(function f() { f(); })()", "RangeError: Maximum call stack size exceeded.");
    }
    void refusesArguments()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, message);
        ScriptProcess script;
        QVERIFY2(script.load(serviceWith(body)), qPrintable(script.loadError().message));
        QVERIFY(script.call(opened(1)));
        const auto done = script.call(textCame(1, "hello"));
        QVERIFY(done && done->error);
        QCOMPARE(done->error->message, message);
        QVERIFY2(script.acts().isEmpty(), qPrintable(script.acts().join(u", ")));
        const auto again = script.call(textCame(1, "hello")); // it serves on
        QVERIFY(again && again->error);
    }

    void aResourceHasToNameAClient()
    {
        ScriptProcess script;
        QVERIFY(script.load(serviceWith("pushText('x'); return 'done';")));
        const auto done = script.call(requestCame({"POST", "/r/{id}"}, postedRequest()));
        QVERIFY(done && done->error && !done->response);
        QCOMPARE(done->error->message,
                 u"pushText needs a client, and a resource has none; name it: pushText(client, …)"_s);
        QCOMPARE(done->error->line, 6);
    }

    void actsInAResource()
    {
        ScriptProcess script;
        QVERIFY(script.load(
            "let last; service({ basePath: 'a', upgradePath: 'b', onOpen(client) { last = client; },\n"
            "resources: { 'POST /x': function () { broadcastText('x'); last.pushText('y'); } } })"));
        QVERIFY(script.call(opened(1)));
        QVERIFY(script.call(requestCame({"POST", "/x"}, postedRequest())));
        QCOMPARE(script.acts(), (QStringList{u"broadcast x"_s, u"send c1 y"_s}));
    }

    void aClientIsTheSameObjectUntilItHasClosed()
    {
        ScriptProcess script;
        QVERIFY(script.load(
            "service({ basePath: 'a', upgradePath: 'b',\n"
            "onOpen(client, request) { client.data.n = request.query.id; },\n"
            "onTextMessage(client) { pushText([client.data.n, client.id, client.user, client.path,\n"
            "  client.address].join()); },\n"
            "onClose(client, code, reason) { sendTextToOthers([client.data.n, code, reason].join());\n"
            "  client.pushText('x'); } })"));
        QVERIFY(script.call(opened(1)));
        QVERIFY(script.call(textCame(1, {})));
        QCOMPARE(script.acts(), QStringList{u"send c1 7,c1,ann,/test/websocket,127.0.0.1:9"_s});
        const auto done = script.call(closed(1));
        QVERIFY(done && done->error);
        QCOMPARE(done->error->message, u"client c1 has closed"_s);
        QCOMPARE(script.acts(), QStringList{u"broadcast 7,1001,away except c1"_s});
    }

    void knowsWhoWasThereBefore()
    {
        ScriptProcess script;
        QVERIFY(script.load(serviceWith("pushText(client.user + JSON.stringify(client.data))"), u"a.js"_s,
                            {{ClientId(4), "bob", "/a/b", "127.0.0.1:4"}}));
        QVERIFY(script.call(textCame(4, {})));
        QCOMPARE(script.acts(), QStringList{u"send c4 bob{}"_s});
    }

    void givesEachHandlerWhatCame()
    {
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', upgradePath: 'b', idleTimeout: 1.5,\n"
                            "onBinaryMessage(c, bytes) { pushText('b' + new Uint8Array(bytes).join()); },\n"
                            "onPong(c, bytes) { pushText('p' + new Uint8Array(bytes).join()); },\n"
                            "onError(c, error) { pushText(String(error)); },\n"
                            "onIdleTimeout(c) { pushText('idle'); } })"));
        QVERIFY(script.call(opened(1)));
        QVERIFY(script.call(to_script::BinaryCame{ClientId(1), QByteArray("\0\xFF", 2)}));
        QCOMPARE(script.acts(), QStringList{u"send c1 b0,255"_s});
        QVERIFY(script.call(to_script::PongCame{ClientId(1), "\x05"}));
        QCOMPARE(script.acts(), QStringList{u"send c1 p5"_s});
        QVERIFY(script.call(to_script::Failed{ClientId(1), u"it sent noise"_s}));
        QCOMPARE(script.acts(), QStringList{u"send c1 Error: it sent noise"_s});
        QVERIFY(script.call(to_script::IdleTimedOut{ClientId(1)}));
        QCOMPARE(script.acts(), QStringList{u"send c1 idle"_s});
    }

    void showsTheRequest_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* expression, const char* value) {
            QTest::newRow(expression) << QByteArray(expression) << QByteArray(value);
        };
        row("request.method + request.path", "POST/a/r/7");
        row("request.parameters.id", "7");
        row("request.query.q + request.query.__proto__", "onex");
        row("request.headers.accept + request.header('ACCEPT')", "a, ba, b");
        row("String(request.header('none'))", "undefined");
        row("request.headers['x-name']", "Ann");
        row("request.body", "{\"n\":[1]}");
        row("String(request.json().n[0])", "1");
        row("String(Object.isFrozen(request) && Object.isFrozen(request.headers))", "true");
    }
    void showsTheRequest()
    {
        QFETCH(const QByteArray, expression);
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', resources: { 'POST /r/{id}': request => " + expression +
                            " } })"));
        const auto done = script.call(requestCame({"POST", "/r/{id}"}, postedRequest()));
        QVERIFY(done && done->response);
        QTEST(done->response->body, "value");
    }

    void answersARequest_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("response");
        const auto row = [](const char* value, const char* response) {
            QTest::newRow(value) << QByteArray(value) << QByteArray(response);
        };
        row("undefined", "204||");
        row("'done'", "200|Content-Type: text/plain; charset=utf-8|done");
        row("''", "200|Content-Type: text/plain; charset=utf-8|");
        row("({ status: 404 })", "404||");
        row("({ body: { a: 1 } })", "200|Content-Type: application/json|{\"a\":1}");
        row("({ body: null })", "200|Content-Type: application/json|null");
        row("({ body: [1], status: 201, headers: { 'content-type': 'x/y', 'X-A': 1 } })",
            "201|content-type: x/y, X-A: 1|[1]");
        row("({ body: new Uint8Array([65, 66]) })", "200|Content-Type: application/octet-stream|AB");
        row("Promise.resolve('soon')", "200|Content-Type: text/plain; charset=utf-8|soon");
        row("5", "! a resource returned a number; return a string, or { status, headers, body }, whose body "
                 "may be "
                 "any JSON value");
        row("({ a: 1 })", "! a response has no member \"a\"; there are status, headers, body");
        row("({ boddy: 1 })", "! a response has no member \"boddy\"; did you mean body?");
        row("({ status: 99 })", "! status of a response is a number from 200 to 599");
        row("({ status: 204, body: 'x' })", "! a response with status 204 has no body");
        row("({ body: function () {} })", "! body of a response is a function, which is not JSON");
        row("({ headers: { 'X': 'a\\r\\nb' } })",
            "! header \"X\" of a response has a character that HTTP does not allow");
        row("({ headers: { 'Content-Length': '1' } })",
            "! header \"Content-Length\" of a response is written by the broker");
    }
    void answersARequest()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, response);
        ScriptProcess script;
        QVERIFY(script.load("service({ basePath: 'a', resources: { 'POST /r/{id}': request => " + value +
                            " } })"));
        const auto done = script.call(requestCame({"POST", "/r/{id}"}, postedRequest()));
        QVERIFY(done);
        if (response.startsWith('!')) {
            QVERIFY(done->error && !done->response);
            QCOMPARE(u"! "_s + done->error->message, QString::fromUtf8(response));
            return;
        }
        QVERIFY2(done->response, done->error ? qPrintable(done->error->message) : "");
        QByteArrayList headers;
        for (const NamedText& header : done->response->headers) {
            headers.append(header.name + ": " + header.value);
        }
        QCOMPARE(QByteArray::number(done->response->status) + '|' + headers.join(", ") + '|' +
                     done->response->body,
                 response);
    }

    void aPromiseSettlesItsOwnCallAlone()
    {
        ScriptProcess script;
        QVERIFY(script.load("let settle; service({ basePath: 'a', resources: {\n"
                            "'POST /early': () => new Promise(resolve => { settle = resolve; }),\n"
                            "'POST /late': () => { settle('of the other'); return 'mine'; } } })"));
        const auto early = script.call(requestCame({"POST", "/early"}, postedRequest()));
        QVERIFY(early && early->error);
        const auto late = script.call(requestCame({"POST", "/late"}, postedRequest()));
        QVERIFY(late && late->response);
        QCOMPARE(late->response->body, QByteArray("mine"));
    }

    void logsInWords()
    {
        ScriptProcess script;
        QVERIFY(script.load("console.debug('top'); service({ basePath: 'a', upgradePath: 'b', onOpen() {\n"
                            "const round = {}; round.round = round;\n"
                            "console.log('a', 1, null, undefined, { b: [2] }, round); console.warn('w');\n"
                            "console.info(); console.error(new TypeError('bad')); } })"));
        QCOMPARE(script.log(), QStringList{u"debug top"_s});
        QVERIFY(script.call(opened(1)));
        QCOMPARE(script.log().size(), 4);
        QCOMPARE(script.log()[0], u"info a 1 null undefined {\"b\":[2]} [object Object]"_s);
        QCOMPARE(script.log()[1], u"warning w"_s);
        QCOMPARE(script.log()[2], u"info "_s);
        QVERIFY(script.log()[3].startsWith("error TypeError: bad"_L1));
    }

    void whatItOffersCannotBeChanged()
    {
        ScriptProcess script;
        QVERIFY(script.load(
            "'use strict'; const kept = []; const all = this;\n"
            "for (const name of ['service', 'console', 'pushText', 'broadcastText']) {\n"
            "  try { all[name] = null; kept.push(name); } catch (e) {}\n"
            "  try { all[name].x = 1; kept.push(name); } catch (e) {} }\n"
            "service({ basePath: 'a', upgradePath: 'b', onOpen(client) {\n"
            "  for (const name of ['id', 'pushText']) { try { client[name] = 1; kept.push(name); } catch (e) "
            "{} }\n"
            "  try { Object.getPrototypeOf(client).pushText = 1; kept.push('prototype'); } catch (e) {}\n"
            "  pushText(kept.join()); } })"));
        QVERIFY(script.call(opened(1)));
        QCOMPARE(script.acts(), QStringList{u"send c1 "_s});
    }
};

SIGNALBOX_TEST(ScriptEngineTest)
#include "script_engine_test.moc"
