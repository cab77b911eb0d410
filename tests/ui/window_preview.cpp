// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: writes a picture of the window, fed with made-up events, to look at while working on it.
//   window_preview FILE.png [WIDTHxHEIGHT] [light|dark|contrast]
//   [busy|nobody|idle|deaf|nomatch|unfolded|marked|charts|dialog|hold|receipt|history|templates|folded|variables]
//   [operate] [large]
#include "tests/support/test_link.h"
#include "tests/ui/samples.h"
#include "ui/models/draft.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/history_view.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"
#include "ui/widgets/search_list.h"
#include "ui/widgets/window_layouts.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int frameCount = 260;

std::vector<link::ClientInfo> people()
{
    std::vector<link::ClientInfo> clients{client(3, "ann", {"red"}),
                                          client(4, "bob", {"red", "blue"}),
                                          client(5, "eve", {"red"}),
                                          client(6, "cat", {"blue"}),
                                          client(7, {}),
                                          client(8, "שלום", {"orders"}),
                                          client(9, "<img src=x>", {"orders"}),
                                          client(11, QByteArray(5'000, 'x')),
                                          client(12, "meter-17", {"sensors"}),
                                          client(13, "meter-18", {"sensors"}),
                                          client(14, "meter-19", {"sensors"}),
                                          client(15, "a-name-that-is-rather-long-for-a-column@example.com")};
    clients[4].path = "/chat.html";
    clients[4].userAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36";
    return clients;
}

link::FrameRow sampleFrame(quint64 number)
{
    static const QList<QByteArray> users{"ann", "bob", "eve", "cat", {}, "meter-17"};
    const auto who = static_cast<qsizetype>(number % 6);
    link::FrameRow row = frame(number, R"({"action":"ping"})");
    row.client = ClientId(3 + static_cast<quint64>(who));
    row.user = users[who];
    row.time = sampleTime + std::chrono::milliseconds(number * 137);
    switch (number % 9) {
    case 0:
    case 4:
        row.message = MessageId(number);
        row.action = number % 2 == 0 ? "say" : "broadcastchatmessage";
        row.target = number % 2 == 0 ? "group red" : "3 recipients";
        row.preview =
            R"({"action":"say","message":"{\"price\":12.5}","recipients":[{"type":"group","value":"red"}]})";
        row.deliveries = {3, 2, number % 5 == 0 ? 1 : 0, number % 5 == 0 ? 0 : 1};
        row.claimedUser = number % 4 == 0 ? "rstrahl" : QByteArray();
        break;
    case 1:
        row.direction = link::Direction::Sent;
        row.header.opcode = websocket::Opcode::Ping;
        row.header.masked = false;
        row.preview = {};
        break;
    case 2:
        row.header.opcode = websocket::Opcode::Pong;
        row.preview = {};
        break;
    case 3:
        row.header.opcode = websocket::Opcode::Continuation;
        row.header.fin = false;
        row.fragment = 2;
        break;
    case 5:
        row.kind = link::RowKind::Opened;
        row.text = "/ws?groupId=red&userId=ann";
        break;
    case 6:
        row.kind = number % 2 == 0 ? link::RowKind::Refused : link::RowKind::Closed;
        row.origin = "https://shop.example";
        row.client = number % 2 == 0 ? ClientId() : row.client;
        row.text = number % 2 == 0 ? "origin.not_allowed" : "";
        row.code = number % 2 == 0 ? 403 : 1006;
        row.end = EndReason::Vanished;
        break;
    case 7:
        row.kind = link::RowKind::Push;
        row.sender = number % 2 == 0 ? link::SenderKind::Operator : link::SenderKind::Http;
        row.client = ClientId();
        row.message = MessageId(number);
        row.action = "alert";
        row.target = "tag floor-2";
        row.preview = "Fire drill at noon";
        break;
    default:
        row.header.opcode = websocket::Opcode::Binary;
        row.preview = QByteArray("\x00\x01\xfe\xff\x10PNG\r\n", 10);
        break;
    }
    row.header.payloadBytes = static_cast<quint64>(row.preview.size()) * (number % 7 == 0 ? 600 : 1);
    return row;
}

link::FrameBatch sampleFrames()
{
    link::FrameBatch batch;
    for (quint64 number = 1; number <= frameCount; ++number) {
        batch.rows.push_back(sampleFrame(number));
        if (number == frameCount - 6) {
            link::FrameRow gap = frame(number);
            gap.kind = link::RowKind::Gap;
            gap.time = batch.rows.back().time;
            gap.gapEnd = gap.time + std::chrono::milliseconds(800);
            gap.gapRows = 312;
            gap.gapBytes = 1'887'436;
            batch.rows.push_back(gap);
        }
    }
    batch.ledger = {10'212, 9'952, 3'000'000, 64 << 20};
    return batch;
}

link::FrameDetail detailOf(quint64 number)
{
    link::FrameDetail detail;
    detail.kept = true;
    detail.number = number;
    detail.row = sampleFrame(number);
    detail.row.header.maskingKey = {0x3a, 0x51, 0x9c, 0x07};
    detail.payload = detail.row.preview;
    detail.row.header.payloadBytes = static_cast<quint64>(detail.payload.size());
    std::array<char, websocket::maxFrameHeaderBytes> bytes{};
    const int length = websocket::writeFrameHeader(detail.row.header, bytes);
    detail.headerBytes = QByteArray(bytes.data(), length);
    detail.deliveries = {{ClientId(3), DeliveryState::Sent, 0},
                         {ClientId(4), DeliveryState::Queued, 9'626},
                         {ClientId(5), DeliveryState::DroppedSlow, 0}};
    return detail;
}

/// Answers what the window asked, as a broker would.
void answerCommands(TestLink& link, size_t& answered, qint64 reached)
{
    for (; answered < link.commands.size(); ++answered) {
        const TestLink::Sent sent = link.commands[answered];
        if (const auto* fetch = std::get_if<link::FetchFrame>(&sent.command)) {
            link.answer(sent.id, detailOf(fetch->number));
        } else if (std::holds_alternative<link::PreviewRecipients>(sent.command) && reached > 0) {
            link.answer(sent.id, link::Preview{reached,
                                               12,
                                               {{ClientId(3), Verdict::Reached, 0},
                                                {ClientId(4), Verdict::Reached, 0},
                                                {ClientId(5), Verdict::Reached, 0},
                                                {ClientId(6), Verdict::Excluded, 1},
                                                {ClientId(8), Verdict::NotAddressed, -1},
                                                {ClientId(9), Verdict::NotAddressed, -1}},
                                               {}});
        } else if (std::holds_alternative<link::PreviewRecipients>(sent.command)) {
            link.answer(
                sent.id,
                link::Preview{0, 12, {}, u"group \"red\" exists; the name sent has 7 trailing blanks"_s});
        } else if (std::holds_alternative<link::SendMessage>(sent.command)) {
            QTimer::singleShot(50, &link, [&link] {
                link.emitEvent(link::DeliveriesProgressed{
                    MessageId(900),
                    {{ClientId(3), link::DeliveryStage::Confirmed, std::chrono::milliseconds(4)},
                     {ClientId(5), link::DeliveryStage::Sent, std::chrono::milliseconds(90)}}});
            });
            Receipt receipt;
            receipt.message = MessageId(900);
            receipt.counts = {3, 2, 1, 0};
            receipt.deliveries = {{ClientId(3), DeliveryState::Sent, 0},
                                  {ClientId(4), DeliveryState::Sent, 0},
                                  {ClientId(5), DeliveryState::Queued, 9'626}};
            link.answer(sent.id, receipt);
        }
    }
}

void pump(TestLink& link, size_t& answered, qint64 reached, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds) {
        QApplication::processEvents(QEventLoop::AllEvents, 10);
        answerCommands(link, answered, reached);
    }
}

void feedStatistics(TestLink& link)
{
    link::Statistics statistics;
    statistics.time = sampleTime;
    for (int second = 0; second < 500; ++second) {
        statistics.time += std::chrono::seconds(second == 200 ? 40 : 1); // a time without a window
        statistics.clients = 12 + (second / 90) % 4;
        statistics.bytesReceived += static_cast<quint64>(20'000 + 9'000 * (second % 11));
        statistics.messagesReceived += static_cast<quint64>(40 + 23 * (second % 7));
        statistics.deliveries += static_cast<quint64>(900 + 310 * (second % 9));
        statistics.queuedBytes = second % 120 < 60 ? 9'626 : 100 * (second % 60);
        statistics.residentBytes = 41LL << 20;
        link.emitEvent(statistics);
    }
}

void feed(TestLink& link, const QString& scene)
{
    const bool listens = scene != u"deaf"_s;
    link.emitEvent(
        link::ListenersChanged{{{"ws://127.0.0.1:5210",
                                 listens,
                                 {},
                                 listens ? QString() : u"the address is in use by another program"_s},
                                {"ws://[::1]:5210", listens, {}, {}}},
                               listens ? "ws://127.0.0.1:5210" : QByteArray()});
    if (scene == u"deaf"_s || scene == u"idle"_s) {
        return;
    }
    link.emitEvent(link::ClientsChanged{people()});
    std::vector<link::ClientTraffic> traffic;
    for (const link::ClientInfo& info : people()) {
        const quint64 number = info.client.number();
        traffic.push_back({info.client, number * 113, number * 1'207, 0, 0, number == 6 ? 9'626 : 0,
                           std::chrono::microseconds(400 * number)});
    }
    link.emitEvent(link::TrafficMeasured{traffic});
    link.emitEvent(link::FramesCaptured{sampleFrames()});
    feedStatistics(link);
}

void arrange(ui::MainWindow& window, const QString& scene)
{
    window.groupsView().expand(window.state().groups().index(2, 0));
    ui::Composer& composer = window.composer();
    composer.recipients().setRecipients({{RecipientType::Group, "red"}, {RecipientType::AllButUser, "cat"}});
    composer.form().action().setText(u"say"_s);
    composer.form().message().setPlainText(u"{\"price\": 12.5}"_s);
    if (scene == u"busy"_s || scene == u"receipt"_s) {
        composer.send();
    }
    if (scene == u"templates"_s) {
        composer.showTab(ui::Composer::TemplatesTab);
    }
    if (scene == u"folded"_s) {
        composer.setFolded(true);
    }
    if (scene == u"variables"_s) {
        composer.form().message().setPlainText(u"{\"to\": \"{{name}}\", \"n\": {{n}}, }"_s);
    }
    if (scene == u"nomatch"_s) {
        window.listeningBar().filterEdit().setText(u"nothing like this"_s);
    }
    if (scene == u"marked"_s) {
        ui::FramesModel& frames = window.state().frames();
        frames.toggleMark(frames.indexOf(247));
        frames.toggleIgnored(frames.indexOf(250));
        frames.toggleReference(frames.indexOf(252));
        window.framesView().setRange(
            ui::TimeRange{sampleFrame(180).time, sampleFrame(frameCount).time + std::chrono::seconds(1)});
    }
    if (scene == u"charts"_s) {
        window.findChild<QDockWidget*>(u"charts"_s)->show();
    }
    if (scene == u"unfolded"_s) {
        composer.preview().summary().setChecked(true);
        const QModelIndex row = window.state().frames().indexOf(256);
        window.framesView().tree().expand(row);
    }
    window.framesView().tree().setCurrentIndex(window.state().frames().indexOf(256));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qWarning("usage: window_preview FILE.png [WIDTHxHEIGHT] [light|dark] "
                 "[busy|nobody|idle|deaf|nomatch|unfolded|marked|charts|dialog]");
        return 2;
    }
    const QStringList size = arguments.value(2, u"1280x720"_s).split(u'x');
    const QString scene = arguments.value(4, u"busy"_s);
    TestLink link;
    size_t answered = 0;
    const qint64 reached = scene == u"nobody"_s ? 0 : scene == u"hold"_s ? 12 : 3;
    ui::MainWindow window(
        link,
        {{}, scene == u"nobody"_s ? u"Port 5210 was taken; this broker listens on 5211."_s : QString()});
    const QString theme = arguments.value(3);
    window.appearance().choose(theme == u"dark"_s       ? ui::ThemeChoice::Dark
                               : theme == u"contrast"_s ? ui::ThemeChoice::HighContrast
                                                        : ui::ThemeChoice::Light);
    if (arguments.contains(u"operate"_s)) {
        window.layouts().choose(ui::LayoutChoice::Operate);
    }
    if (arguments.contains(u"large"_s)) {
        window.appearance().setZoom(ui::Appearance::mostZoom);
    }
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    feed(link, scene);
    pump(link, answered, reached, 50);
    if (scene != u"deaf"_s && scene != u"idle"_s) {
        arrange(window, scene);
    }
    pump(link, answered, reached, 400);
    if (scene == u"hold"_s) {
        window.composer().send();
        pump(link, answered, reached, 1'200);
    }
    if (scene == u"history"_s) {
        window.composer().send();
        window.composer().showTab(ui::Composer::HistoryTab);
        window.composer().history().list().select(0);
        pump(link, answered, reached, 100);
    }
    if (scene == u"receipt"_s) {
        pump(link, answered, reached, 4'500); // until the silence is worth a word
    }
    if (scene == u"dialog"_s) {
        window.clientsView().select(ClientId(3));
        window.actions().people.connectTestClients->trigger();
        pump(link, answered, reached, 100);
        return window.findChild<QDialog*>()->grab().save(arguments[1]) ? 0 : 1;
    }
    return window.grab().save(arguments[1]) ? 0 : 1;
}
