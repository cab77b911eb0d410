// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/managed_fault.h"

#include "server/http/response.h"
#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::managed;

class ManagedFaultTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryFaultACodeOfItsOwnAndASentence()
    {
        QSet<QByteArray> codes;
        for (const ManagedFault fault : allManagedFaults()) {
            const http::HttpError error = managedError(fault, "data", QStringLiteral("a text"));
            QVERIFY2(error.reason.endsWith(u'.') && !error.reason.contains(u'%'), error.code.constData());
            QVERIFY(http::reasonPhrase(error.status) != QByteArrayView("Unknown"));
            codes.insert(error.code);
        }
        QCOMPARE(codes.size(), qsizetype(allManagedFaults().size()));
    }

    void asksForABearerToken()
    {
        QCOMPARE(managedError(ManagedFault::AccessDenied).headers.value("WWW-Authenticate"),
                 QByteArray("Bearer"));
    }

    void hasTheShapeOfTheApiBelowItsRoot()
    {
        const http::HttpError error = managedError(ManagedFault::WrongType, "data", QStringLiteral("a text"));
        QCOMPARE(http::errorResponse(error, "/v1/messages").body,
                 QByteArray(R"({"error":{"reason":"WrongType","property":"data",)"
                            R"("message":"data must be a text."}})"));
        QCOMPARE(http::errorResponse(error, "/v1").body, http::errorResponse(error, "/v1/x").body);
        QVERIFY(
            http::errorResponse(error, "/v12").body.startsWith(R"({"error":{"code":"managed.wrong_type")"));
    }
};

SIGNALBOX_TEST(ManagedFaultTest)
#include "managed_fault_test.moc"
