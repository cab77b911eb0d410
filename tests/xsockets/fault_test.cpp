// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/fault.h"

#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox::xsockets;

class XSocketsFaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasACodeOfItsOwnAndASentenceForEach()
    {
        QSet<QByteArray> codes;
        for (const Fault one : allFaults) {
            const signalbox::Error error = fault(one, QStringLiteral("x"));
            QVERIFY2(error.code.startsWith("xsockets."), error.code);
            QVERIFY2(!error.message.contains(u'%'), error.code);
            codes.insert(error.code);
        }
        QCOMPARE(codes.size(), static_cast<qsizetype>(allFaults.size()));
    }

    void isWrittenAsJson()
    {
        QCOMPARE(faultData({"a.b", QStringLiteral("say it\n")}),
                 QByteArray("{\"code\":\"a.b\",\"message\":\"say it\\n\"}"));
    }
};

SIGNALBOX_TEST(XSocketsFaultTest)
#include "fault_test.moc"
