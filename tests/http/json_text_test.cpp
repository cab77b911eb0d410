// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/json_text.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class JsonTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QString() << QByteArray("\"\"");
        QTest::newRow("plain") << QStringLiteral("abc") << QByteArray("\"abc\"");
        QTest::newRow("quote and backslash") << QStringLiteral("a\"b\\") << QByteArray("\"a\\\"b\\\\\"");
        QTest::newRow("line feed") << QStringLiteral("a\r\nb") << QByteArray("\"a\\r\\nb\"");
        QTest::newRow("control") << QStringLiteral("\u0001") << QByteArray("\"\\u0001\"");
        QTest::newRow("not ASCII") << QStringLiteral("\u00FC") << QByteArray("\"\xC3\xBC\"");
        QTest::newRow("brackets") << QStringLiteral("]") << QByteArray("\"]\"");
    }
    void quotes()
    {
        QFETCH(const QString, text);
        QTEST(jsonString(text), "json");
    }
};

} // namespace

SIGNALBOX_TEST(JsonTextTest)
#include "json_text_test.moc"
