// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/commands.h"
#include "tests/support/test_registry.h"
#include "ui/format/close_words.h"
#include "ui/format/handshake_words.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;

class HandshakeWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void explainsTheHeaderFieldsOfAHandshake_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"Host", "UPGRADE", "connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version",
              "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Origin", "Cookie", "User-Agent"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }

    void explainsTheHeaderFieldsOfAHandshake()
    {
        QFETCH(const QByteArray, name);
        QVERIFY(!headerSentence(name, "x", HandshakePart::Request).isEmpty());
    }

    void saysNothingAboutAFieldThatItDoesNotKnow()
    {
        QCOMPARE(headerSentence("X-Own", "1", HandshakePart::Request), QString());
        QCOMPARE(headerSentence("Cookie", "1", HandshakePart::Answer), QString());
    }

    void knowsThePageWithoutASite()
    {
        QVERIFY(headerSentence("Origin", "null", HandshakePart::Request).contains(u"sandbox"_s));
    }

    void checksTheAcceptValue()
    {
        // The example of RFC 6455 §1.3.
        const QByteArray key = "dGhlIHNhbXBsZSBub25jZQ==";
        QCOMPARE(acceptFor(key), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        QVERIFY(acceptSentence(key, "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=").startsWith(u"✓ matches the key"_s));
        QVERIFY(acceptSentence(key, "s3pPLMBiTxaQ9kYGzzhZRbK+xO0=").startsWith(u"✕ does not match"_s));
        QVERIFY(acceptSentence({}, "x").startsWith(u"There is no key"_s));
    }

    void advisesOnARefusal_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("origin") << QByteArray("http.origin_refused") << u"http.allowed_origins"_s;
        QTest::newRow("host") << QByteArray("http.host_refused") << u"http.allowed_hosts"_s;
        QTest::newRow("path") << QByteArray("http.not_found") << u"/ws"_s;
        QTest::newRow("full") << QByteArray("http.too_many_clients") << u"limits.max_clients"_s;
        QTest::newRow("any handshake") << QByteArray("handshake.bad_key") << u"RFC 6455"_s;
        QTest::newRow("any group") << QByteArray("group.name_too_long") << u"groupId"_s;
        QTest::newRow("any other") << QByteArray("http.folded_header") << u"HTTP"_s;
    }

    void advisesOnARefusal()
    {
        QFETCH(const QByteArray, code);
        QFETCH(const QString, word);
        QVERIFY2(refusalAdvice(code).contains(word), qPrintable(refusalAdvice(code)));
        QCOMPARE(refusalAdvice("mars.attacks"), QString());
    }

    void explainsEachCloseCode_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("999") << 999 << u"Not used"_s;
        QTest::newRow("1000") << 1000 << u"fulfilled"_s;
        QTest::newRow("1003") << 1003 << u"type of data"_s;
        QTest::newRow("1004") << 1004 << u"Reserved"_s;
        QTest::newRow("1005") << 1005 << u"without a code"_s;
        QTest::newRow("1006") << 1006 << u"without a close frame"_s;
        QTest::newRow("1015") << 1015 << u"TLS"_s;
        QTest::newRow("1016") << 1016 << u"not defined"_s;
        QTest::newRow("2999") << 2999 << u"not defined"_s;
        QTest::newRow("3000") << 3000 << u"registered"_s;
        QTest::newRow("4008") << 4008 << u"slowly"_s;
        QTest::newRow("4999") << 4999 << u"private"_s;
        QTest::newRow("5000") << 5000 << u"end at 4999"_s;
    }

    void explainsEachCloseCode()
    {
        QFETCH(const int, code);
        QFETCH(const QString, word);
        const QString sentence = closeCodeSentence(static_cast<quint16>(code));
        QVERIFY2(sentence.contains(word), qPrintable(sentence));
    }
};

SIGNALBOX_TEST(HandshakeWordsTest)
#include "handshake_words_test.moc"
