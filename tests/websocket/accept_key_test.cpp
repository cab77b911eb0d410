// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/accept_key.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class AcceptKeyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersAKey_data();
    void answersAKey();
    void takesOnlySixteenBytesInBase64_data();
    void takesOnlySixteenBytesInBase64();
};

void AcceptKeyTest::answersAKey_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("accept");
    QTest::newRow("RFC 6455 §1.3") << QByteArray("dGhlIHNhbXBsZSBub25jZQ==")
                                   << QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    QTest::newRow("another pair") << QByteArray("x3JJHMbDL1EzLkh9GBhXDw==")
                                  << QByteArray("HSmrc0sMlYUkAGmm5OPpG2HaGWk=");
}

void AcceptKeyTest::answersAKey()
{
    QFETCH(QByteArray, key);
    QVERIFY(isHandshakeKey(key));
    QTEST(acceptKey(key), "accept");
}

void AcceptKeyTest::takesOnlySixteenBytesInBase64_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("valid");
    QTest::newRow("16 bytes") << QByteArray(16, '\xFF').toBase64() << true;
    QTest::newRow("16 zeros") << QByteArray(16, '\0').toBase64() << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("15 bytes") << QByteArray(15, 'a').toBase64() << false;
    QTest::newRow("17 bytes, as long in base64") << QByteArray(17, 'a').toBase64() << false;
    QTest::newRow("18 bytes, as long in base64") << QByteArray(18, 'a').toBase64() << false;
    QTest::newRow("without padding") << QByteArray("dGhlIHNhbXBsZSBub25jZQ") << false;
    QTest::newRow("blank behind it") << QByteArray("dGhlIHNhbXBsZSBub25jZQ== ") << false;
    QTest::newRow("blank inside") << QByteArray("dGhlIHNhbXBs SBub25jZQ==") << false;
    QTest::newRow("the URL alphabet") << QByteArray("-_hlIHNhbXBsZSBub25jZQ==") << false;
    QTest::newRow("24 letters that are no base64") << QByteArray(24, '*') << false;
    QTest::newRow("a NUL inside") << QByteArray("dGhlIHNhbXBsZ\0Bub25jZQ==", 24) << false;
}

void AcceptKeyTest::takesOnlySixteenBytesInBase64()
{
    QFETCH(QByteArray, key);
    QTEST(isHandshakeKey(key), "valid");
}

SIGNALBOX_TEST(AcceptKeyTest)
#include "accept_key_test.moc"
