// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/directory.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class DirectoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheWorkerOfEachClientAsLongAsItIsThere()
    {
        Directory directory;
        directory.opened(2, shared(client(5, "ann", "red")));
        directory.opened(0, shared(client(3, "bob", "red")));
        QCOMPARE(directory.clientCount(), 2);
        QCOMPARE(directory.groupCount(), 1);
        QCOMPARE(directory.workerOf(ClientId(5)), std::optional<int>(2));
        QCOMPARE(directory.clients().front().client, ClientId(3)); // in the order of the ids
        directory.ended(end(5, "ann"));
        QCOMPARE(directory.workerOf(ClientId(5)), std::optional<int>());
        QCOMPARE(directory.members().size(), qsizetype(1));
        directory.ended(end(3, "bob"));
        QCOMPARE(directory.groupCount(), 0);
    }

    void remembersWhenAUserWasLastSeen()
    {
        Directory directory;
        directory.opened(0, shared(client(1, "ann")));
        directory.opened(0, shared(client(2, "")));
        directory.ended(end(1, "ann"));
        directory.ended(end(2, ""));
        const auto seen = directory.lastSeen().find(UserName::trusted("ann"));
        QVERIFY(seen.has_value());
        QCOMPARE(seen->reason, EndReason::SlowClient);
        QVERIFY(!directory.lastSeen().find(UserName()).has_value());
    }

    void keepsTheTrafficOfThoseWhoAreThere()
    {
        Directory directory;
        directory.opened(0, shared(client(1, "ann")));
        directory.opened(0, shared(client(2, "bob")));
        link::ClientTraffic traffic;
        traffic.client = ClientId(2);
        traffic.bytesReceived = 12;
        link::ClientTraffic ofNobody;
        ofNobody.client = ClientId(3);
        directory.measured({traffic, ofNobody});
        QCOMPARE(directory.record(ClientId(2))->traffic, traffic);
        QCOMPARE(directory.record(ClientId(1))->traffic.client, ClientId(1));
        QCOMPARE(directory.record(ClientId(3)), nullptr);
        QCOMPARE(directory.traffic().size(), size_t(1)); // of the other there is nothing to tell
        directory.changed(shared(client(2, "bob", "red")));
        QCOMPARE(directory.traffic().front(), traffic);
        directory.ended(end(2, "bob"));
        QVERIFY(directory.traffic().empty());
    }

    void followsAClientFromGroupToGroup()
    {
        Directory directory;
        directory.opened(0, shared(client(1, "ann", "red")));
        link::ClientInfo moved = client(1, "ann", "blue");
        moved.mutedUntil = WallTime::max();
        directory.changed(shared(moved));
        QVERIFY(directory.members().inGroup(GroupName::trusted("red")).empty());
        QCOMPARE(directory.members().inGroup(GroupName::trusted("blue")).size(), size_t(1));
        QCOMPARE(directory.find(ClientId(1))->mutedUntil, WallTime::max());
        directory.changed(shared(client(1, "ann")));
        QCOMPARE(directory.members().ungrouped().size(), size_t(1));
        QCOMPARE(directory.groupCount(), 0);
        directory.changed(shared(client(9, "zoe", "red"))); // has ended
        QCOMPARE(directory.find(ClientId(9)), nullptr);
        QCOMPARE(directory.groupCount(), 0);
    }

    void followsTheTagsOfAClient()
    {
        Directory directory;
        directory.opened(0, shared(client(1, "ann")));
        link::ClientInfo tagged = client(1, "ann");
        tagged.tags = {TagName::trusted("vip"), TagName::trusted("new")};
        directory.changed(shared(tagged));
        QCOMPARE(directory.members().withTag(TagName::trusted("vip")).size(), size_t(1));
        tagged.tags = {TagName::trusted("vip")};
        directory.changed(shared(tagged));
        QCOMPARE(directory.members().withTag(TagName::trusted("vip")).size(), size_t(1));
        QVERIFY(directory.members().withTag(TagName::trusted("new")).empty());
        directory.ended(end(1, "ann"));
        QVERIFY(directory.members().tags().empty());
    }

    void keepsTheNewestThousandEnds()
    {
        Directory directory;
        for (quint64 id = 1; id <= 1'001; ++id) {
            directory.opened(0, shared(client(id, "ann")));
            link::ClientEnd ended = end(id, "ann");
            ended.path = QByteArray(8'000, 'x');
            ended.userAgent = QByteArray(16'000, 'x');
            directory.ended(ended);
        }
        const std::vector<link::ClientEnd> ends = directory.recentEnds();
        QCOMPARE(ends.size(), size_t(1'000));
        QCOMPARE(ends.front().client, ClientId(2));
        QCOMPARE(ends.back().client, ClientId(1'001));
        QCOMPARE(ends.back().path.size(), 256);
        QCOMPARE(ends.back().userAgent.size(), 256);
    }

    void hearsOfTheEndOfNobody()
    {
        Directory directory;
        directory.opened(0, shared(client(1, "ann")));
        directory.ended(end(9, "zoe"));
        directory.ended(end(1, "ann"));
        directory.ended(end(1, "ann"));
        QCOMPARE(directory.clientCount(), 0);
        QVERIFY(!directory.lastSeen().find(UserName::trusted("zoe")).has_value());
    }

private:
    static link::ClientInfo client(quint64 id, const QByteArray& user, const QByteArray& group = {})
    {
        link::ClientInfo info;
        info.client = ClientId(id);
        info.user = UserName::trusted(user);
        if (!group.isEmpty()) {
            info.groups += GroupName::trusted(group);
        }
        return info;
    }
    static link::ClientInfoPointer shared(const link::ClientInfo& info)
    {
        return std::make_shared<const link::ClientInfo>(info);
    }
    static link::ClientEnd end(quint64 id, const QByteArray& user)
    {
        return {ClientId(id), UserName::trusted(user), EndReason::SlowClient, 4008, {}, {}};
    }
};

SIGNALBOX_TEST(DirectoryTest)
#include "directory_test.moc"
