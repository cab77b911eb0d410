// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/protocol_error.h"

#include "server/websocket/close_code.h"
#include "tests/support/test_registry.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace signalbox::websocket;

class ProtocolErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMadeForEachFault_data();
    void isMadeForEachFault();
    void hasACodeOfItsOwn();
};

void ProtocolErrorTest::isMadeForEachFault_data()
{
    QTest::addColumn<ProtocolFault>("fault");
    QTest::addColumn<quint16>("closeCode");
    const QHash<ProtocolFault, quint16> others{{ProtocolFault::MessageTooBig, 1009},
                                               {ProtocolFault::TooManyFragments, 1008},
                                               {ProtocolFault::TextNotUtf8, 1007},
                                               {ProtocolFault::CloseReasonNotUtf8, 1007}};
    const auto faults = QMetaEnum::fromType<ProtocolFault>();
    for (int i = 0; i < faults.keyCount(); ++i) {
        const auto fault = static_cast<ProtocolFault>(faults.value(i));
        QTest::newRow(faults.key(i)) << fault << others.value(fault, 1002);
    }
}

void ProtocolErrorTest::isMadeForEachFault()
{
    QFETCH(ProtocolFault, fault);
    const ProtocolError error = protocolError(fault);
    QTEST(error.closeCode, "closeCode");
    QVERIFY(mayBeOnTheWire(error.closeCode));

    // The stable code is the enum's name in another spelling, so that one can be found from the other.
    QString spelled = QString::fromLatin1(QTest::currentDataTag());
    spelled.replace(QRegularExpression(QStringLiteral("(?<!^)([A-Z])")), QStringLiteral("_\\1"));
    QCOMPARE(error.code, "websocket." + spelled.toLower().toLatin1());

    QVERIFY(error.text.endsWith(u'.'));
    QVERIFY(error.text.toUtf8().size() <= maxCloseReasonBytes);
}

void ProtocolErrorTest::hasACodeOfItsOwn()
{
    QSet<QByteArray> codes;
    const auto faults = QMetaEnum::fromType<ProtocolFault>();
    for (int i = 0; i < faults.keyCount(); ++i) {
        codes.insert(protocolError(static_cast<ProtocolFault>(faults.value(i))).code);
    }
    QCOMPARE(codes.size(), faults.keyCount());
}

SIGNALBOX_TEST(ProtocolErrorTest)
#include "protocol_error_test.moc"
