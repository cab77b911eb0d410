// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/groups_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::ClientNames;
using ui::GroupsModel;

namespace {

// "red: ann c1, bob c2; (no group): cat c3"
QString outline(const GroupsModel& model)
{
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        QStringList members;
        for (int member = 0; member < model.rowCount(group); ++member) {
            members += model.index(member, 0, group).data().toString();
        }
        groups += group.data().toString() + QStringLiteral(": ") + members.join(QStringLiteral(", "));
    }
    return groups.join(QStringLiteral("; "));
}

} // namespace

class GroupsModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortsGroupsAndPutsThoseWithoutOneLast();
    void movesAClientThatJoinsAndLeaves();
    void removesAGroupWithItsLastMember();
    void insertsTheMembersOfABatchAsOneRange();
    void keepsAClientOnceThatJoinsAndLeavesInOneBatch();
    void addsUpTheRatesOfItsMembersForAMinute();
    void remembersTheLastMessageToAGroup();
    void marksSubscriptionsWithWildcardsAsFilters();
    void anEnvelopeClientsGroupWithAPlusIsAGroup();

private:
    void apply(GroupsModel& model, ClientNames& names, const std::vector<link::ClientInfo>& clients)
    {
        for (const link::ClientInfo& info : clients) {
            names.learn(info);
        }
        model.apply(clients);
    }
};

