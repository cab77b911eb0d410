// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/wire_fields.h"

#include "server/link/cbor_kinds.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::link;

namespace {

/// Stands for a member of any type.
struct Anything {
    template <typename T>
    operator T() const; // NOLINT: never defined, only counted with
};

template <typename T, typename... Members>
constexpr size_t countMembers()
{
    if constexpr (requires { T{Members{}..., Anything{}}; }) {
        return countMembers<T, Members..., Anything>();
    } else {
        return sizeof...(Members);
    }
}

template <typename T>
constexpr bool isWhole = countMembers<T>() == std::tuple_size_v<decltype(WireFields<T>::members)>;

} // namespace

/// A member that somebody adds to a value and forgets here would be lost on the way, without a word.
static_assert(isWhole<FrameRow>);
static_assert(isWhole<ClientInfo>);
static_assert(isWhole<ClientEnd>);
static_assert(isWhole<ClientTraffic>);
static_assert(isWhole<Statistics>);
static_assert(isWhole<ListenerState>);
static_assert(isWhole<Ledger>);
static_assert(isWhole<FrameBatch>);
static_assert(isWhole<RoutingSnapshot>);
static_assert(isWhole<Encoding>);
static_assert(isWhole<FrameDetail>);
static_assert(isWhole<FramesFound>);
static_assert(isWhole<FilterFrames>);
static_assert(isWhole<SearchFrames>);
static_assert(isWhole<Receipt>);
static_assert(isWhole<Preview>);
static_assert(isWhole<SendMessage>);
static_assert(isWhole<SendPayload>);
static_assert(isWhole<ConnectTestClients>);
static_assert(isWhole<DisconnectClient>);
static_assert(isWhole<CloseGroup>);
static_assert(isWhole<ServiceInfo>);
static_assert(isWhole<ServiceFault>);
static_assert(isWhole<ServiceCallTimes>);
static_assert(isWhole<ServiceLogLine>);
static_assert(isWhole<ServicesChanged>);
static_assert(isWhole<SetServiceEnabled>);

class WireFieldsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheMembersOfAValue()
    {
        QCOMPARE(countMembers<Error>(), size_t(2));
        QCOMPARE(countMembers<StartListening>(), size_t(0));
    }

    void tellsAValueThatIsAsItWasMadeFromOneThatIsNot()
    {
        QVERIFY(isSame(DisconnectClient{}, DisconnectClient{}));
        QVERIFY(!isSame(DisconnectClient{{}, 1001, {}}, DisconnectClient{}));
        Receipt receipt;
        receipt.counts.sent = 1; // a value in a value
        QVERIFY(!isSame(receipt, Receipt{}));
    }
};

SIGNALBOX_TEST(WireFieldsTest)
#include "wire_fields_test.moc"
