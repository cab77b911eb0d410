// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/message_forms.h"

#include "server/broker/session.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::WorkerBench;

namespace {

EncodedMessage text(const QByteArray& payload)
{
    return encodedMessage(websocket::Opcode::Text, payload);
}

/// Has two forms, by the recipient that reached the client, and a third for those whose number is asked for.
class TwoFormDialect final : public Dialect {
public:
    [[nodiscard]] QByteArray name() const override { return "two"; }
    [[nodiscard]] bool encodesAnew() const override { return true; }
    [[nodiscard]] quint32 formFor(Session& /*session*/, const RoutedMessage& /*message*/,
                                  int recipient) const override
    {
        return recipient < 0 ? 0 : 1;
    }
    [[nodiscard]] std::optional<EncodedMessage> encodeForm(const RoutedMessage& /*message*/,
                                                           quint32 form) const override
    {
        ++encoded;
        return form == 0 && firstIsAsItIs ? std::nullopt : std::optional(text(form == 0 ? "zero" : "one"));
    }
    [[nodiscard]] std::optional<EncodedMessage> encodeFor(Session& session, const RoutedMessage& /*message*/,
                                                          quint32 /*form*/,
                                                          const EncodedMessage& /*encoded*/) override
    {
        return text("for " + session.id().text());
    }
    void messageReceived(Session& /*session*/, const websocket::AssembledMessage& /*message*/,
                         const websocket::DecodedFrame& /*lastFrame*/) override
    {
    }

    mutable int encoded = 0;
    bool firstIsAsItIs = false;
};

} // namespace

class MessageFormsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_dialect.emplace();
        m_clients.emplace(m_bench->context);
        m_bench->open(*m_clients, *m_dialect);
        m_bench->open(*m_clients, *m_dialect);
    }
    void cleanup()
    {
        m_clients.reset();
        m_dialect.reset();
        m_bench.reset();
    }

    void encodesEachFormOnce()
    {
        MessageForms forms(message(0));
        QCOMPARE(frameFor(forms, 1, -1), text("zero").frame);
        QCOMPARE(frameFor(forms, 2, -1), text("zero").frame);
        QCOMPARE(m_form, MessageForms::Form(1));
        QCOMPARE(frameFor(forms, 1, 0), text("one").frame);
        QCOMPARE(frameFor(forms, 2, 7), text("one").frame);
        QCOMPARE(m_form, MessageForms::Form(2));
        QCOMPARE(m_dialect->encoded, 2);
        QCOMPARE(forms.encoded(1).frame, text("zero").frame);
        QCOMPARE(forms.encoded(2).frame, text("one").frame);
        QVERIFY(!forms.isOneForm());
    }

    void passesOnWhatADialectLeavesAsItIs()
    {
        m_dialect->firstIsAsItIs = true;
        MessageForms forms(message(0));
        QCOMPARE(frameFor(forms, 1, -1), QByteArray("as it is"));
        QCOMPARE(m_form, MessageForms::asItIs);
        QCOMPARE(frameFor(forms, 2, -1), QByteArray("as it is"));
        QCOMPARE(m_dialect->encoded, 1); // and asks once
    }

    void keepsWhatIsForOneClientAlone()
    {
        MessageForms forms(message(5));
        QCOMPARE(frameFor(forms, 1, 0), text("for c1").frame);
        const MessageForms::Form first = m_form;
        QCOMPARE(frameFor(forms, 2, 0), text("for c2").frame);
        QVERIFY(m_form != first);
        QCOMPARE(forms.encoded(first).frame, text("for c1").frame);
        QCOMPARE(forms.encoded(m_form).frame, text("for c2").frame);
        QCOMPARE(m_dialect->encoded, 1);
    }

private:
    static RoutedMessagePointer message(quint64 sequence)
    {
        RoutedMessage message;
        message.frame = "as it is";
        message.sequence = sequence;
        return std::make_shared<const RoutedMessage>(std::move(message));
    }

    QByteArray frameFor(MessageForms& forms, quint64 client, int recipient)
    {
        return forms.frameFor(*m_clients->find(ClientId(client)), recipient, m_form);
    }

    std::optional<WorkerBench> m_bench;
    std::optional<TwoFormDialect> m_dialect;
    std::optional<ClientTable> m_clients;
    MessageForms::Form m_form = MessageForms::asItIs; ///< of the last frame
};

SIGNALBOX_TEST(MessageFormsTest)
#include "message_forms_test.moc"
