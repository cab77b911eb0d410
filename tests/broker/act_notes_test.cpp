// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/act_notes.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class ActNotesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsTheTemplate()
    {
        QCOMPARE(link::actNote(link::act::disconnectClientSaying, {"ann c1", "1000", "bye"}),
                 QByteArray("disconnect ann c1 with 1000, \"bye\""));
        QCOMPARE(link::actNote(link::act::stopListening), QByteArray("stop listening"));
    }

    void leavesAPercentSignInANameAlone()
    {
        QCOMPARE(link::actNote(link::act::putIntoGroup, {"100%2", "%1"}),
                 QByteArray("put 100%2 into group %1"));
    }

    void aPlaceWithoutAValueStaysEmpty() { QCOMPARE(link::actNote(link::act::mute), QByteArray("mute ")); }
};

SIGNALBOX_TEST(ActNotesTest)
#include "act_notes_test.moc"
