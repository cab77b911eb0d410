// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/persistent_values.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace signalbox;
using namespace signalbox::xsockets;
using namespace std::chrono_literals;

class PersistentValuesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_values = PersistentValues({100, 250, 30s}); }

    void keepsPropertiesForAWhileAfterTheLastConnection()
    {
        m_values.connected("a");
        m_values.connected("a");
        QVERIFY(m_values.setProperty("a", {"chat", "name"}, "1"));
        m_values.left("a", at(0s));
        m_values.expire(at(100s));
        QCOMPARE(m_values.restore("a", at(100s)).value({"chat", "name"}), QByteArray("1")); // one is left
        m_values.left("a", at(100s));
        QCOMPARE(m_values.restore("a", at(129s)).value({"chat", "name"}), QByteArray("1"));
        QCOMPARE(m_values.restore("a", at(158s)).size(), 1); // whoever asks is about to connect
        QVERIFY(m_values.restore("a", at(188s)).isEmpty());
        QCOMPARE(m_values.bytes(), 0);
        QCOMPARE(m_values.count(), size_t(0));
    }

    void keepsStorageLongerThanProperties()
    {
        m_values.connected("a");
        QVERIFY(m_values.store("a", "color", R"("red")").ok());
        QVERIFY(m_values.setProperty("a", {"chat", "name"}, "1"));
        m_values.left("a", at(0s));
        m_values.expire(at(3600s));
        m_values.connected("a");
        QCOMPARE(m_values.stored("a", "color"), QByteArray(R"("red")"));
        QVERIFY(m_values.restore("a", at(3600s)).isEmpty());
        QCOMPARE(m_values.stored("a", "other"), QByteArray("null"));
        QCOMPARE(m_values.stored("b", "color"), QByteArray("null"));
    }

    void removesAndClears()
    {
        m_values.connected("a");
        for (const char* key : {"x", "y", "z"}) {
            QVERIFY(m_values.store("a", key, "1").ok());
        }
        m_values.removeStored("a", "x");
        QCOMPARE(m_values.stored("a", "x"), QByteArray("null"));
        QCOMPARE(m_values.stored("a", "y"), QByteArray("1"));
        m_values.clearStored("a");
        QCOMPARE(m_values.stored("a", "y"), QByteArray("null"));
        QCOMPARE(m_values.bytes(), 0);
    }

    void takesSoMuchForOneIdAndNotAByteMore()
    {
        m_values.connected("a");
        QVERIFY(m_values.store("a", "k", QByteArray(99, '1')).ok());
        QCOMPARE(m_values.store("a", "l", "1").error().code, QByteArray("xsockets.storage_full"));
        QVERIFY(!m_values.setProperty("a", {"c", "n"}, "1"));
        QVERIFY(m_values.store("a", "k", "1").ok()); // less than before
        QVERIFY(m_values.store("a", "l", "1").ok());
        QCOMPARE(m_values.bytes(), 4);
    }

    void forgetsTheIdsThatWentFirstWhenAllIsFull()
    {
        for (const char* id : {"a", "b", "c"}) {
            m_values.connected(id);
            QVERIFY(m_values.store(id, "k", QByteArray(79, '1')).ok());
        }
        m_values.left("b", at(1s));
        m_values.left("a", at(2s));
        m_values.connected("d");
        QVERIFY(m_values.store("d", "k", QByteArray(79, '1')).ok());
        QCOMPARE(m_values.stored("b", "k"), QByteArray("null"));
        QCOMPARE(m_values.stored("a", "k").size(), 79);
        QCOMPARE(m_values.forgotten(), quint64(1));
        m_values.connected("e");
        QVERIFY(m_values.store("e", "k", QByteArray(79, '1')).ok());
        m_values.connected("f");
        QVERIFY(!m_values.store("f", "k", QByteArray(79, '1')).ok()); // those that are connected keep theirs
        QCOMPARE(m_values.forgotten(), quint64(2));
        QVERIFY(m_values.bytes() <= 250);
    }

    void keepsNothingOfWhoeverHasNothing()
    {
        m_values.connected("a");
        m_values.left("a", at(0s));
        QCOMPARE(m_values.count(), size_t(0));
        QVERIFY(!m_values.setProperty("a", {"c", "n"}, "1")); // it has gone
    }

private:
    static SteadyTime at(std::chrono::seconds seconds) { return SteadyTime{} + seconds; }

    PersistentValues m_values{{}};
};

SIGNALBOX_TEST(PersistentValuesTest)
#include "persistent_values_test.moc"
