// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_chip.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"

#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
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
    void ignoresAnOlderAnswer();
    void asksAgainWhenClientsComeAndGo();
    void enterMakesAChipAndDeleteTakesItOut();
    void typedTextCountsAsARecipient();
    void completesOverWhatIsThere_data();
    void completesOverWhatIsThere();
    void sendsTheEnvelopeAndShowsTheReceipt();
    void sendsAValueWhenAsked();
    void refusesWithoutAnAction();
    void theEnvelopeTabSendsWhatIsWritten();
    void theEnvelopeTabSaysWhatIsWrong();
    void showsWhyASendWasRefused();
    void addressesAMessage();

private:
    void chooseType(RecipientType type)
    {
        QComboBox& box = m_composer->recipients().typeBox();
        box.setCurrentIndex(box.findData(QVariant::fromValue(type)));
    }
    [[nodiscard]] QString summary() const { return m_composer->preview().summary().text(); }
    void answerPreview(const link::Preview& preview)
    {
        QTRY_VERIFY(m_link->lastId<link::PreviewRecipients>() != 0);
        m_link->answer(m_link->lastId<link::PreviewRecipients>(), preview);
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<BrokerState> m_state;
    std::unique_ptr<Composer> m_composer;
};

void ComposerTest::init()
{
    m_link = std::make_unique<TestLink>();
    m_state = std::make_unique<BrokerState>(*m_link);
    m_composer = std::make_unique<Composer>(*m_state);
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

void ComposerTest::enterMakesAChipAndDeleteTakesItOut()
{
    QLineEdit& value = m_composer->recipients().valueEdit();
    chooseType(RecipientType::AllButUser);
    QTest::keyClicks(&value, QStringLiteral("ann"));
    QTest::keyClick(&value, Qt::Key_Return);
    QVERIFY(value.text().isEmpty());
    auto* chip = m_composer->findChild<RecipientChip*>();
    QVERIFY(chip != nullptr);
    QCOMPARE(chip->accessibleName(), QStringLiteral("Recipient − user ann"));
    QVERIFY(m_composer->recipients().recipients() == (Recipients{{RecipientType::AllButUser, "ann"}}));
    QTest::keyClick(chip, Qt::Key_Delete);
    QVERIFY(m_composer->recipients().recipients().empty());
}

void ComposerTest::typedTextCountsAsARecipient()
{
    QTest::keyClicks(&m_composer->recipients().valueEdit(), QStringLiteral("re"));
    QVERIFY(m_composer->recipients().recipients() == (Recipients{{RecipientType::Group, "re"}}));
    chooseType(RecipientType::All);
    QVERIFY(m_composer->recipients().recipients().empty());
    QVERIFY(!m_composer->recipients().valueEdit().isEnabled());
}

void ComposerTest::completesOverWhatIsThere_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("groups") << static_cast<int>(RecipientType::Group)
                            << QStringList{QStringLiteral("blue"), QStringLiteral("red")};
    QTest::newRow("users") << static_cast<int>(RecipientType::User)
                           << QStringList{QStringLiteral("ann"), QStringLiteral("bob")};
    QTest::newRow("clients") << static_cast<int>(RecipientType::AllButClient)
                             << QStringList{QStringLiteral("c3"), QStringLiteral("c4"), QStringLiteral("c5")};
    QTest::newRow("tags") << static_cast<int>(RecipientType::Tag) << QStringList();
}

void ComposerTest::completesOverWhatIsThere()
{
    QFETCH(const int, type);
    QFETCH(const QStringList, names);
    chooseType(static_cast<RecipientType>(type));
    QTest::keyClick(&m_composer->recipients().valueEdit(), Qt::Key_B);
    const QAbstractItemModel* model = m_composer->recipients().valueEdit().completer()->model();
    QStringList found;
    for (int row = 0; row < model->rowCount(); ++row) {
        found += model->index(row, 0).data().toString();
    }
    QCOMPARE(found, names);
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
    m_composer->form().message().setPlainText(QStringLiteral("plain"));
    auto* asValue = m_composer->findChild<QCheckBox*>();
    QVERIFY(!asValue->isVisible());
    m_composer->form().message().setPlainText(QStringLiteral("{\"a\":1}"));
    QVERIFY(asValue->isVisible());
    m_composer->send();
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains(R"("message":"{\"a\":1}")"));
    asValue->setChecked(true);
    m_composer->send();
    QVERIFY(m_link->last<link::SendMessage>()->envelope.contains(R"("message":{"a":1})"));
}

void ComposerTest::refusesWithoutAnAction()
{
    m_composer->form().action().clear();
    QVERIFY(!m_composer->sendButton().isEnabled());
    QCOMPARE(summary(), QStringLiteral("An envelope needs an action."));
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
}

void ComposerTest::addressesAMessage()
{
    m_composer->tabs().setCurrentIndex(1);
    m_composer->addressTo({{RecipientType::Client, "c4"}});
    QCOMPARE(m_composer->tabs().currentIndex(), 0);
    QVERIFY(m_composer->recipients().recipients() == (Recipients{{RecipientType::Client, "c4"}}));
}

SIGNALBOX_TEST(ComposerTest)
#include "composer_test.moc"
