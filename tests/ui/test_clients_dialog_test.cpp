// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/dialogs/test_clients_dialog.h"
#include "ui/models/command_sender.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using link::TestBehaviour;
using ui::TestClientsDialog;

class TestClientsDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void sendsWhatWasChosen();
    void offersFromOneToFiveHundred();
    void givesEachBehaviourASentence();
    void asksForAnIntervalOnlyWhereThereIsOne();
    void takesNoNameThatWouldGrowTooLong();
    void showsTheAnswerInPlace();

private:
    void choose(TestBehaviour behaviour)
    {
        m_dialog->behaviours().button(static_cast<int>(behaviour))->click();
    }

    TestLink m_link;
    ui::CommandSender m_commands{m_link};
    std::unique_ptr<TestClientsDialog> m_dialog;
};

void TestClientsDialogTest::init()
{
    m_link.commands.clear();
    m_dialog = std::make_unique<TestClientsDialog>(m_commands, QStringList{u"red"_s});
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
}

void TestClientsDialogTest::cleanup()
{
    m_dialog.reset();
}

void TestClientsDialogTest::sendsWhatWasChosen()
{
    QVERIFY(m_dialog->confirm().isDefault());
    m_dialog->count().setValue(20);
    m_dialog->name().setText(u"meter"_s);
    m_dialog->group().setText(u"red"_s);
    choose(TestBehaviour::SlowReader);
    m_dialog->interval().setValue(0.01);
    QCOMPARE(m_dialog->interval().value(), 0.1); // the broker takes no less
    m_dialog->interval().setValue(1.5);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    const auto* command = m_link.last<link::ConnectTestClients>();
    QVERIFY(command != nullptr);
    QCOMPARE(command->count, 20);
    QCOMPARE(command->name, QByteArray("meter"));
    QCOMPARE(command->group, QByteArray("red"));
    QCOMPARE(command->behaviour, TestBehaviour::SlowReader);
    QVERIFY(command->interval == std::chrono::milliseconds(1'500));
}

void TestClientsDialogTest::offersFromOneToFiveHundred()
{
    QCOMPARE(m_dialog->count().value(), 3);
    m_dialog->count().setValue(0);
    QCOMPARE(m_dialog->count().value(), 1);
    m_dialog->count().setValue(501);
    QCOMPARE(m_dialog->count().value(), 500);
}

void TestClientsDialogTest::givesEachBehaviourASentence()
{
    const QList<QAbstractButton*> buttons = m_dialog->behaviours().buttons();
    QCOMPARE(buttons.size(), 5);
    for (const QAbstractButton* button : buttons) {
        QVERIFY2(button->text().contains(u": "_s), qPrintable(button->text()));
    }
}

void TestClientsDialogTest::asksForAnIntervalOnlyWhereThereIsOne()
{
    choose(TestBehaviour::Quiet);
    QVERIFY(!m_dialog->interval().isEnabled());
    choose(TestBehaviour::Drops);
    QVERIFY(m_dialog->interval().isEnabled());
    choose(TestBehaviour::Echo);
    QVERIFY(!m_dialog->interval().isEnabled());
}

void TestClientsDialogTest::takesNoNameThatWouldGrowTooLong()
{
    m_dialog->name().clear();
    QVERIFY(!m_dialog->confirm().isEnabled());
    m_dialog->count().setValue(9);
    m_dialog->name().setText(QString(126, u'x'));
    QVERIFY(m_dialog->confirm().isEnabled());
    m_dialog->count().setValue(10); // "xxx 10" has a byte too many
    QVERIFY(!m_dialog->confirm().isEnabled());
}

void TestClientsDialogTest::showsTheAnswerInPlace()
{
    m_dialog->accept();
    m_commands.deliver({m_link.lastId<link::ConnectTestClients>(),
                        Error{"test_clients.too_many", u"500 test clients are connected already."_s}});
    QCOMPARE(m_dialog->errorText(), u"✕ 500 test clients are connected already."_s);
    QVERIFY(m_dialog->isVisible());
    m_dialog->accept();
    m_commands.deliver({m_link.lastId<link::ConnectTestClients>(), link::CommandAnswer::Done{}});
    QVERIFY(!m_dialog->isVisible());
}

SIGNALBOX_TEST(TestClientsDialogTest)
#include "test_clients_dialog_test.moc"
