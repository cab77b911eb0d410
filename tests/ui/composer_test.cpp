// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_line.h"
#include "ui/widgets/forms_preview.h"
#include "ui/widgets/history_view.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/receipts_view.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"
#include "ui/widgets/search_list.h"
#include "ui/widgets/send_button.h"
#include "ui/widgets/templates_view.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class ComposerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForAPreviewAfterTheLastKey();
    void showsWhoWouldGetItAndWhy();
    void saysZeroOnTheButtonToo();
    void saysInItsOwnWordsThatNobodyIsThere();
    void ignoresAnOlderAnswer();
    void asksAgainWhenClientsComeAndGo();
    void sendsTheEnvelopeAndShowsTheReceipt();
    void sendsAValueWhenAsked();
    void refusesWithoutAnAction();
    void theEnvelopeTabSendsWhatIsWritten();
    void theEnvelopeTabSaysWhatIsWrong();
    void showsWhyASendWasRefused();
    void addressesAMessage();
    void showsWhatEachDialectGets();
    void aMessageToATopicHasItAsItsAction();
    void sendsRawBytes();
    void picksATemplateAndSendsIt();
    void fillsInWhatWasSentBefore();
    void foldsToOneLine();
    void everythingHasANameToBeReadOut();

private:
    [[nodiscard]] QString summary() const { return m_composer->preview().summary().text(); }
    void answerPreview(const link::Preview& preview)
    {
        QTRY_VERIFY(m_link->lastId<link::PreviewRecipients>() != 0);
        m_link->answer(m_link->lastId<link::PreviewRecipients>(), preview);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<BrokerState> m_state;
    std::unique_ptr<Composer> m_composer;
};

void ComposerTest::init()
{
    m_link = std::make_unique<TestLink>();
    m_state = std::make_unique<BrokerState>(*m_link);
    m_folder = std::make_unique<QTemporaryDir>();
    m_composer = std::make_unique<Composer>(*m_state, m_folder->path());
    m_link->emitEvent(
        link::ClientsChanged{{client(3, "ann", {"red", "blue"}), client(4, "bob", {"red"}), client(5, {})}});
    m_composer->resize(320, 600);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
}

void ComposerTest::cleanup()
{
    m_composer.reset();
    m_state.reset();
    QVERIFY(!m_link->attached);
}

void ComposerTest::asksForAPreviewAfterTheLastKey()
{
    QTRY_VERIFY(m_link->last<link::PreviewRecipients>() != nullptr);
    QVERIFY(m_link->last<link::PreviewRecipients>()->recipients.empty());
    m_link->commands.clear();
    QTest::keyClicks(&m_composer->recipients().valueEdit(), QStringLiteral("red"));
    QTRY_VERIFY(!m_link->commands.empty());
    QCOMPARE(m_link->commands.size(), size_t(1)); // one question for three keys
    QVERIFY(m_link->last<link::PreviewRecipients>()->recipients ==
            (Recipients{{RecipientType::Group, "red"}}));
}

void ComposerTest::showsWhoWouldGetItAndWhy()
{
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    QTRY_VERIFY(m_link->last<link::PreviewRecipients>() != nullptr);
    answerPreview({2,
                   3,
                   {{ClientId(3), Verdict::Reached, 0},
                    {ClientId(4), Verdict::Reached, 0},
                    {ClientId(5), Verdict::NotAddressed, -1}},
                   {}});
    QCOMPARE(summary(), QStringLiteral("2 of 3 clients would get it"));
    QVERIFY(!m_composer->preview().list().isVisible());
    QTest::mouseClick(&m_composer->preview().summary(), Qt::LeftButton);
    QVERIFY(m_composer->preview().list().isVisible());
    const QAbstractItemModel* list = m_composer->preview().list().model();
    QCOMPARE(list->index(1, 0).data().toString(), QStringLiteral("● bob c4"));
    QCOMPARE(list->index(1, 1).data().toString(), QStringLiteral("matched by group red"));
}

void ComposerTest::saysZeroOnTheButtonToo()
{
    answerPreview({0, 3, {}, QStringLiteral("group \"red\" has no members")});
    QCOMPARE(summary(), QStringLiteral("Nobody would get it: 0 of 3 clients"));
    QVERIFY(m_composer->sendButton().text().startsWith(QStringLiteral("Send to nobody")));
    m_link->commands.clear();
    m_composer->recipients().setRecipients({{RecipientType::All, {}}});
    answerPreview({3, 3, {}, {}});
    QVERIFY(!m_composer->sendButton().text().contains(QStringLiteral("nobody")));
}

