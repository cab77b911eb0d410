// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/script_call.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;

class ScriptCallTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weighsWhatAClientSent()
    {
        const qint64 least = ScriptCall{to_script::IdleTimedOut{ClientId(1)}}.bytes();
        QVERIFY(least > 0);
        QCOMPARE((ScriptCall{to_script::TextCame{ClientId(1), "1234567"}}.bytes()), least + 7);
        QCOMPARE((ScriptCall{to_script::BinaryCame{ClientId(1), "12"}}.bytes()), least + 2);
        ScriptRequest request;
        request.body = "123";
        QCOMPARE((ScriptCall{to_script::RequestCame{request, {}}}.bytes()), least + 3);
    }

    void refusesNeitherComingNorGoing()
    {
        QVERIFY(!(ScriptCall{to_script::Opened{}}.isRefusable()));
        QVERIFY(!(ScriptCall{to_script::Closed{}}.isRefusable()));
        QVERIFY((ScriptCall{to_script::TextCame{}}.isRefusable()));
        QVERIFY((ScriptCall{to_script::RequestCame{}}.isRefusable()));
    }
};

SIGNALBOX_TEST(ScriptCallTest)
#include "script_call_test.moc"
