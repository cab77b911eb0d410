// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/seen_actions.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using ui::SeenActions;

class SeenActionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsEachOnceTheNewestFirst();
    void isBounded();
    void leavesOutWhatCannotBeShown();
};

void SeenActionsTest::learnsEachOnceTheNewestFirst()
{
    SeenActions actions;
    const QAbstractItemModelTester tester(&actions);
    link::FrameRow other = tests::routed(2, 2);
    other.action = "alert";
    actions.learn({tests::routed(1, 1), tests::frame(3), other, tests::routed(4, 4)});
    QCOMPARE(actions.stringList(), (QStringList{QStringLiteral("alert"), QStringLiteral("say")}));
}

void SeenActionsTest::isBounded()
{
    SeenActions actions;
    for (int i = 0; i < SeenActions::maxActions + 10; ++i) {
        actions.learn("a" + QByteArray::number(i));
    }
    QCOMPARE(actions.rowCount(), SeenActions::maxActions);
    QCOMPARE(actions.index(0).data().toString(), QStringLiteral("a209"));
    actions.learn(QByteArray("a0")); // forgotten, so it is new
    QCOMPARE(actions.index(0).data().toString(), QStringLiteral("a0"));
}

void SeenActionsTest::leavesOutWhatCannotBeShown()
{
    SeenActions actions;
    actions.learn(QByteArray("a\x1b[31m"));
    actions.learn(QByteArray(5'000, 'x'));
    actions.learn(QByteArray());
    QCOMPARE(actions.rowCount(), 0);
}

SIGNALBOX_TEST(SeenActionsTest)
#include "seen_actions_test.moc"