void ComposerTest::saysInItsOwnWordsThatNobodyIsThere()
{
    const auto says = [this](const QString& words) {
        const auto labels = m_composer->preview().findChildren<MeaningLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const MeaningLabel* label) { return label->text() == words; });
    };
    const auto address = [this](const QByteArray& group) {
        m_link->commands.clear();
        m_composer->recipients().setRecipients({{RecipientType::Group, group}});
    };
    answerPreview({0, 3, {}, QStringLiteral("no recipients means the clients without a group: 0 of 3")});
    QVERIFY(says(QStringLiteral("Nobody is named: it goes to the clients without a group.")));
    address("red");
    answerPreview({0, 3, {}, QStringLiteral("group \"red\" has no members")});
    QVERIFY(says(QStringLiteral("Group \"red\" has no members.")));
    address("blue");
    answerPreview({0, 0, {}, QStringLiteral("no client is connected")});
    QVERIFY(says(QStringLiteral("No client is connected.")));
}

void ComposerTest::ignoresAnOlderAnswer()
{
    QTRY_VERIFY(m_link->lastId<link::PreviewRecipients>() != 0);
    const link::CommandId older = m_link->lastId<link::PreviewRecipients>();
    m_composer->recipients().setRecipients({{RecipientType::All, {}}});
    QTRY_VERIFY(m_link->lastId<link::PreviewRecipients>() != older);
    answerPreview({3, 3, {}, {}});
    m_link->answer(older, link::Preview{0, 3, {}, {}});
    QCOMPARE(summary(), QStringLiteral("3 of 3 clients would get it"));
}

void ComposerTest::asksAgainWhenClientsComeAndGo()
{
    QTRY_VERIFY(m_link->last<link::PreviewRecipients>() != nullptr);
    m_link->commands.clear();
    m_link->emitEvent(link::ClientsEnded{{ended(4)}});
    QTRY_VERIFY(m_link->last<link::PreviewRecipients>() != nullptr);
}

void ComposerTest::sendsTheEnvelopeAndShowsTheReceipt()
{
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    m_composer->form().action().setText(QStringLiteral("say"));
    m_composer->form().message().setPlainText(QStringLiteral("hi \"there\""));
    QTest::mouseClick(&m_composer->sendButton(), Qt::LeftButton);
    QCOMPARE(
        m_link->last<link::SendMessage>()->envelope,
        QByteArray(
            R"({"action":"say","message":"hi \"there\"","recipients":[{"type":"group","value":"red"}]})"));
    Receipt receipt;
    receipt.message = MessageId(18);
    receipt.counts = {1, 1, 0, 0};
    receipt.deliveries = {{ClientId(4), DeliveryState::Sent, 0}};
    m_link->answer(m_link->lastId<link::SendMessage>(), receipt);
    const QAbstractItemModel* receipts = m_composer->receipts().model();
    QCOMPARE(receipts->index(0, 1).data().toString(), QStringLiteral("1 sent"));
    QCOMPARE(receipts->index(0, 0, receipts->index(0, 0)).data().toString(), QStringLiteral("bob c4"));
}

void ComposerTest::sendsAValueWhenAsked()
{
    m_composer->form().message().setPlainText(QStringLiteral("{\"a\":1}"));
    m_composer->send();
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains(R"("message":"{\"a\":1}")"));
    m_composer->form().kind().setCurrentIndex(1);
    m_composer->send();
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains(R"("message":{"a":1})"));
    m_composer->form().message().setPlainText(QStringLiteral("{\"a\":"));
    QVERIFY(!m_composer->sendButton().isEnabled()); // never something else than was asked for
}

void ComposerTest::refusesWithoutAnAction()
{
    m_composer->form().action().clear();
    QVERIFY(!m_composer->sendButton().isEnabled());
    const QList<MeaningLabel*> labels = m_composer->findChildren<MeaningLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const MeaningLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("An envelope needs an action.");
    }));
    m_composer->send();
    QVERIFY(m_link->last<link::SendMessage>() == nullptr);
}

