// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/end_reason.h"
#include "tests/support/test_registry.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;

class EndReasonTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEachReasonANameOfItsOwn();
};

void EndReasonTest::givesEachReasonANameOfItsOwn()
{
    const auto reasons = QMetaEnum::fromType<EndReason>();
    QSet<QByteArray> names;
    for (int i = 0; i < reasons.keyCount(); ++i) {
        const QByteArray name = endReasonName(static_cast<EndReason>(reasons.value(i))).toByteArray();
        QVERIFY2(!name.isEmpty() && name == name.toLower(), reasons.key(i));
        names.insert(name);
    }
    QCOMPARE(names.size(), reasons.keyCount());
    QCOMPARE(endReasonName(EndReason::PeerClosed).toByteArray(), QByteArray("peer closed"));
    QCOMPARE(endReasonName(EndReason::Vanished).toByteArray(), QByteArray("vanished"));
}

SIGNALBOX_TEST(EndReasonTest)
#include "end_reason_test.moc"
