// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/persistent_id.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

class PersistentIdTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAGuidInEverySpelling()
    {
        const QByteArray id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        QCOMPARE(readPersistentId(id), id);
        QCOMPARE(readPersistentId(id.toUpper()), id);
        QCOMPARE(readPersistentId('{' + id + '}'), id);
        QCOMPARE(readPersistentId('(' + id + ')'), id);
        QCOMPARE(readPersistentId(QByteArray(id).replace("-", "")), id);
    }

    void refusesWhatIsNone()
    {
        for (const char* text :
             {"", "null", "{}", "0f8fad5b", "0f8fad5b-d9cb-469f-a165-70867728950",
              "0f8fad5b-d9cb-469f-a165-70867728950g", "0f8fad5bd-9cb-469f-a165-70867728950e",
              "0f8fad5b-d9cb-469f-a165-70867728950e0"}) {
            QVERIFY2(!readPersistentId(text), text);
        }
    }

    void makesNewOnes()
    {
        const QByteArray id = makePersistentId();
        QCOMPARE(readPersistentId(id), id);
        QVERIFY(makePersistentId() != id);
    }
};

SIGNALBOX_TEST(PersistentIdTest)
#include "persistent_id_test.moc"
