// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/endpoint_reader.h"

#include "server/settings/toml_reader.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

struct Reading {
    std::vector<EndpointSettings> endpoints;
    QStringList errors;
};

Reading read(const QByteArray& text)
{
    const auto file = readToml(text, u"f"_s);
    Reading reading;
    if (!file) {
        reading.errors.append(file.error().message);
        return reading;
    }
    reading.endpoints = readEndpoints(file->tables, reading.errors);
    return reading;
}

} // namespace

class EndpointReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey()
    {
        const Reading reading = read("[[endpoint]]\npath = \"/mychat\"\ndialect = \"echo\"\n"
                                     "subprotocols = [\"chat\", \"superchat\"]\nbase_path = \"/app\"\n");
        QCOMPARE(reading.errors, QStringList());
        QCOMPARE(reading.endpoints.size(), size_t(1));
        const EndpointSettings wanted{"/mychat", EndpointDialect::Echo, {"chat", "superchat"}, "/app"};
        QVERIFY(reading.endpoints[0] == wanted);
        QCOMPARE(reading.endpoints[0].fullPath(), "/app/mychat");
    }

    void needsOnlyAPath()
    {
        const Reading reading = read("[[endpoint]]\npath = \"/x\"\n");
        QCOMPARE(reading.errors, QStringList());
        QVERIFY(reading.endpoints.at(0) == (EndpointSettings{"/x", EndpointDialect::Envelope, {}, {}}));
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& lines, const QString& says) {
            QTest::newRow(name) << "[[endpoint]]\n" + lines << says;
        };
        row("no path", "dialect = \"echo\"", u"f:1:1: endpoint: path is missing"_s);
        row("path without a slash", "path = \"x\"", u"f:2:1: endpoint.path: expected a path"_s);
        row("empty path", "path = \"\"", u"endpoint.path: expected a path"_s);
        row("path with a query", "path = \"/x?y\"", u"endpoint.path"_s);
        row("path with a fragment", "path = \"/x#y\"", u"endpoint.path"_s);
        row("path with a blank", "path = \"/x y\"", u"endpoint.path"_s);
        row("path that is not ASCII", "path = \"/grüße\"", u"endpoint.path"_s);
        row("path as a number", "path = 5", u"got 5"_s);
        row("base path with a slash at its end", "path = \"/x\"\nbase_path = \"/app/\"",
            u"must not end with a slash"_s);
        row("base path without a slash", "path = \"/x\"\nbase_path = \"app\"",
            u"f:3:1: endpoint.base_path"_s);
        row("unknown dialect", "path = \"/x\"\ndialect = \"smoke\"",
            u"expected one of envelope, echo, raw, xsockets, got \"smoke\""_s);
        row("subprotocol with a blank", "path = \"/x\"\nsubprotocols = [\"a b\"]",
            u"\"a b\" is no subprotocol"_s);
        row("subprotocol with a comma", "path = \"/x\"\nsubprotocols = [\"a,b\"]", u"is no subprotocol"_s);
        row("empty subprotocol", "path = \"/x\"\nsubprotocols = [\"\"]", u"\"\" is no subprotocol"_s);
        row("subprotocol twice", "path = \"/x\"\nsubprotocols = [\"a\", \"a\"]", u"stands there twice"_s);
        row("subprotocols as text", "path = \"/x\"\nsubprotocols = \"a\"", u"a list of texts"_s);
        row("a slip", "path = \"/x\"\ndialekt = \"echo\"", u"did you mean \"endpoint.dialect\"?"_s);
        row("another key", "path = \"/x\"\ncolour = \"red\"",
            u"an endpoint has path, dialect, subprotocols"_s);
        row("same path twice", "path = \"/x\"\n[[endpoint]]\npath = \"/x\"",
            u"f:3:1: endpoint \"/x\" stands there twice"_s);
        row("same path by a base path", "path = \"/a/x\"\n[[endpoint]]\nbase_path = \"/a\"\npath = \"/x\"",
            u"\"/a/x\" stands there twice"_s);
    }
    void refusesWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, says);
        const Reading reading = read(text);
        QCOMPARE(reading.errors.size(), 1);
        QVERIFY2(reading.errors[0].contains(says), qPrintable(reading.errors[0]));
    }

    void reportsEveryFault()
    {
        const Reading reading = read("[[endpoint]]\npath = 1\ndialect = 2\n[[endpoint]]\npath = \"/ok\"\n");
        QCOMPARE(reading.errors.size(), 2);
        QCOMPARE(reading.endpoints.size(), size_t(1));
    }
};

SIGNALBOX_TEST(EndpointReaderTest)
#include "endpoint_reader_test.moc"
