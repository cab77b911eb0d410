// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/models/client_names.h"
#include "ui/models/command_sender.h"
#include "ui/models/message_sender.h"
#include "ui/models/receipts_model.h"
#include "ui/models/sent_history.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace std::chrono_literals;
using State = MessageSender::State;

class MessageSenderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsAtOnceToAFew();
    void holdsWhatGoesToMany();
    void aHoldCanBeCancelledOrCutShort();
    void doesNotHoldWhenSwitchedOff();
    void holdsWhatGoesToManyAgain();
    void repeatsWithItsNumber();
    void aRefusalEndsARepetition();
    void sendsAgainByteForByte();
    void keepsEachMessageOnceInTheHistory();
    void saysWhenAVariableMadeItWrong();

private:
    [[nodiscard]] size_t sends() const
    {
        return static_cast<size_t>(
            std::count_if(m_link->commands.begin(), m_link->commands.end(), [](const TestLink::Sent& sent) {
                return std::holds_alternative<link::SendMessage>(sent.command);
            }));
    }
    [[nodiscard]] static Draft draft(const QByteArray& message = "hi")
    {
        return {"say", message, MessageKind::String, {}, {}, {{RecipientType::Group, "red"}}};
    }

    ManualClock m_clock;
    ClientNames m_names;
    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<CommandSender> m_commands;
    std::unique_ptr<ReceiptsModel> m_receipts;
    std::unique_ptr<SentHistory> m_history;
    std::unique_ptr<MessageSender> m_sender;
};

void MessageSenderTest::init()
{
    m_sender.reset();
    m_link = std::make_unique<TestLink>();
    m_commands = std::make_unique<CommandSender>(*m_link);
    m_receipts = std::make_unique<ReceiptsModel>(m_names);
    m_history = std::make_unique<SentHistory>(QString());
    m_sender =
        std::make_unique<MessageSender>(MessageSender::Parts{*m_commands, *m_receipts, *m_history, m_clock});
}

void MessageSenderTest::sendsAtOnceToAFew()
{
    m_sender->send(draft(), 9, {});
    QCOMPARE(sends(), size_t(1));
    QVERIFY(m_link->last<link::SendMessage>()->confirm);
    QCOMPARE(m_sender->state(), State::Idle);
    QVERIFY(m_receipts->index(0, 0).data().toString().startsWith(QStringLiteral("group red")));
}

void MessageSenderTest::holdsWhatGoesToMany()
{
    m_sender->send(draft(), 10, {});
    QCOMPARE(m_sender->state(), State::Holding);
    QCOMPARE(sends(), size_t(0));
    QCOMPARE(m_sender->untilNext(), 5s);
    m_sender->send(draft("other"), 1, {}); // one after the other
    QCOMPARE(sends(), size_t(0));
    m_clock.advance(6s);
    QTRY_COMPARE(sends(), size_t(1));
    QCOMPARE(m_sender->state(), State::Idle);
}

void MessageSenderTest::aHoldCanBeCancelledOrCutShort()
{
    m_sender->send(draft(), 200, {});
    QVERIFY(m_sender->cancel());
    QVERIFY(!m_sender->cancel());
    m_clock.advance(6s);
    QCOMPARE(sends(), size_t(0));
    QCOMPARE(m_history->rowCount(), 0);
    m_sender->send(draft(), 200, {});
    m_sender->sendNow();
    QCOMPARE(sends(), size_t(1));
    m_sender->sendNow();
    QCOMPARE(sends(), size_t(1));
}

void MessageSenderTest::doesNotHoldWhenSwitchedOff()
{
    m_sender->setHoldEnabled(false);
    m_sender->send(draft(), 200, {});
    QCOMPARE(sends(), size_t(1));
}

void MessageSenderTest::holdsWhatGoesToManyAgain()
{
    m_sender->send(draft(), 1, {});
    ReceiptRecord record = *m_receipts->record(m_receipts->index(0, 0));
    record.counts = {12, 12, 0, 0};
    m_sender->sendAgain(record);
    QCOMPARE(m_sender->state(), State::Holding);
    QCOMPARE(m_sender->reached(), qint64(12));
    QVERIFY(m_sender->cancel());
    m_clock.advance(6s);
    m_sender->send(draft("other"), 1, {}); // not the one that was cancelled
    QCOMPARE(sends(), size_t(2));
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains("other"));
    m_sender->sendAgain(record);
    m_clock.advance(6s);
    QTRY_COMPARE(sends(), size_t(3));
    QVERIFY(!m_link->last<link::SendMessage>()->envelope.contains("other"));
}

void MessageSenderTest::repeatsWithItsNumber()
{
    m_sender->send(draft("{{n}}"), 1, {3, 100ms, {}});
    QCOMPARE(m_sender->state(), State::Repeating);
    m_clock.advance(1s);
    QTRY_COMPARE(sends(), size_t(3));
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains(R"("message":"3")"));
    QCOMPARE(m_receipts->rowCount(), 3);
    m_sender->send(draft(), 1, {1, 100ms, m_clock.wallNow() + 1h});
    QCOMPARE(m_sender->state(), State::Waiting);
    QVERIFY(m_sender->cancel());
}

void MessageSenderTest::aRefusalEndsARepetition()
{
    const QSignalSpy failed(m_sender.get(), &MessageSender::failed);
    m_sender->send(draft(), 1, {100, 100ms, {}});
    m_commands->deliver({m_link->lastId<link::SendMessage>(), Error{"x.y", QStringLiteral("No room.")}});
    QCOMPARE(m_sender->state(), State::Idle);
    QCOMPARE(failed.first().first().toString(), QStringLiteral("Stopped after 1 of 100: No room."));
}

void MessageSenderTest::sendsAgainByteForByte()
{
    m_sender->send(draft("{{uuid}}"), 1, {});
    const QByteArray first = m_link->last<link::SendMessage>()->envelope;
    m_sender->sendAgain(*m_receipts->record(m_receipts->index(0, 0)));
    QCOMPARE(sends(), size_t(2));
    QCOMPARE(m_link->last<link::SendMessage>()->envelope, first);
}

void MessageSenderTest::keepsEachMessageOnceInTheHistory()
{
    m_sender->send(draft("{{n}}"), 1, {2, 1ms, {}});
    m_clock.advance(1s);
    QTRY_COMPARE(sends(), size_t(2));
    QCOMPARE(m_history->rowCount(), 1);
    QCOMPARE(m_history->draft(0).message, QByteArray("{{n}}"));
}

void MessageSenderTest::saysWhenAVariableMadeItWrong()
{
    const QSignalSpy failed(m_sender.get(), &MessageSender::failed);
    Draft wrong = draft("{\"a\": \"{{x}}\"}");
    wrong.kind = MessageKind::Value;
    wrong.values = {{QStringLiteral("x"), QStringLiteral("\"")}};
    m_sender->send(wrong, 1, {5, 1ms, {}});
    QCOMPARE(sends(), size_t(0));
    QVERIFY(failed.first().first().toString().startsWith(QStringLiteral("Not sent: Not JSON")));
    QCOMPARE(m_sender->state(), State::Idle);
}

SIGNALBOX_TEST(MessageSenderTest)
#include "message_sender_test.moc"
