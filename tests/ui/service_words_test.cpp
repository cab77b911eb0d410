// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/service_words.h"

#include "tests/support/test_registry.h"
#include "tests/ui/service_samples.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class ServiceWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAGlyphAndAWordOfItsOwn()
    {
        const auto states = QMetaEnum::fromType<link::ServiceState>();
        QSet<QString> words;
        QSet<QChar> glyphs;
        for (int state = 0; state < states.keyCount(); ++state) {
            const QString text = serviceStateText(static_cast<link::ServiceState>(states.value(state)), 3);
            QVERIFY(text.size() > 3);
            words += text;
            glyphs += text.front();
        }
        QCOMPARE(words.size(), states.keyCount());
        QCOMPARE(glyphs.size(), states.keyCount());
    }

    void saysWhereAServiceIs()
    {
        QCOMPARE(serviceEndpointText(service("a.js")), u"/a/ws"_s);
        link::ServiceInfo resourcesAlone = service("a.js");
        resourcesAlone.upgradePath.clear();
        QCOMPARE(serviceEndpointText(resourcesAlone), u"/a/…"_s);
        QCOMPARE(serviceEndpointText({}), QString());
        link::ServiceInfo withoutPath;
        withoutPath.subprotocols = {"DemoProtocol"};
        QCOMPARE(serviceEndpointText(withoutPath), u"DemoProtocol"_s);
        withoutPath.controllers = {"demo"};
        QCOMPARE(serviceEndpointText(withoutPath), u"demo"_s);
    }

    void saysHowLongCallsTake()
    {
        QVERIFY(serviceTimeText({}).isEmpty());
        const link::ServiceCallTimes times{4, std::chrono::microseconds(400), std::chrono::milliseconds(38)};
        QCOMPARE(serviceTimeText(times), u"0.4 ms"_s);
        QVERIFY(serviceTimesSentence(times).startsWith(u"median 0.4 ms, longest 38 ms"_s));
    }

    void namesThePlaceOfAFault()
    {
        QCOMPARE(serviceFaultText({{}, u"a.js"_s, 12, u"no"_s}), u"a.js, line 12: no"_s);
        QCOMPARE(serviceFaultText({{}, {}, 0, u"stopped"_s}), u"stopped"_s);
    }
};

SIGNALBOX_TEST(ServiceWordsTest)
#include "service_words_test.moc"
