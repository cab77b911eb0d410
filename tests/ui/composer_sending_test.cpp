// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between the composer and the broker: the hold, the repetition,
// the bar that shows them, and the receipts that follow.
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/pending_bar.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/receipts_view.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/repeat_form.h"
#include "ui/widgets/send_button.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace std::chrono_literals;

class ComposerSendingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void holdsAndCountsDown();
    void sendsNowWhenToldTo();
    void asksHowManyWhenItDoesNotKnow();
    void showsHowFarARepetitionIs();
    void stopsWithTheBroker();
    void followsEachRecipientAndCopiesTheReceipt();
    void sendsAgainFromTheReceipts();
    void editsAgainFromTheReceipts();

private:
    [[nodiscard]] size_t sends() const
    {
        return static_cast<size_t>(
            std::count_if(m_link->commands.begin(), m_link->commands.end(), [](const TestLink::Sent& sent) {
                return std::holds_alternative<link::SendMessage>(sent.command);
            }));
    }
    void answerPreview(qint64 reached)
    {
        QTRY_VERIFY(m_link->lastId<link::PreviewRecipients>() != 0);
        m_link->answer(m_link->lastId<link::PreviewRecipients>(), link::Preview{reached, 12, {}, {}});
    }
    void answerSend()
    {
        Receipt receipt;
        receipt.message = MessageId(18);
        receipt.counts = {2, 1, 1, 0};
        receipt.deliveries = {{ClientId(1), DeliveryState::Sent, 0},
                              {ClientId(2), DeliveryState::Queued, 9'626}};
        m_link->answer(m_link->lastId<link::SendMessage>(), receipt);
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<BrokerState> m_state;
    std::unique_ptr<Composer> m_composer;
};

void ComposerSendingTest::init()
{
    m_link = std::make_unique<TestLink>();
    m_state = std::make_unique<BrokerState>(*m_link);
    m_composer = std::make_unique<Composer>(*m_state);
    std::vector<link::ClientInfo> clients;
    for (quint64 id = 1; id <= 12; ++id) {
        clients.push_back(client(id, "user-" + QByteArray::number(id), {"red"}));
    }
    m_link->emitEvent(link::ClientsChanged{clients});
    m_composer->recipients().setRecipients({{RecipientType::Group, "red"}});
    m_composer->resize(320, 700);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
}

void ComposerSendingTest::cleanup()
{
    m_composer.reset();
    m_state.reset();
}

void ComposerSendingTest::holdsAndCountsDown()
{
    const QSignalSpy pending(m_composer.get(), &Composer::pendingChanged);
    answerPreview(12);
    m_composer->send();
    QCOMPARE(sends(), size_t(0));
    QVERIFY(m_composer->pending().isVisible());
    QCOMPARE(m_composer->pending().text(), QStringLiteral("Goes to 12 clients in 5 s"));
    QVERIFY(!m_composer->sendButton().isEnabled());
    m_composer->send(); // Ctrl+Enter twice is not a way around
    QCOMPARE(sends(), size_t(0));
    QTest::mouseClick(&m_composer->pending().cancelButton(), Qt::LeftButton);
    QVERIFY(!m_composer->pending().isVisible());
    QVERIFY(m_composer->sendButton().isEnabled());
    QCOMPARE(sends(), size_t(0));
    QCOMPARE(pending.size(), 2);
}

void ComposerSendingTest::sendsNowWhenToldTo()
{
    answerPreview(12);
    m_composer->send();
    QTest::mouseClick(&m_composer->pending().nowButton(), Qt::LeftButton);
    QCOMPARE(sends(), size_t(1));
    m_composer->setHoldEnabled(false);
    m_composer->send();
    QCOMPARE(sends(), size_t(2));
}

void ComposerSendingTest::asksHowManyWhenItDoesNotKnow()
{
    m_composer->send(); // before the preview's pause is over
    QCOMPARE(sends(), size_t(0));
    answerPreview(3);
    QCOMPARE(sends(), size_t(1));
}

void ComposerSendingTest::showsHowFarARepetitionIs()
{
    answerPreview(3);
    const QList<QSpinBox*> boxes = m_composer->findChild<RepeatForm*>()->findChildren<QSpinBox*>();
    boxes[0]->setValue(100);
    boxes[1]->setValue(60'000);
    m_composer->send();
    QCOMPARE(sends(), size_t(1));
    QCOMPARE(m_composer->pending().text(), QStringLiteral("1 of 100, next in 60.0 s"));
    QVERIFY(!m_composer->pending().nowButton().isVisible());
    QVERIFY(m_composer->cancel());
    QVERIFY(!m_composer->cancel());
}

void ComposerSendingTest::stopsWithTheBroker()
{
    answerPreview(12);
    m_composer->send();
    m_link->emitEvent(link::BrokerStopped{});
    QVERIFY(!m_composer->pending().isVisible());
    QCOMPARE(sends(), size_t(0));
}

void ComposerSendingTest::followsEachRecipientAndCopiesTheReceipt()
{
    answerPreview(2);
    m_composer->send();
    answerSend();
    m_link->emitEvent(
        link::DeliveriesProgressed{MessageId(18), {{ClientId(1), link::DeliveryStage::Confirmed, 4ms}}});
    const QAbstractItemModel* receipts = m_composer->receipts().model();
    const QModelIndex message = receipts->index(0, 0);
    QCOMPARE(receipts->index(0, 1).data().toString(), QStringLiteral("1 of 2 confirmed"));
    QVERIFY(m_composer->receipts().isExpanded(message));
    QCOMPARE(receipts->index(1, 1, message).data().toString(), QStringLiteral("✓✓ confirmed, 4.0 ms"));
    m_composer->resize(220, 700); // a narrow dock: the lines wrap
    PlainTree& tree = m_composer->receipts();
    for (const QModelIndex& line : {receipts->index(0, 1), receipts->index(0, 1, message)}) {
        const auto needed = [&tree, line] {
            const QRect room(0, 0, tree.visualRect(line).width(), 1'000);
            return tree.fontMetrics().boundingRect(room, Qt::TextWordWrap, line.data().toString()).height();
        };
        QTRY_VERIFY(tree.visualRect(line).height() >= needed());
    }
    QTRY_COMPARE(tree.horizontalScrollBar()->maximum(), 0);
    m_composer->receiptsView().copyAsText();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("user-2 c2  ⋯ queued 9.4 KB")));
    m_composer->receiptsView().copyAsJson();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\"confirmed\": 1")));
}

void ComposerSendingTest::sendsAgainFromTheReceipts()
{
    answerPreview(2);
    m_composer->send();
    m_composer->receipts().setCurrentIndex(m_composer->receipts().model()->index(0, 0));
    m_composer->receipts().setFocus();
    m_composer->receiptsView().sendAgain();
    QCOMPARE(sends(), size_t(2));
    QCOMPARE(m_composer->receipts().model()->rowCount(), 2);
}

void ComposerSendingTest::editsAgainFromTheReceipts()
{
    answerPreview(2);
    m_composer->form().message().setPlainText(QStringLiteral("first"));
    m_composer->send();
    m_composer->startNew();
    m_composer->receiptsView().editAgain();
    QCOMPARE(m_composer->form().message().toPlainText(), QStringLiteral("first"));
}

SIGNALBOX_TEST(ComposerSendingTest)
#include "composer_sending_test.moc"
