// SPDX-License-Identifier: GPL-3.0-or-later
// The examples in resources/services, and the description beside them, against what the engine really offers.
#include "tests/scripts/script_process.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

ScriptRequest posted(const QByteArray& body, const QByteArray& id = {})
{
    ScriptRequest request{"POST", "/x", {}, {}, {}, body};
    if (!id.isEmpty()) {
        request.parameters = {{"id", id}};
    }
    return request;
}

QStringList sorted(QStringList names)
{
    names.sort();
    names.removeDuplicates();
    return names;
}

QStringList captured(const QString& text, const QString& pattern)
{
    QStringList names;
    for (const QRegularExpressionMatch& match :
         QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text)) {
        names.append(match.captured(1));
    }
    return sorted(names);
}

QString between(const QString& text, const QString& begin)
{
    return text.section(begin, 1).section(u"\n}"_s, 0, 0);
}

} // namespace

class ExamplesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder + u"signalbox-service.d.ts"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_description = QString::fromUtf8(file.readAll());
    }

    void theyAreWhereTheReferenceHasThem_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("echo_server.js") << QByteArray("/echo-server/ws");
        QTest::newRow("test.js") << QByteArray("/test/websocket");
        QTest::newRow("chat.js") << QByteArray("/chat/ws");
        QTest::newRow("groups.js") << QByteArray("/groups/ws");
        QTest::newRow("group_info.js") << QByteArray("/groupInfo");
        QTest::newRow("store.js") << QByteArray("/store/ws");
        QTest::newRow("store_info.js") << QByteArray("/storeInfo");
    }
    void theyAreWhereTheReferenceHasThem()
    {
        ScriptProcess script;
        const auto declared = script.loadExample(QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(declared, qPrintable(script.loadError().message));
        QTEST(declared->basePath + declared->upgradePath, "path");
    }

    void everyExampleIsTested() { QCOMPARE(QDir(m_folder).entryList({u"*.js"_s}).size(), 9); }

    void theDemoTakesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("as the documentation has it")
            << QByteArray("{\"M\":\"foo\",\"J\":\"{s:'bar',i:42}\"}")
            << QByteArray("{\"C\":\"demo\",\"T\":\"foo\",\"D\":\"{\\\"s\\\":\\\"bar\\\",\\\"i\\\":42}\"}");
        QTest::newRow("JSON") << QByteArray("{\"M\":\"foo\",\"J\":\"[1]\"}")
                              << QByteArray("{\"C\":\"demo\",\"T\":\"foo\",\"D\":\"[1]\"}");
        QTest::newRow("quotes within")
            << QByteArray("{\"M\":\"foo\",\"J\":\"{'a b':'{x:1}'}\"}")
            << QByteArray("{\"C\":\"demo\",\"T\":\"foo\",\"D\":\"{\\\"a b\\\":\\\"{x:1}\\\"}\"}");
        QTest::newRow("no parameters")
            << QByteArray("{\"M\":\"foo\"}") << QByteArray("{\"C\":\"demo\",\"T\":\"foo\",\"D\":\"null\"}");
    }
    void theDemoTakesWhatIsNoJson()
    {
        QFETCH(const QByteArray, frame);
        ScriptProcess script;
        const auto declared = script.loadExample(u"demo.js"_s);
        QVERIFY2(declared, qPrintable(script.loadError().message));
        QCOMPARE(declared->controller, QByteArray("demo"));
        QCOMPARE(declared->subprotocol, QByteArray("DemoProtocol"));
        const auto decoded = script.call(to_script::FrameCame{frame});
        QVERIFY(decoded);
        QVERIFY2(decoded->response, decoded->error ? qPrintable(decoded->error->message) : "");
        QTEST(decoded->response->body, "message");
    }

    void theDemoDoesWhatItsControllerDid()
    {
        ScriptProcess script;
        QVERIFY(script.loadExample(u"demo.js"_s));
        QVERIFY(script.call(controllerOpened(1)));
        const auto called =
            script.call(to_script::ControllerCalled{ClientId(1), "Foo", "{\"s\":\"bar\",\"i\":42}", {}});
        QVERIFY(called && !called->error);
        QCOMPARE(script.acts(), QStringList{QString::fromUtf8(
                                    "invoke demo foo {\"stringValue\":\"bar\",\"intValue\":42} to all")});
        QVERIFY(script.call(to_script::ControllerCalled{ClientId(1), "other", "[1]", {}}));
        QCOMPARE(script.acts(), QStringList{u"invoke demo other [1] to all"_s});
        const auto encoded = script.call(
            to_script::EncodingAsked{"{\"C\":\"demo\",\"T\":\"foo\",\"D\":\"{\\\"a\\\":1}\"}", {}});
        QVERIFY(encoded && encoded->response);
        QCOMPARE(encoded->response->body, QByteArray("{\"M\":\"foo\",\"J\":\"{\\\"a\\\":1}\"}"));
    }

    void theLobbyKnowsItsRooms()
    {
        ScriptProcess script;
        const auto declared = script.loadExample(u"lobby.js"_s);
        QVERIFY2(declared, qPrintable(script.loadError().message));
        for (const auto& [name, status] :
             {std::pair{"Ann", 200}, std::pair{"", 403}, std::pair{"a b", 403}}) {
            const auto asked = script.call(to_script::AuthorizationAsked{
                controllerOpened(1).client, {{}, {}, {{"name", name}}, {}, {}, {}}});
            QVERIFY(asked && asked->response);
            QCOMPARE(asked->response->status, status);
        }
        for (quint64 client = 1; client <= 3; ++client) {
            QVERIFY(script.call(controllerOpened(client)));
            QCOMPARE(script.acts().size(), 1);
            QVERIFY(script.call(
                to_script::PropertySet{ClientId(client), "room", client < 3 ? "\"red\"" : "\"blue\""}));
        }
        QVERIFY(script.call(to_script::ControllerCalled{ClientId(1), "say", "{\"text\":\"hi\"}", {}}));
        QCOMPARE(script.acts(), QStringList{QString::fromUtf8(
                                    "invoke lobby said {\"from\":\"c1\",\"text\":\"hi\"} to c1 c2")});
        const auto nothing = script.call(to_script::ControllerCalled{ClientId(1), "say", "null", {}});
        QVERIFY(nothing && nothing->error);
        QCOMPARE(nothing->error->message, u"there is nothing to say"_s);
        const auto rooms = script.call(to_script::ControllerCalled{ClientId(1), "rooms", "null", {}});
        QVERIFY(rooms && rooms->response);
        QCOMPARE(rooms->response->body, QByteArray("[\"red\",\"red\",\"blue\"]"));
        QVERIFY(script.call(to_script::ControllerClosed{ClientId(2)}));
        QCOMPARE(script.acts(), QStringList{QString::fromUtf8("publish lobby left \"c2\" to all retained")});
    }

    void theEchoServerSaysWhatWasSaid()
    {
        ScriptProcess script;
        QVERIFY(script.loadExample(u"echo_server.js"_s));
        QVERIFY(script.call(opened(1)));
        QVERIFY(script.call(textCame(1, "hello")));
        QCOMPARE(script.acts(), QStringList{u"send c1 You said: hello"_s});
        QVERIFY(script.call(to_script::BinaryCame{ClientId(1), "\x01"}));
        QCOMPARE(script.acts(), QStringList{u"send c1 0x01"_s});
        QVERIFY(script.call(textCame(1, "closeMe")));
        QCOMPARE(script.acts(), QStringList{u"close c1 1000 "_s});
    }

    void theTestAnswersAndLogs()
    {
        ScriptProcess script;
        QVERIFY(script.loadExample(u"test.js"_s));
        QVERIFY(script.call(opened(1, {{"User-Agent", "curl"}})));
        QCOMPARE(script.log(), QStringList{u"info c1 came from 127.0.0.1:9, with curl"_s});
        QVERIFY(script.call(textCame(1, "hello")));
        QCOMPARE(script.acts(), QStringList{u"send c1 hello"_s});
        const auto done = script.call(requestCame({"POST", "/all"}, posted("all")));
        QVERIFY(done && done->response);
        QCOMPARE(done->response->body, QByteArray("done"));
        QCOMPARE(script.acts(), QStringList{u"broadcast all"_s});
        QVERIFY(script.call(closed(1)));
        QCOMPARE(script.log(), QStringList{u"info c1 left after 1 messages: 1001 away"_s});
    }

    void theChatBroadcasts()
    {
        ScriptProcess script;
        QVERIFY(script.loadExample(u"chat.js"_s));
        QVERIFY(script.call(opened(1, {{"Name", "Ann"}})));
        QCOMPARE(script.acts(), QStringList{u"broadcast Ann is here except c1"_s});
        QVERIFY(script.call(textCame(1, "hello")));
        QCOMPARE(script.acts(), QStringList{u"broadcast Ann: hello"_s});
        QVERIFY(script.call(closed(1)));
        QCOMPARE(script.acts(), QStringList{u"broadcast Ann has left"_s});
    }

    void groupsObeyTheirCommands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("act");
        QTest::newRow("send") << QByteArray(R"({"command":"send","group":"even","msg":"hi"})")
                              << u"? send-to-group even hi"_s;
        QTest::newRow("remove") << QByteArray(R"({"command":"remove","group":"even"})")
                                << u"? remove c1 even"_s;
        QTest::newRow("removeGroup") << QByteArray(R"({"command":"removeGroup","group":"even"})")
                                     << u"? remove-group even"_s;
        QTest::newRow("closeGroup") << QByteArray(R"({"command":"closeGroup","group":"even"})")
                                    << u"? close-group even"_s;
        QTest::newRow("plain text") << QByteArray("closeMe") << u"close c1 1000 "_s;
        QTest::newRow("another") << QByteArray(R"({"command":"x"})")
                                 << u"send c1 commands are send, remove, removeGroup and closeGroup"_s;
    }
    void groupsObeyTheirCommands()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, act);
        ScriptProcess script;
        QVERIFY(script.loadExample(u"groups.js"_s));
        QVERIFY(script.call(opened(1, {{"group", "even"}})));
        QCOMPARE(script.acts(), QStringList{u"? add c1 even"_s});
        const auto done = script.call(textCame(1, text));
        QVERIFY(done && !done->error);
        QCOMPARE(script.acts(), QStringList{act});
        if (act.startsWith(u'?')) {
            QVERIFY(script.call(textCame(1, text), {u"there is no group even"_s}));
            QCOMPARE(script.acts(), (QStringList{act, u"send c1 there is no group even"_s}));
        }
    }

    void groupsAreReachedOverHttp_data()
    {
        QTest::addColumn<ScriptResource>("resource");
        QTest::addColumn<QString>("act");
        QTest::newRow("even") << ScriptResource{"POST", "/even"} << u"? send-to-group even hi"_s;
        QTest::newRow("odd") << ScriptResource{"POST", "/odd"} << u"? send-to-group odd hi"_s;
        QTest::newRow("rm-even") << ScriptResource{"GET", "/rm-even"} << u"? remove-group even"_s;
        QTest::newRow("rm-odd") << ScriptResource{"GET", "/rm-odd"} << u"? remove-group odd"_s;
        QTest::newRow("close-even") << ScriptResource{"GET", "/close-even"} << u"? close-group even"_s;
        QTest::newRow("close-odd") << ScriptResource{"GET", "/close-odd"} << u"? close-group odd"_s;
    }
    void groupsAreReachedOverHttp() { answersDone(u"group_info.js"_s, {}); }

    void theStoreObeysItsCommands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("act");
        QTest::newRow("send") << QByteArray(R"({"command":"send","id":"0","msg":"hi"})")
                              << u"? send-to-stored 0 hi"_s;
        QTest::newRow("remove") << QByteArray(R"({"command":"remove","id":"0"})") << u"? remove-stored 0"_s;
        QTest::newRow("close") << QByteArray(R"({"command":"close","id":"0"})") << u"? close-stored 0"_s;
        QTest::newRow("plain text") << QByteArray("closeMe") << u"close c1 1000 "_s;
    }
    void theStoreObeysItsCommands()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, act);
        ScriptProcess script;
        QVERIFY(script.loadExample(u"store.js"_s));
        QVERIFY(script.call(opened(1, {{"id", "0"}})));
        QCOMPARE(script.acts(), QStringList{u"? store 0 c1"_s});
        QVERIFY(script.call(textCame(1, text)));
        QCOMPARE(script.acts(), QStringList{act});
    }

    void theStoreIsReachedOverHttp_data()
    {
        QTest::addColumn<ScriptResource>("resource");
        QTest::addColumn<QString>("act");
        QTest::newRow("send") << ScriptResource{"POST", "/{id}"} << u"? send-to-stored 7 hi"_s;
        QTest::newRow("remove") << ScriptResource{"GET", "/rm/{id}"} << u"? remove-stored 7"_s;
        QTest::newRow("close") << ScriptResource{"GET", "/close/{id}"} << u"? close-stored 7"_s;
    }
    void theStoreIsReachedOverHttp() { answersDone(u"store_info.js"_s, "7"); }

    void theDescriptionNamesWhatThereIs()
    {
        const QStringList functions = captured(m_description, u"^declare function (\\w+)"_s);
        const QStringList methods =
            captured(between(m_description, u"interface Client {"_s), u"^    (\\w+)\\("_s);
        const QStringList request = captured(between(m_description, u"interface ServiceRequest {"_s),
                                             u"^    (?:readonly )?(\\w+)[(:]"_s);
        const QStringList levels =
            captured(between(m_description, u"declare const console: {"_s), u"^    (\\w+)\\("_s);
        QVERIFY(functions.size() > 15 && methods.size() > 5 && request.size() > 5 && levels.size() == 5);
        ScriptProcess script;
        QVERIFY(
            script.load("const names = Object.keys(this).filter(name => typeof this[name] === 'function');\n"
                        "const levels = Object.keys(console);\n"
                        "service({ basePath: 'a', upgradePath: 'b', onOpen(client, request) {\n"
                        "  for (const list of [names, Object.keys(Object.getPrototypeOf(client)), "
                        "Object.keys(request), levels])\n"
                        "    pushText(list.join()); } })"));
        QVERIFY(script.call(opened(1)));
        QList<QStringList> offered;
        for (const QString& act : script.acts()) {
            offered.append(sorted(act.section(u' ', 2).split(u',')));
        }
        QCOMPARE(offered, (QList<QStringList>{functions, methods, request, levels}));
    }

    void theDescriptionNamesWhatAServiceMayHave()
    {
        const QStringList described =
            captured(between(m_description, u"interface ServiceDefinition {"_s), u"^    (\\w+)\\??[(:]"_s);
        ScriptProcess script;
        QVERIFY(!script.load("service({ zzzzzz: 1 })"));
        QCOMPARE(sorted(script.loadError().message.section(u"there are "_s, 1).split(u", "_s)), described);
    }

private:
    void answersDone(const QString& example, const QByteArray& id)
    {
        QFETCH(const ScriptResource, resource);
        ScriptProcess script;
        const auto declared = script.loadExample(example);
        QVERIFY(declared);
        QVERIFY(declared->resources.contains(resource));
        const auto done = script.call(requestCame(resource, posted("hi", id)));
        QVERIFY(done && done->response);
        QCOMPARE(done->response->body, QByteArray("done"));
        QCOMPARE(script.acts().size(), 1);
        QTEST(script.acts().first(), "act");
        const auto refused = script.call(requestCame(resource, posted("hi", id)), {u"it is not there"_s});
        QVERIFY(refused && refused->error && !refused->response);
    }

    const QString m_folder = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/services/");
    QString m_description;
};

SIGNALBOX_TEST(ExamplesTest)
#include "examples_test.moc"
