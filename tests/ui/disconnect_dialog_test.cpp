// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/dialogs/disconnect_dialog.h"
#include "ui/models/command_sender.h"

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::DisconnectDialog;

class DisconnectDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void takesOnlyCodesThatMayTravel_data();
    void takesOnlyCodesThatMayTravel();
    void measuresTheReasonInBytes_data();
    void measuresTheReasonInBytes();
    void sendsWhatWasTypedAndClosesWhenItIsDone();
    void showsTheErrorInPlaceAndKeepsWhatWasTyped();
    void asksOnce();
    void showsAHostileNameAsText();

private:
    void answer(link::CommandAnswer::Result result)
    {
        m_commands->deliver({m_link->lastId<link::DisconnectClient>(), std::move(result)});
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<ui::CommandSender> m_commands;
    QPointer<DisconnectDialog> m_dialog;
};

void DisconnectDialogTest::init()
{
    m_link = std::make_unique<TestLink>();
    m_commands = std::make_unique<ui::CommandSender>(*m_link);
    m_dialog = new DisconnectDialog(*m_commands, ClientId(3), u"ann c3"_s);
    m_dialog->show();
}

void DisconnectDialogTest::cleanup()
{
    delete m_dialog;
}

void DisconnectDialogTest::takesOnlyCodesThatMayTravel_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("mayTravel");
    for (const int code : {1000, 1001, 1003, 1007, 1014, 3000, 4999}) {
        QTest::newRow(QByteArray::number(code)) << QString::number(code) << true;
    }
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65'536}) {
        QTest::newRow(QByteArray::number(code)) << QString::number(code) << false;
    }
    QTest::newRow("with its name") << u"1001 going away"_s << true;
    QTest::newRow("words") << u"going away"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void DisconnectDialogTest::takesOnlyCodesThatMayTravel()
{
    QFETCH(const QString, code);
    QFETCH(const bool, mayTravel);
    m_dialog->fields().code().setEditText(code);
    QCOMPARE(m_dialog->confirm().isEnabled(), mayTravel);
}

void DisconnectDialogTest::measuresTheReasonInBytes_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("fits");
    QTest::newRow("none") << QString() << true;
    QTest::newRow("123 letters") << QString(123, u'x') << true;
    QTest::newRow("124 letters") << QString(124, u'x') << false;
    QTest::newRow("61 umlauts") << QString(61, u'ä') << true;
    QTest::newRow("62 umlauts") << QString(62, u'ä') << false;
}

void DisconnectDialogTest::measuresTheReasonInBytes()
{
    QFETCH(const QString, reason);
    QFETCH(const bool, fits);
    m_dialog->fields().reason().setText(reason);
    QCOMPARE(m_dialog->confirm().isEnabled(), fits);
}

void DisconnectDialogTest::sendsWhatWasTypedAndClosesWhenItIsDone()
{
    QVERIFY(m_dialog->confirm().isDefault());
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
    m_dialog->fields().code().setEditText(u"4001"_s);
    QTest::keyClicks(&m_dialog->fields().reason(), u"enough"_s);
    QTest::keyClick(&m_dialog->fields().reason(), Qt::Key_Return);
    const auto* command = m_link->last<link::DisconnectClient>();
    QVERIFY(command != nullptr);
    QCOMPARE(command->client, ClientId(3));
    QCOMPARE(command->closeCode, quint16(4001));
    QCOMPARE(command->closeReason, QByteArray("enough"));
    QVERIFY(m_dialog->isVisible()); // until the broker has done it
    answer(link::CommandAnswer::Done{});
    QTRY_VERIFY(m_dialog.isNull());
}

void DisconnectDialogTest::showsTheErrorInPlaceAndKeepsWhatWasTyped()
{
    m_dialog->fields().reason().setText(u"enough"_s);
    QTest::mouseClick(&m_dialog->confirm(), Qt::LeftButton);
    answer(Error{"client.unknown", u"No client c3 is connected."_s});
    QCOMPARE(m_dialog->errorText(), u"✕ No client c3 is connected."_s);
    QVERIFY(m_dialog->confirm().isEnabled());
    QCOMPARE(m_dialog->fields().reason().text(), u"enough"_s);
}

void DisconnectDialogTest::asksOnce()
{
    QTest::mouseClick(&m_dialog->confirm(), Qt::LeftButton);
    m_dialog->accept();
    QCOMPARE(m_link->commands.size(), size_t(1));
}

void DisconnectDialogTest::showsAHostileNameAsText()
{
    DisconnectDialog* dialog = new DisconnectDialog(*m_commands, ClientId(3), u"<img src=x>"_s);
    const auto labels = dialog->findChildren<QLabel*>();
    const auto name = std::find_if(labels.begin(), labels.end(),
                                   [](const QLabel* label) { return label->text() == u"<img src=x>"_s; });
    QVERIFY(name != labels.end());
    QCOMPARE((*name)->textFormat(), Qt::PlainText);
    delete dialog;
}

SIGNALBOX_TEST(DisconnectDialogTest)
#include "disconnect_dialog_test.moc"
