// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/dialogs/disconnect_dialog.h"

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace signalbox;
using ui::DisconnectDialog;

class DisconnectDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOnlyCodesThatMayTravel_data();
    void takesOnlyCodesThatMayTravel();
    void measuresTheReasonInBytes_data();
    void measuresTheReasonInBytes();
    void makesTheCommand();
    void showsAHostileNameAsText();
};

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
    QTest::newRow("with its name") << QStringLiteral("1001 going away") << true;
    QTest::newRow("words") << QStringLiteral("going away") << false;
    QTest::newRow("nothing") << QString() << false;
}

void DisconnectDialogTest::takesOnlyCodesThatMayTravel()
{
    QFETCH(const QString, code);
    QFETCH(const bool, mayTravel);
    DisconnectDialog dialog(ClientId(3), QStringLiteral("ann c3"));
    dialog.code().setEditText(code);
    QCOMPARE(dialog.confirm().isEnabled(), mayTravel);
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
    DisconnectDialog dialog(ClientId(3), QStringLiteral("ann c3"));
    dialog.reason().setText(reason);
    QCOMPARE(dialog.confirm().isEnabled(), fits);
}

void DisconnectDialogTest::makesTheCommand()
{
    DisconnectDialog dialog(ClientId(3), QStringLiteral("ann c3"));
    dialog.show();
    QVERIFY(dialog.confirm().isDefault());
    QCOMPARE(dialog.command().closeCode, quint16(1000));
    dialog.code().setEditText(QStringLiteral("4001"));
    QTest::keyClicks(&dialog.reason(), QStringLiteral("enough"));
    QCOMPARE(dialog.command().client, ClientId(3));
    QCOMPARE(dialog.command().closeCode, quint16(4001));
    QCOMPARE(dialog.command().closeReason, QByteArray("enough"));
}

void DisconnectDialogTest::showsAHostileNameAsText()
{
    DisconnectDialog dialog(ClientId(3), QStringLiteral("<img src=x>"));
    const auto labels = dialog.findChildren<QLabel*>();
    const auto name = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text() == QStringLiteral("<img src=x>");
    });
    QVERIFY(name != labels.end());
    QCOMPARE((*name)->textFormat(), Qt::PlainText);
}

SIGNALBOX_TEST(DisconnectDialogTest)
#include "disconnect_dialog_test.moc"