void ComposerTest::theEnvelopeTabSendsWhatIsWritten()
{
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    m_composer->tabs().setCurrentIndex(1);
    QVERIFY(m_composer->envelopeText().toPlainText().contains(QStringLiteral("\"red\"")));
    const QByteArray written = R"({"ACTION":"x", "recipients":[{"type":"user","value":"ann"}]})";
    m_link->commands.clear();
    m_composer->envelopeText().setPlainText(QString::fromUtf8(written));
    QTRY_VERIFY(m_link->last<link::PreviewRecipients>() != nullptr);
    QVERIFY(m_link->last<link::PreviewRecipients>()->recipients ==
            (Recipients{{RecipientType::User, "ann"}}));
    m_composer->send();
    QCOMPARE(m_link->last<link::SendMessage>()->envelope, written);
}

void ComposerTest::theEnvelopeTabSaysWhatIsWrong()
{
    m_composer->tabs().setCurrentIndex(1);
    m_composer->envelopeText().setPlainText(QStringLiteral("hello"));
    QVERIFY(summary().startsWith(QStringLiteral("Not an envelope")));
    QVERIFY(!m_composer->sendButton().isEnabled());
}

void ComposerTest::showsWhyASendWasRefused()
{
    m_composer->send();
    m_link->answer(m_link->lastId<link::SendMessage>(),
                   Error{"envelope.too_deep", QStringLiteral("Too deep")});
    QCOMPARE(m_composer->receipts().model()->index(0, 1).data().toString(),
             QStringLiteral("✕ refused: Too deep (envelope.too_deep)"));
    const auto labels = m_composer->findChildren<MeaningLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const MeaningLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("Refused: Too deep");
    }));
}

void ComposerTest::addressesAMessage()
{
    m_composer->tabs().setCurrentIndex(1);
    m_composer->addressTo({{RecipientType::Client, "c4"}});
    QCOMPARE(m_composer->tabs().currentIndex(), 0);
    QVERIFY(*m_composer->recipients().recipients() == (Recipients{{RecipientType::Client, "c4"}}));
}

void ComposerTest::showsWhatEachDialectGets()
{
    FormsPreview& forms = m_composer->forms();
    answerPreview({.reached = 1, .clients = 2, .decisions = {{ClientId(3), Verdict::Reached, 0}}});
    QVERIFY(forms.isHidden()); // everybody gets the envelope
    link::ClientInfo listener = client(6, {}, {"chat/say"});
    listener.dialect = "xsockets";
    listener.subscriptions = {{"chat", "say", GroupName::trusted("chat/say")}};
    m_link->emitEvent(link::ClientsChanged{{listener}});
    m_composer->recipients().setRecipients({{RecipientType::Group, "chat/say"}});
    m_composer->form().message().setPlainText(QStringLiteral("12"));
    const link::CommandId before = m_link->lastId<link::PreviewRecipients>();
    QTRY_VERIFY(m_link->lastId<link::PreviewRecipients>() != before);
    answerPreview({.reached = 2,
                   .clients = 3,
                   .decisions = {{ClientId(3), Verdict::Reached, 0}, {ClientId(6), Verdict::Reached, 0}}});
    QVERIFY(!forms.isHidden());
    QCOMPARE(forms.summary().text(), QStringLiteral("as envelope 1, XSockets 1"));
    forms.summary().click();
    QVERIFY(
        forms.text().toPlainText().contains(QStringLiteral("{\"C\":\"chat\",\"T\":\"say\",\"D\":\"12\"}")));
    m_composer->form().message().setPlainText(QStringLiteral("13"));
    QVERIFY(forms.text().toPlainText().contains(QStringLiteral("\"D\":\"13\""))); // as one types
    QVERIFY(forms.text().toPlainText().contains(QStringLiteral("\"message\":\"13\"")));
    m_composer->form().message().setPlainText(QStringLiteral("{\"price\":14}"));
    QVERIFY(forms.text().toPlainText().contains(QStringLiteral("\"D\":\"{\\\"price\\\":14}\"")));
}

