// SPDX-License-Identifier: GPL-3.0-or-later
// Random populations and recipients: what is sent is what the preview showed, and both are what the rule's
// own words say for each client alone.
#include "server/routing/resolver.h"

#include "tests/routing/population.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <random>
#include <set>

using namespace signalbox;
using namespace signalbox::routing;
using namespace signalbox::routing::tests;

namespace {

class Chance final {
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] unsigned below(unsigned bound) { return static_cast<unsigned>(m_random() % bound); }
    [[nodiscard]] QByteArray name(const char* kind) { return kind + QByteArray::number(below(5)); }

    [[nodiscard]] Member member(quint64 number)
    {
        Member member;
        member.client = ClientId(number);
        if (below(4) != 0) {
            member.user = UserName::trusted(name("u"));
        }
        for (unsigned i = below(4); i > 1; --i) {
            member.groups << GroupName::trusted(name("g"));
        }
        for (unsigned i = below(4); i > 1; --i) {
            member.tags << TagName::trusted(name("t"));
        }
        return member;
    }

    [[nodiscard]] Recipient recipient(quint64 clients)
    {
        const QByteArray client = ClientId(1 + below(static_cast<unsigned>(clients) + 2)).text();
        switch (below(10)) {
        case 0:
            return {RecipientType::All, {}};
        case 1:
        case 2:
            return {RecipientType::AllButUser, name("u")};
        case 3:
            return {RecipientType::AllButClient, client};
        case 4:
            return {RecipientType::Client, client};
        case 5:
            return {RecipientType::User, name("u")};
        case 6:
            return {RecipientType::Tag, name("t")};
        case 7:
            return {RecipientType::Group, {}};
        default:
            return {RecipientType::Group, name("g")};
        }
    }

private:
    std::mt19937 m_random;
};

bool names(const Recipient& recipient, const Member& member)
{
    switch (recipient.type) {
    case RecipientType::Group:
        return recipient.value.isEmpty() ? member.groups.isEmpty()
                                         : member.groups.contains(GroupName::trusted(recipient.value));
    case RecipientType::User:
    case RecipientType::AllButUser:
        return member.user.bytes() == recipient.value;
    case RecipientType::Client:
    case RecipientType::AllButClient:
        return member.client.text() == recipient.value;
    case RecipientType::Tag:
        return member.tags.contains(TagName::trusted(recipient.value));
    case RecipientType::All:
        return true;
    }
    Q_UNREACHABLE();
}

/// The rule of PRODUCT section 3 for one client, without any index.
Decision ruleFor(const Recipients& recipients, const Member& member)
{
    int selectedBy = -1;
    int excludedBy = -1;
    bool hasPositive = false;
    for (int i = 0; i < static_cast<int>(recipients.size()); ++i) {
        const Recipient& recipient = recipients[static_cast<size_t>(i)];
        const bool exclusion = isExclusion(recipient.type);
        hasPositive = hasPositive || !exclusion;
        int& by = exclusion ? excludedBy : selectedBy;
        if (by < 0 && names(recipient, member)) {
            by = i;
        }
    }
    const bool addressed = recipients.empty() ? member.groups.isEmpty() : !hasPositive || selectedBy >= 0;
    if (!addressed) {
        return {member.client, Verdict::NotAddressed, -1};
    }
    return excludedBy >= 0 ? Decision{member.client, Verdict::Excluded, excludedBy}
                           : Decision{member.client, Verdict::Reached, selectedBy};
}

} // namespace

class ResolverPropertyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatThePreviewShowsAndWhatTheRuleSays();
};

void ResolverPropertyTest::sendsWhatThePreviewShowsAndWhatTheRuleSays()
{
    Chance chance(5'210);
    Resolver resolver; // one for all rounds, as in a worker
    Resolver previewResolver;
    std::vector<MemberSlot> slots;
    qsizetype totals[3] = {0, 0, 0};
    for (int round = 0; round < 4'000; ++round) {
        MemberIndex index;
        const quint64 clients = chance.below(round % 100 == 0 ? 1'200 : 12);
        for (quint64 number = 1; number <= clients; ++number) {
            Q_UNUSED(index.add(chance.member(number)));
        }
        for (unsigned left = chance.below(3); left > 0 && index.size() > 0; --left) {
            index.remove(index.all().front());
        }
        Recipients recipients;
        for (unsigned i = chance.below(6); i > 0; --i) {
            recipients.push_back(chance.recipient(clients));
        }

        const auto decisions = previewResolver.decide(recipients, index);
        resolver.reach(recipients, index, slots);
        QCOMPARE(qsizetype(decisions.size()), index.size());
        std::set<ClientId> seen;
        bool pastReached = false;
        for (size_t i = 0; i < decisions.size(); ++i) {
            const Decision& decision = decisions[i];
            QVERIFY(seen.insert(decision.client).second); // each client once
            const auto slot = index.find(decision.client);
            QVERIFY(slot);
            QCOMPARE(decision, ruleFor(recipients, index.member(*slot)));
            ++totals[static_cast<int>(decision.verdict)];
            pastReached = pastReached || decision.verdict != Verdict::Reached;
            QCOMPARE(i < slots.size(),
                     !pastReached); // those reached come first, and they are as many as the send's
            if (!pastReached) {
                QCOMPARE(slots[i], *slot);
            }
        }
    }
    for (const qsizetype total : totals) { // the chances were such that every verdict was put to the test
        QVERIFY(total > 1'000);
    }
}

SIGNALBOX_TEST(ResolverPropertyTest)
#include "resolver_property_test.moc"