void GroupsModelTest::sortsGroupsAndPutsThoseWithoutOneLast()
{
    ClientNames names;
    GroupsModel model(names);
    const QAbstractItemModelTester tester(&model);
    apply(model, names, {client(3, "cat"), client(1, "ann", {"red"}), client(2, "bob", {"blue", "red"})});
    QCOMPARE(outline(model), QStringLiteral("blue: bob c2; red: ann c1, bob c2; (no group): cat c3"));
    QCOMPARE(model.groupCount(), 2);
    QCOMPARE(model.index(1, GroupsModel::MembersColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.member(model.index(0, 0, model.index(0, 0))), ClientId(2));
    QCOMPARE(model.group(model.index(0, 0, model.index(0, 0))).bytes(), QByteArray("blue"));
    QVERIFY(model.group(model.index(2, 0)).isEmpty());
}

void GroupsModelTest::marksSubscriptionsWithWildcardsAsFilters()
{
    ClientNames names;
    GroupsModel model(names);
    const QAbstractItemModelTester tester(&model);
    link::ClientInfo one = client(2, "bob", {"chat/+", "chat/#"});
    one.dialect = "xsockets";
    link::ClientInfo both = client(3, "cat", {"chat/say", "chat/+"});
    both.dialect = "xsockets";
    apply(model, names, {client(1, "ann", {"chat/say"}), one, both});
    QCOMPARE(outline(model), QStringLiteral("✱ chat/#: bob c2; ✱ chat/+: bob c2, cat c3; "
                                            "chat/say: ann c1, cat c3"));
    QCOMPARE(model.groupCount(), 1);
    QCOMPARE(model.names(), QStringList{QStringLiteral("chat/say")});
    QVERIFY(model.isFilter(GroupName::trusted("chat/+")));
    QVERIFY(!model.isFilter(GroupName::trusted("chat/say")));
    QCOMPARE(model.filterCount(GroupName::trusted("chat/say")), qint64{1}); // cat is a member anyway
    QCOMPARE(model.filterCount(GroupName::trusted("chat/+")), qint64{0});   // nothing goes to it
    QCOMPARE(model.index(2, GroupsModel::MembersColumn).data().toString(), QStringLiteral("2 + ✱1"));
    QCOMPARE(model.index(1, GroupsModel::MembersColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("filter chat/+, 2 clients"));
    QVERIFY(model.index(2, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("1 client more")));
    model.remove({ended(2)});
    QCOMPARE(model.index(1, GroupsModel::MembersColumn).data().toString(), QStringLiteral("2"));
}

void GroupsModelTest::anEnvelopeClientsGroupWithAPlusIsAGroup()
{
    ClientNames names;
    GroupsModel model(names);
    apply(model, names, {client(1, "ann", {"a/+"})});
    QCOMPARE(outline(model), QStringLiteral("a/+: ann c1"));
    QCOMPARE(model.groupCount(), 1);
}

void GroupsModelTest::movesAClientThatJoinsAndLeaves()
{
    ClientNames names;
    GroupsModel model(names);
    const QAbstractItemModelTester tester(&model);
    apply(model, names, {client(1, "ann"), client(2, "bob")});
    apply(model, names, {client(1, "ann", {"red"})});
    QCOMPARE(outline(model), QStringLiteral("red: ann c1; (no group): bob c2"));
    apply(model, names, {client(1, "ann")});
    QCOMPARE(outline(model), QStringLiteral("(no group): bob c2, ann c1"));
}

void GroupsModelTest::removesAGroupWithItsLastMember()
{
    ClientNames names;
    GroupsModel model(names);
    const QAbstractItemModelTester tester(&model);
    apply(model, names, {client(1, "ann", {"red"}), client(2, "bob", {"red"}), client(3, "cat", {"red"})});
    model.remove({ended(1), ended(3)});
    QCOMPARE(outline(model), QStringLiteral("red: bob c2"));
    model.remove({ended(2), ended(9)});
    QCOMPARE(model.rowCount(), 0);
}

void GroupsModelTest::insertsTheMembersOfABatchAsOneRange()
{
    ClientNames names;
    GroupsModel model(names);
    const QAbstractItemModelTester tester(&model);
    apply(model, names, {client(1, "ann", {"red"})});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    apply(model, names, {client(2, "bob", {"red"}), client(3, "cat", {"red"}), client(4, "dan", {"red"})});
    QCOMPARE(inserted.size(), 1);
}

void GroupsModelTest::keepsAClientOnceThatJoinsAndLeavesInOneBatch()
{
    ClientNames names;
    GroupsModel model(names);
    const QAbstractItemModelTester tester(&model);
    apply(model, names, {client(1, "ann"), client(1, "ann", {"red"}), client(1, "ann")});
    QCOMPARE(outline(model), QStringLiteral("(no group): ann c1"));
    apply(model, names, {client(1, "ann", {"red"}), client(1, "ann")});
    QCOMPARE(outline(model), QStringLiteral("(no group): ann c1"));
}

void GroupsModelTest::addsUpTheRatesOfItsMembersForAMinute()
{
    ClientNames names;
    GroupsModel model(names);
    ui::ClientsModel clients;
    const QAbstractItemModelTester tester(&model);
    const std::vector<link::ClientInfo> infos{client(1, "ann", {"red"}), client(2, "bob", {"red", "blue"})};
    clients.apply(infos);
    apply(model, names, infos);
    for (quint64 second = 0; second < 70; ++second) {
        clients.measure(
            {{ClientId(1), second * 10, 0, 0, 0, 0, {}}, {ClientId(2), 0, second * 5, 0, 0, 0, {}}});
        clients.tick(sampleTime + std::chrono::seconds(second));
        model.tick(clients);
    }
    QCOMPARE(model.index(0, GroupsModel::RateColumn).data().toString(), QStringLiteral("5.0/s"));
    QCOMPARE(model.index(1, GroupsModel::RateColumn).data().toString(), QStringLiteral("15/s"));
    QCOMPARE(model.history(model.index(1, 0)).size(), GroupsModel::historyLength);
    QCOMPARE(model.names(), (QStringList{QStringLiteral("blue"), QStringLiteral("red")}));
    QCOMPARE(model.memberCount(GroupName::trusted("red")), 2);
    QCOMPARE(model.memberCount(GroupName::trusted("green")), 0);
}

void GroupsModelTest::remembersTheLastMessageToAGroup()
{
    ClientNames names;
    GroupsModel model(names);
    apply(model, names, {client(3, "ann", {"red"}), client(4, "bob")});
    link::FrameRow toDefault = routed(2, 19);
    toDefault.target.clear();
    toDefault.sender = link::SenderKind::Operator;
    toDefault.client = {};
    link::FrameRow toMany = routed(3, 20);
    toMany.target = "3 recipients";
    toMany.action = "other";
    model.note({routed(1, 18), toDefault, toMany, frame(4)});
    QCOMPARE(model.news(model.index(0, 0)).action, QByteArray("say"));
    QCOMPARE(model.news(model.index(0, 0)).from, QStringLiteral("ann c3"));
    QCOMPARE(model.news(model.index(1, 0)).from, QStringLiteral("operator"));
}

SIGNALBOX_TEST(GroupsModelTest)
#include "groups_model_test.moc"
