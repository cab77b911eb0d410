// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sent_forms.h"

#include "server/message/json_text.h"
#include "server/xsockets/message.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/recipient_text.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

link::ClientInfo speaking(quint64 id, const QByteArray& dialect, const QList<QByteArray>& groups = {})
{
    link::ClientInfo info = client(id, {}, groups);
    info.dialect = dialect;
    return info;
}

link::ClientInfo subscriber(quint64 id, const QByteArray& controller, const QByteArray& topic,
                            const QByteArray& group)
{
    link::ClientInfo info = speaking(id, "xsockets", {group});
    info.subscriptions = {{controller, topic, GroupName::trusted(group)}};
    return info;
}

ui::Draft draftTo(const QByteArray& group, const QByteArray& message,
                  ui::MessageKind kind = ui::MessageKind::String)
{
    ui::Draft draft;
    draft.action = "say";
    draft.message = message;
    draft.kind = kind;
    draft.recipients = {{RecipientType::Group, group}};
    return draft;
}

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class SentFormsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachDialectGetsItsOwnForm();
    void xsocketsDataIsWhatTheBrokerMakesOfIt_data();
    void xsocketsDataIsWhatTheBrokerMakesOfIt();
    void aClientGetsItUnderTheControllerThatItSubscribedWith();
    void whoIsReachedByAnotherWayGetsTheActionAsTopic();
    void aRawPayloadIsTheSameForAll();
    void whatIsNoMessageYetHasNoForm();
    void aTopicIsTypedAsItsGroup();
};

void SentFormsTest::eachDialectGetsItsOwnForm()
{
    const link::ClientInfo envelope = speaking(1, "envelope", {"chat/say"});
    const link::ClientInfo raw = speaking(2, "raw", {"chat/say"});
    const link::ClientInfo one = subscriber(3, "chat", "say", "chat/say");
    const link::ClientInfo other = subscriber(4, "chat", "say", "chat/say");
    const auto forms = ui::sentForms(draftTo("chat/say", "hi"), {&envelope, &raw, &one, &other});
    QCOMPARE(forms.size(), size_t{3});
    QCOMPARE(forms[0].dialect, QByteArray("xsockets")); // the most of them
    QCOMPARE(forms[0].payload, json("{'C':'chat','T':'say','D':'\\'hi\\''}"));
    QCOMPARE(forms[0].clients, (std::vector{ClientId(3), ClientId(4)}));
    QCOMPARE(forms[1].payload,
             json("{'action':'say','message':'hi','recipients':[{'type':'group','value':'chat/say'}]}"));
    QCOMPARE(forms[2].payload, QByteArray("hi"));
}

void SentFormsTest::xsocketsDataIsWhatTheBrokerMakesOfIt_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<ui::MessageKind>("kind");
    using Kind = ui::MessageKind;
    QTest::newRow("text") << QByteArray("hi") << Kind::String;
    QTest::newRow("text that holds JSON") << json("{'price':12}") << Kind::String;
    QTest::newRow("text that is a number") << QByteArray("12") << Kind::String;
    QTest::newRow("text with quotes and lines") << QByteArray("a \"b\"\nc") << Kind::String;
    QTest::newRow("empty") << QByteArray() << Kind::String;
    QTest::newRow("value") << json("{'price':12}") << Kind::Value;
    QTest::newRow("value that is a string") << json("'hi'") << Kind::Value;
    QTest::newRow("value that is a string which holds JSON") << json("'[1]'") << Kind::Value;
    QTest::newRow("null") << QByteArray("null") << Kind::Value;
}

void SentFormsTest::xsocketsDataIsWhatTheBrokerMakesOfIt()
{
    QFETCH(QByteArray, message);
    QFETCH(ui::MessageKind, kind);
    const link::ClientInfo info = subscriber(3, "chat", "say", "chat/say");
    const QByteArray messageJson =
        kind == ui::MessageKind::Value ? message : message::jsonString(QByteArrayView(message));
    QCOMPARE(ui::sentForms(draftTo("chat/say", message, kind), {&info}).at(0).payload,
             xsockets::messageText({"chat", "say"}, xsockets::dataOfEnvelopeMessage(messageJson)));
}

void SentFormsTest::aClientGetsItUnderTheControllerThatItSubscribedWith()
{
    const link::ClientInfo exact = subscriber(1, "chat", "rooms/1", "chat/rooms/1");
    const link::ClientInfo generic = subscriber(2, "generic", "chat/rooms/1", "chat/rooms/1");
    const link::ClientInfo filter = subscriber(3, "chat", "rooms/+", "chat/rooms/+");
    const auto forms = ui::sentForms(draftTo("chat/rooms/1", "1"), {&exact, &generic, &filter});
    QCOMPARE(forms.size(), size_t{2});
    QCOMPARE(forms[0].payload, json("{'C':'chat','T':'rooms/1','D':'1'}"));
    QCOMPARE(forms[0].clients, (std::vector{ClientId(1), ClientId(3)}));
    QCOMPARE(forms[1].payload, json("{'C':'generic','T':'chat/rooms/1','D':'1'}"));
}

void SentFormsTest::whoIsReachedByAnotherWayGetsTheActionAsTopic()
{
    const link::ClientInfo info = subscriber(3, "chat", "say", "chat/say");
    ui::Draft draft = draftTo({}, "1");
    draft.recipients = {{RecipientType::All, {}}};
    draft.action = "alarm";
    QCOMPARE(ui::sentForms(draft, {&info}).at(0).payload, json("{'C':'generic','T':'alarm','D':'1'}"));
}

void SentFormsTest::aRawPayloadIsTheSameForAll()
{
    const link::ClientInfo one = speaking(1, "envelope");
    const link::ClientInfo other = speaking(2, "xsockets");
    const auto forms = ui::sentForms(draftTo("red", "81 fe", ui::MessageKind::RawBinary), {&one, &other});
    QCOMPARE(forms.size(), size_t{1});
    QCOMPARE(forms[0].payload, QByteArray("\x81\xfe"));
}

void SentFormsTest::whatIsNoMessageYetHasNoForm()
{
    const link::ClientInfo one = speaking(1, "envelope");
    QVERIFY(ui::sentForms(draftTo("red", "{", ui::MessageKind::Envelope), {&one}).empty());
    QVERIFY(ui::sentForms(draftTo("red", "zz", ui::MessageKind::RawBinary), {&one}).empty());
    QVERIFY(ui::sentForms(draftTo("red", "hi"), {}).empty());
}

void SentFormsTest::aTopicIsTypedAsItsGroup()
{
    const auto group = [](const QString& text) {
        return ui::recipientOf(ui::typedRecipient(text), RecipientType::User).value();
    };
    QCOMPARE(group(u"topic:chat/say"_s), (Recipient{RecipientType::Group, "chat/say"}));
    QCOMPARE(group(u"topic:generic/red"_s), (Recipient{RecipientType::Group, "red"}));
    QCOMPARE(group(u"Topic:red"_s), (Recipient{RecipientType::Group, "red"}));
    QCOMPARE(group(u"user:topic:red"_s), (Recipient{RecipientType::User, "topic:red"}));
}

SIGNALBOX_TEST(SentFormsTest)
#include "sent_forms_test.moc"
