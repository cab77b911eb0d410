// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/draft_command.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::ui;

class DraftCommandTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsAnEnvelopeToBeConfirmed();
    void sendsRawTextAndBytesAround();
    void sendsAFileInPlaceOfItsText();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void minorFaultsAreSaidButDoNotStopAString();
};

void DraftCommandTest::sendsAnEnvelopeToBeConfirmed()
{
    const auto command = commandOf({"say", "hi", MessageKind::String, {}, {}, {{RecipientType::All, {}}}});
    QVERIFY(command);
    const auto& send = std::get<link::SendMessage>(*command);
    QVERIFY(send.confirm);
    QCOMPARE(send.envelope, QByteArray(R"({"action":"say","message":"hi","recipients":[{"type":"all"}]})"));
}

void DraftCommandTest::sendsRawTextAndBytesAround()
{
    const Recipients to{{RecipientType::Group, "red"}};
    const auto text = commandOf({{}, "hi", MessageKind::RawText, {}, {}, to});
    QVERIFY(text);
    const auto& raw = std::get<link::SendPayload>(*text);
    QVERIFY(raw.recipients == to && raw.confirm && !raw.binary);
    QCOMPARE(raw.payload, QByteArray("hi"));
    const auto bytes = commandOf({{}, "00 ff", MessageKind::RawBinary, {}, {}, to});
    QVERIFY(bytes);
    QVERIFY(std::get<link::SendPayload>(*bytes).binary);
    QCOMPARE(std::get<link::SendPayload>(*bytes).payload, QByteArray("\x00\xff", 2));
}

void DraftCommandTest::sendsAFileInPlaceOfItsText()
{
    Draft draft{{}, "zz", MessageKind::RawBinary, {}, {}, {}};
    draft.file = QStringLiteral("/tmp/a.png");
    draft.fileBytes = "bytes";
    const auto command = commandOf(draft);
    QVERIFY(command);
    QCOMPARE(std::get<link::SendPayload>(*command).payload, QByteArray("bytes"));
}

void DraftCommandTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("action") << QByteArray() << QByteArray("x") << int(MessageKind::String)
                            << QStringLiteral("An envelope needs an action.");
    QTest::newRow("value") << QByteArray("a") << QByteArray("{\"a\":}") << int(MessageKind::Value)
                           << QStringLiteral("Not JSON: line 1, column 6: expected a value");
    QTest::newRow("hex") << QByteArray() << QByteArray("0") << int(MessageKind::RawBinary)
                         << QStringLiteral("character 1: a byte has two digits");
    QTest::newRow("long") << QByteArray() << QByteArray(maxMessageBytes + 1, 'x') << int(MessageKind::RawText)
                          << QStringLiteral("67,108,865 bytes are more than a broker takes in one message.");
}

void DraftCommandTest::saysWhatIsWrong()
{
    QFETCH(const QByteArray, action);
    QFETCH(const QByteArray, message);
    QFETCH(const int, kind);
    QFETCH(const QString, words);
    const auto command = commandOf({action, message, static_cast<MessageKind>(kind), {}, {}, {}});
    QVERIFY(!command);
    QCOMPARE(command.error().message, words);
}

void DraftCommandTest::minorFaultsAreSaidButDoNotStopAString()
{
    const Draft draft{"a", "{oops", MessageKind::String, {}, {}, {}};
    QCOMPARE(messageFault(draft), QStringLiteral("line 1, column 2: expected a key in double quotes or }"));
    QVERIFY(commandOf(draft));
    QVERIFY(messageFault({"a", "hello", MessageKind::String, {}, {}, {}}).isEmpty());
}

SIGNALBOX_TEST(DraftCommandTest)
#include "draft_command_test.moc"
