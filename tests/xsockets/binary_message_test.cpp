// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/binary_message.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

namespace {

QByteArray payloadWith(const QByteArray& length, const QByteArray& rest)
{
    return length + QByteArray(8 - length.size(), '\0') + rest;
}

} // namespace

class BinaryMessageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheTextAndTheBlobBehindIt()
    {
        const QByteArray text = "{\"C\":\"chat\",\"T\":\"file\",\"D\":{\"name\":\"a\"}}";
        const QByteArray blob("\0\xff{}", 4);
        const QByteArray payload = joinBinary({text, blob});
        QCOMPARE(payload.first(8), payloadWith(QByteArray(1, char(text.size())), {}));
        const auto read = readBinaryMessage(payload);
        QVERIFY(read.ok());
        QCOMPARE(read->controller, QByteArray("chat"));
        QCOMPARE(read->data, QByteArray(R"({"name":"a"})"));
        QCOMPARE(*read->blob, blob);
    }

    void readsAnEmptyBlob()
    {
        const auto read = readBinaryMessage(joinBinary({R"({"T":"x"})", {}}));
        QVERIFY(read.ok());
        QVERIFY(read->blob && read->blob->isEmpty());
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("code");
        const QByteArray binary = "xsockets.bad_binary";
        const QByteArray message = "xsockets.not_a_message";
        QTest::newRow("nothing") << QByteArray() << binary;
        QTest::newRow("half a header") << QByteArray(4, '\0') << binary;
        QTest::newRow("a header alone that promises a text") << payloadWith("\x09", {}) << binary;
        QTest::newRow("one byte too few") << payloadWith("\x0a", R"({"T":"x"})") << binary;
        QTest::newRow("the largest length") << QByteArray(8, '\xff') + R"({"T":"x"})" << binary;
        QTest::newRow("the largest signed length")
            << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f", 8) + R"({"T":"x"})" << binary;
        QTest::newRow("big endian") << QByteArray("\0\0\0\0\0\0\0\x09", 8) + R"({"T":"x"})" << binary;
        QTest::newRow("no text") << QByteArray(8, '\0') << message;
        QTest::newRow("a text cut off") << payloadWith("\x08", R"({"T":"x"})") << message;
        QTest::newRow("a text that is no object") << payloadWith("\x02", "[]") << message;
        QTest::newRow("a text that is no UTF-8") << payloadWith("\x09", "{\"T\":\"\xff\"}") << message;
    }

    void refusesEverythingElse()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, code);
        QCOMPARE(readBinaryMessage(payload).error().code, code);
    }

    void refusesWhateverIsCutOff()
    {
        const QByteArray payload = joinBinary({R"({"C":"chat","T":"file"})", {}});
        for (qsizetype size = 0; size < payload.size(); ++size) {
            QVERIFY(!readBinaryMessage(payload.first(size)).ok());
        }
    }
};

SIGNALBOX_TEST(BinaryMessageTest)
#include "binary_message_test.moc"