void ComposerTest::aMessageToATopicHasItAsItsAction()
{
    link::ClientInfo listener = client(6, {}, {"chat/say"});
    listener.dialect = "xsockets";
    listener.subscriptions = {{"chat", "say", GroupName::trusted("chat/say")}};
    m_link->emitEvent(link::ClientsChanged{{listener}});
    QLineEdit& action = m_composer->form().action();
    m_composer->recipients().setRecipients({{RecipientType::Group, "chat/say"}});
    QCOMPARE(action.text(), QStringLiteral("say"));
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    QCOMPARE(action.text(), QStringLiteral("message"));
    action.setText(QStringLiteral("mine"));
    m_composer->recipients().setRecipients({{RecipientType::Group, "chat/say"}});
    QCOMPARE(action.text(), QStringLiteral("mine")); // what somebody wrote stays
}

void ComposerTest::sendsRawBytes()
{
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    m_composer->form().setDraft({{}, "81 fe", MessageKind::RawBinary, {}, {}, {}});
    QTest::mouseClick(&m_composer->sendButton(), Qt::LeftButton);
    const auto* sent = m_link->last<link::SendPayload>();
    QVERIFY(sent != nullptr && sent->binary && sent->confirm);
    QCOMPARE(sent->payload, QByteArray("\x81\xfe"));
}

void ComposerTest::picksATemplateAndSendsIt()
{
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    m_composer->form().action().setText(QStringLiteral("say"));
    m_composer->form().message().setPlainText(QStringLiteral("good morning"));
    m_composer->showTab(Composer::TemplatesTab);
    m_composer->templates().nameEdit().setText(QStringLiteral("morning"));
    QTest::keyClick(&m_composer->templates().nameEdit(), Qt::Key_Return);
    m_composer->startNew();
    m_composer->recipients().setRecipients({});
    m_composer->showTab(Composer::TemplatesTab);
    PlainTree& list = m_composer->templates().list().list();
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(m_composer->tabs().currentIndex(), int(Composer::MessageTab));
    QCOMPARE(m_composer->form().message().toPlainText(), QStringLiteral("good morning"));
    QVERIFY(*m_composer->recipients().recipients() == (Recipients{{RecipientType::Group, "red"}}));
}

void ComposerTest::fillsInWhatWasSentBefore()
{
    m_composer->form().message().setPlainText(QStringLiteral("one"));
    m_composer->send();
    m_composer->form().message().setPlainText(QStringLiteral("two"));
    m_composer->send();
    m_composer->showTab(Composer::HistoryTab);
    PlainTree& list = m_composer->history().list().list();
    QCOMPARE(list.model()->rowCount(), 2);
    QTest::keyClicks(&m_composer->history().list().search(), QStringLiteral("ONE"));
    QTRY_COMPARE(list.model()->rowCount(), 1);
    list.setCurrentIndex(list.model()->index(0, 0));
    QTest::keyClick(&list, Qt::Key_Return);
    QCOMPARE(m_composer->form().message().toPlainText(), QStringLiteral("one"));
    QCOMPARE(m_composer->tabs().currentIndex(), int(Composer::MessageTab));
}

void ComposerTest::foldsToOneLine()
{
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    const int height = m_composer->receiptsView().height();
    m_composer->setFolded(true);
    QTRY_VERIFY(m_composer->receiptsView().height() > height); // it has the room now
    QVERIFY(!m_composer->form().isVisible());
    QVERIFY(m_composer->line().isVisible());
    QTest::keyClicks(&m_composer->line().message(), QStringLiteral("hello"));
    QTest::keyClick(&m_composer->line().message(), Qt::Key_Return);
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains(R"("message":"hello")"));
    m_composer->setFolded(false);
    QTRY_COMPARE(m_composer->receiptsView().height(), height);
    QCOMPARE(m_composer->form().message().toPlainText(), QStringLiteral("hello"));
}

void ComposerTest::everythingHasANameToBeReadOut()
{
    for (const QWidget* widget : m_composer->findChildren<QWidget*>()) {
        const bool isOurs = !widget->objectName().startsWith(u"qt_") &&
                            widget->metaObject()->className() != QByteArray("QTabBar");
        if ((widget->focusPolicy() & Qt::TabFocus) != 0 && isOurs && widget->parentWidget() != nullptr) {
            QAccessibleInterface* accessible =
                QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY2(accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty(),
                     widget->metaObject()->className());
        }
    }
}

SIGNALBOX_TEST(ComposerTest)
#include "composer_test.moc"
