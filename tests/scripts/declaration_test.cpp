// SPDX-License-Identifier: GPL-3.0-or-later
// checks.js and the loading of a file: what may be declared, and what is said of what may not.
#include "server/scripts/script_place.h"

#include "tests/scripts/script_process.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

class DeclarationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void normalisesPaths_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("as it should be") << QByteArray("/test");
        QTest::newRow("no slash in front") << QByteArray("test");
        QTest::newRow("a slash at the end") << QByteArray("/test/");
        QTest::newRow("quotes, as in an annotation") << QByteArray("\"/test\"");
        QTest::newRow("spaces around it") << QByteArray(" test ");
    }
    void normalisesPaths()
    {
        QFETCH(const QByteArray, written);
        ScriptProcess script;
        const auto declared =
            script.load("service({ basePath: '" + written + "', upgradePath: '" + written + "' })");
        QVERIFY2(declared, qPrintable(script.loadError().message));
        QCOMPARE(declared->basePath, QByteArray("/test"));
        QCOMPARE(declared->upgradePath, QByteArray("/test"));
    }

    void declaresAll()
    {
        ScriptProcess script;
        const auto declared = script.load(
            "service({ basePath: '/a/b', upgradePath: '/ws', idleTimeout: 1.5, onClose() {}, onOpen() {},\n"
            "onIdleTimeout() {}, resources: { 'post even': () => {}, 'GET /rm/{id}/': () => {} } })");
        QVERIFY2(declared, qPrintable(script.loadError().message));
        QCOMPARE(declared->resources, (QList<ScriptResource>{{"POST", "/even"}, {"GET", "/rm/{id}"}}));
        QCOMPARE(declared->handlers, (QList<QByteArray>{"onOpen", "onIdleTimeout", "onClose"}));
        QCOMPARE(declared->idleTimeout, std::chrono::milliseconds(1500));
        QCOMPARE(declared->basePath, QByteArray("/a/b"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const char* source, int line, const char* message) {
            QTest::newRow(name) << QByteArray(source) << line << QString::fromUtf8(message);
        };
        row("nothing", "", 0, "the file calls service({ … }) nowhere, so there is nothing to serve");
        row("twice",
            "service({ basePath: 'a', upgradePath: 'b' });\nservice({ basePath: 'a', upgradePath: 'b' });", 2,
            "service() is called twice: a file holds one service");
        row("no object", "\n\nservice('x')", 3,
            "service() takes an object such as { basePath: \"/test\", upgradePath: \"/websocket\" }, not a "
            "string");
        row("upgradePath without basePath", "service({ upgradePath: 'b' })", 1,
            "the service has an upgradePath and no basePath");
        row("neither", "service({})", 1, "the service has no basePath");
        row("nobody could reach it", "service({ basePath: 'a' })", 1,
            "the service has no upgradePath, no resources, no controller and no subprotocol, so nobody could "
            "reach it");
        row("a slip", "service({ basePath: 'a', upgradePath: 'b', onTextMesage() {} })", 1,
            "a service has no member \"onTextMesage\"; did you mean onTextMessage?");
        row("an unknown member", "service({ basePath: 'a', zzz: 1 })", 1,
            "a service has no member \"zzz\"; there are basePath, upgradePath, idleTimeout, resources, "
            "onOpen, onTextMessage, onBinaryMessage, onPong, onError, onIdleTimeout, onClose, controller, "
            "methods, authorize, onOpened, onReopened, onMessage, onClosed, subprotocol, decode, encode");
        row("a base path of no string", "service({ basePath: 5 })", 1,
            "basePath is a number, not a string such as \"/test\"");
        row("an empty base path", "service({ basePath: '/' })", 1,
            "basePath is empty; write a name, such as \"/test\"");
        row("a query", "service({ basePath: 'a?b' })", 1,
            "basePath \"a?b\" has a space, a ?, a # or an empty part");
        row("a variable base path", "service({ basePath: '/{a}' })", 1,
            "basePath \"/{a}\" has braces: only the paths of resources have variable parts");
        row("a handler of no function", "service({ basePath: 'a', upgradePath: 'b', onOpen: 1 })", 1,
            "onOpen is a number, not a function");
        row("a handler for nobody",
            "service({ basePath: 'a', resources: { 'GET /x': () => {} }, onOpen() {} })", 1,
            "onOpen needs an upgradePath: without one no client can connect");
        row("an idle time of text", "service({ basePath: 'a', upgradePath: 'b', idleTimeout: '5' })", 1,
            "idleTimeout is a number of seconds, more than 0 and 86400 at most");
        row("no idle time", "service({ basePath: 'a', upgradePath: 'b', idleTimeout: 0 })", 1,
            "idleTimeout is a number of seconds, more than 0 and 86400 at most");
        row("idle without a time", "service({ basePath: 'a', upgradePath: 'b', onIdleTimeout() {} })", 1,
            "onIdleTimeout needs an idleTimeout, in seconds");
        row("resources of no object", "service({ basePath: 'a', resources: [] })", 1,
            "resources is an array, not an object such as { \"GET /all\": function (request) {…} }");
        row("a resource without a method", "service({ basePath: 'a', resources: { '/x': () => {} } })", 1,
            "resource \"/x\": write a method (GET, POST, PUT, PATCH, DELETE) and a path, such as \"GET "
            "/rm/{id}\"");
        row("a resource of no function", "service({ basePath: 'a', resources: { 'GET /x': 'y' } })", 1,
            "resource \"GET /x\" is a string, not a function");
        row("a resource twice",
            "service({ basePath: 'a', resources: { 'GET /{x}': () => {}, 'get /{y}/': () => {} } })", 1,
            "resource \"get /{y}/\" is there twice");
        row("half a variable", "service({ basePath: 'a', resources: { 'GET /x{y}': () => {} } })", 1,
            "resource \"GET /x{y}\": a variable part is a name in braces, such as /rm/{id}");
        row("a variable twice", "service({ basePath: 'a', resources: { 'GET /{y}/{y}': () => {} } })", 1,
            "resource \"GET /{y}/{y}\" has {y} twice");
        row("where clients connect",
            "service({ basePath: 'a', upgradePath: 'b', resources: { 'GET /b': () => {} } })", 1,
            "resource \"GET /b\" is the upgradePath, where clients connect");
        row("a controller with a slash", "service({ controller: 'a/b' })", 1,
            "controller is the name of a controller, 1 to 64 characters without spaces and slashes, such as "
            "\"demo\"");
        row("the broker's controller", "service({ controller: 'Generic' })", 1,
            "the controller generic is the broker's own");
        row("methods of nobody", "service({ basePath: 'a', upgradePath: 'b', methods: {} })", 1,
            "methods needs a controller: topics of which would they be?");
        row("a method of no function", "service({ controller: 'a', methods: { foo: 1 } })", 1,
            "method foo is a number, not a function");
        row("a handler among methods", "service({ controller: 'a', methods: { onOpened() {} } })", 1,
            "method onOpened begins with \"on\", as handlers do, which stand beside methods");
        row("a reserved topic", "service({ controller: 'a', methods: { set_x() {} } })", 1,
            "method set_x has the name of a topic that XSockets has for itself");
        row("a method twice", "service({ controller: 'a', methods: { foo() {}, Foo() {} } })", 1,
            "method Foo is there twice: a topic counts in any case");
        row("a handler of no controller", "service({ basePath: 'a', upgradePath: 'b', onOpened() {} })", 1,
            "onOpened needs a controller: without one no XSockets client can open it");
        row("a subprotocol with a space", "service({ subprotocol: 'a b' })", 1,
            "subprotocol is a name as in Sec-WebSocket-Protocol, such as \"DemoProtocol\"");
        row("the broker's subprotocol", "service({ subprotocol: 'XSocketsNET' })", 1,
            "the subprotocol XSocketsNET is the broker's own");
        row("half a codec", "service({ subprotocol: 'a', decode() {} })", 1,
            "decode and encode go together; without both the subprotocol has the format of XSockets");
        row("a codec for nothing", "service({ controller: 'a', decode() {}, encode() {} })", 1,
            "decode needs a subprotocol, whose frames it is for");
        row("syntax", "service({\n  basePath: 'a',,\n})", 2, "SyntaxError: Unexpected token `,'");
        row("a module", "\nimport x from './x.js'", 2, "SyntaxError: Unexpected token `import'");
        row("an error", "const a = 1;\nfunction f() {\n  a.b.c;\n}\nf();", 3,
            "TypeError: Cannot read property 'c' of undefined");
        row("no error thrown", "\nthrow 'no'", 2, "thrown: no");
        row("an act too early", "\npushTextToGroup('g', 'x')", 2,
            "pushTextToGroup works only while a handler or a resource of the service runs");
        row("a client too early", "sendText('x')", 1,
            "sendText works only while a handler or a resource of the service runs");
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QByteArray, source);
        ScriptProcess script;
        QVERIFY(!script.load(source, u"a b.js"_s));
        QTEST(script.loadError().message, "message");
        QTEST(script.loadError().line, "line");
        QCOMPARE(script.loadError().file, u"a b.js"_s);
    }

    void canBeLoadedAfterAFailure()
    {
        ScriptProcess script;
        QVERIFY(!script.load("x.y"));
        QVERIFY(script.load("service({ basePath: 'a', upgradePath: 'b' })"));
        QVERIFY(!script.load("service({ basePath: 'a', upgradePath: 'b' })"));
        QCOMPARE(script.loadError().message, u"another script is loaded already"_s);
    }

    void findsThePlaceInAStack_data()
    {
        QTest::addColumn<QString>("stack");
        QTest::addColumn<int>("line");
        QTest::newRow("with a scheme") << u"f@file:script.js:3\n%entry@file:script.js:9"_s << 3;
        QTest::newRow("with slashes") << u"f@file:///script.js:3"_s << 3;
        QTest::newRow("without") << u"f@script.js:3"_s << 3;
        QTest::newRow("behind ours") << u"g@file:signalbox/api.js:7\nf@file:script.js:3"_s << 3;
        QTest::newRow("ours alone") << u"g@file:signalbox/api.js:7"_s << 0;
        QTest::newRow("none") << QString() << 0;
    }
    void findsThePlaceInAStack()
    {
        QFETCH(const QString, stack);
        const ScriptError error = scripts::placedError(u"a.js"_s, u"m"_s, stack);
        QTEST(error.line, "line");
        QVERIFY(!error.stack.contains(u"api.js"_s));
    }

    void cutsALongStack()
    {
        QStringList stack;
        for (int i = 0; i < 100; ++i) {
            stack.append(u"f@file:script.js:%1"_s.arg(i + 1));
        }
        const ScriptError error = scripts::placedError(u"a.js"_s, u"m"_s, stack.join(u'\n'));
        QCOMPARE(error.line, 1);
        QCOMPARE(error.stack.count(u'\n'), 20);
        QVERIFY(error.stack.endsWith(u"f@a.js:20\n… 80 more"_s));
    }
};

SIGNALBOX_TEST(DeclarationTest)
#include "declaration_test.moc"
