// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: writes pictures of the parts that show clients and groups, to look at while working on them.
//   people_preview FOLDER [light|dark]
#include "tests/support/test_link.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/close_group_dialog.h"
#include "ui/dialogs/disconnect_dialog.h"
#include "ui/dialogs/mute_dialog.h"
#include "ui/dialogs/test_clients_dialog.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/client_card.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/fan_bar.h"
#include "ui/widgets/group_strips.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/people_actions.h"
#include "ui/widgets/plain_tree.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 crowdSize = 200;

std::vector<link::ClientInfo> crowd()
{
    std::vector<link::ClientInfo> clients{
        client(3, "ann", {"red"}),        client(4, "bob", {"red", "blue"}),
        client(5, "eve", {"red"}),        client(6, {}),
        client(7, "שלום", {"orders"}),    client(8, "<img src=x>", {"orders"}),
        client(9, QByteArray(5'000, 'x'))};
    clients[1].mutedUntil = WallTime::max();
    clients[3].path = "/chat.html";
    clients[3].userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36";
    clients[0].userAgent = clients[3].userAgent;
    clients[0].origin = "https://shop.example";
    for (quint64 id = 20; id < 20 + crowdSize; ++id) {
        clients.push_back(client(id, "tester " + QByteArray::number(id - 19), {"test"}));
        clients.back().testClient = true;
    }
    return clients;
}

void feed(TestLink& link)
{
    link.emitEvent(link::ClientsChanged{crowd()});
    link::ClientEnd end = ended(1);
    end.user = UserName::trusted("ann");
    end.connectedAt = sampleTime - std::chrono::minutes(12);
    link.emitEvent(link::ClientsEnded{{end}});
    std::vector<link::FrameRow> rows = frames(1, 30).rows;
    rows.push_back(routed(31, 18, 3));
    link.emitEvent(link::FramesCaptured{batch(std::move(rows), 31)});
    link::Statistics statistics;
    for (quint64 second = 0; second < 70; ++second) {
        std::vector<link::ClientTraffic> traffic;
        for (const link::ClientInfo& info : crowd()) {
            const quint64 id = info.client.number();
            const qint64 queued = id == 42 ? static_cast<qint64>(second * 9'626) : 0;
            traffic.push_back({info.client, second * (id % 7), second * 12, 0, 0, queued,
                               std::chrono::microseconds(400 * id)});
        }
        link.emitEvent(link::TrafficMeasured{traffic});
        statistics.time = sampleTime + std::chrono::seconds(second);
        link.emitEvent(statistics);
    }
}

link::FrameDetail fanOfMany()
{
    link::FrameDetail detail = fanDetail();
    detail.deliveries.clear();
    link::RoutingSnapshot& routing = *detail.routing;
    routing.recipients = {{RecipientType::Group, "test"}, {RecipientType::AllButUser, "tester 9"}};
    routing.decisions.clear();
    routing.population.clear();
    for (const link::ClientInfo& info : crowd()) {
        const bool isTester = info.testClient;
        const bool isExcluded = info.user.bytes() == "tester 9";
        routing.population.push_back({info.client, info.user, info.groups, info.tags});
        routing.decisions.push_back({info.client,
                                     isExcluded ? Verdict::Excluded
                                     : isTester ? Verdict::Reached
                                                : Verdict::NotAddressed,
                                     isExcluded ? 1
                                     : isTester ? 0
                                                : -1});
        if (isTester && !isExcluded) {
            const bool isSlow = info.client == ClientId(42);
            detail.deliveries.push_back(
                {info.client, isSlow ? DeliveryState::Queued : DeliveryState::Sent, isSlow ? 664'194 : 0});
        }
    }
    return detail;
}

void draw(QWidget& widget, const QSize& size, const QString& file)
{
    widget.resize(size.isEmpty() ? widget.sizeHint() : size);
    widget.show();
    QApplication::processEvents();
    if (!widget.grab().save(file)) {
        qWarning("cannot write %s", qPrintable(file));
    }
}

void drawDialogs(ui::BrokerState& state, const QString& folder)
{
    static const SystemClock clock;
    auto* test = new ui::TestClientsDialog(state.commands(), {});
    draw(*test, {}, folder + u"/dialog-test-clients.png"_s);
    auto* mute = new ui::MuteDialog(state.commands(), ClientId(3), u"ann c3"_s, clock);
    draw(*mute, {}, folder + u"/dialog-mute.png"_s);
    auto* close = new ui::CloseGroupDialog(state.commands(), GroupName::trusted("test"), crowdSize);
    draw(*close, {}, folder + u"/dialog-close-group.png"_s);
    auto* disconnect = new ui::DisconnectDialog(state.commands(), ClientId(3), u"ann c3"_s);
    disconnect->accept();
    state.commands().deliver({1, Error{"client.unknown", u"No client c3 is connected any more."_s}});
    draw(*disconnect, {}, folder + u"/dialog-disconnect.png"_s);
    qDeleteAll(std::initializer_list<QWidget*>{test, mute, close, disconnect});
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: people_preview FOLDER [light|dark]");
        return 2;
    }
    const QString& folder = arguments[1];
    ui::Appearance appearance;
    appearance.choose(arguments.value(2) == u"dark"_s ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    TestLink link;
    ui::BrokerState state(link);
    ui::PeopleActions actions;
    ui::ClientsView clients(state.clients());
    ui::GroupsView groups(state.groups());
    ui::GroupStrips strips(state.groups(), state.names());
    ui::ClientCard card(state, actions);
    feed(link);
    draw(clients, QSize(300, 420), folder + u"/clients.png"_s);
    draw(groups, QSize(300, 240), folder + u"/groups.png"_s);
    draw(strips, QSize(820, 360), folder + u"/strips.png"_s);
    drawDialogs(state, folder);
    card.show();
    card.showClient(ClientId(3));
    for (const TestLink::Sent& sent : link.commands) {
        if (std::holds_alternative<link::FetchClient>(sent.command)) {
            link.answer(sent.id, link::ClientDetail{ClientId(3),
                                                    "GET /ws?userId=ann&groupId=red HTTP/1.1\r\nHost: "
                                                    "127.0.0.1:5210\r\nConnection: Upgrade\r\nUpgrade: "
                                                    "websocket\r\nSec-WebSocket-Version: 13\r\n\r\n",
                                                    {}});
            break;
        }
    }
    draw(card, QSize(320, 820), folder + u"/card-narrow.png"_s);
    draw(card, QSize(900, 300), folder + u"/card-wide.png"_s);
    state.clients().setFan(ui::Fan(fanOfMany()));
    draw(clients, QSize(300, 420), folder + u"/fan.png"_s);
    draw(clients, QSize(460, 420), folder + u"/fan-wide.png"_s);
    return 0;
}
