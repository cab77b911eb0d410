// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/detail_model.h"
#include "ui/models/detail_tree.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::DetailNode;
using ui::frameBytes;

namespace {

/// The node that a path of names leads to, or null: find(root, {"RFC 6455 header", "FIN"}).
const DetailNode* find(const DetailNode& root, const QStringList& path)
{
    const DetailNode* node = &root;
    for (const QString& name : path) {
        const auto next = std::find_if(node->children.begin(), node->children.end(),
                                       [&name](const DetailNode& child) { return child.name == name; });
        if (next == node->children.end()) {
            return nullptr;
        }
        node = &*next;
    }
    return node;
}

link::FrameDetail detailOf(const link::FrameRow& row, const QByteArray& payload)
{
    link::FrameDetail detail;
    detail.kept = true;
    detail.row = row;
    detail.row.header.payloadBytes = static_cast<quint64>(payload.size());
    detail.payload = payload;
    std::array<char, websocket::maxFrameHeaderBytes> bytes{};
    const int length = websocket::writeFrameHeader(detail.row.header, bytes);
    detail.headerBytes = QByteArray(bytes.data(), length);
    return detail;
}

} // namespace

class DetailTreeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheHeaderFields_data();
    void showsTheHeaderFields();
    void opensAStringThatHoldsJson();
    void namesACloseCode();
    void takesAnEmptyCloseFrame();
    void showsTextAsTextAndBinaryAsItsSize();
    void showsAHandshake();
    void listsDeliveries();
    void modelKeepsItsShape();

private:
    ui::ClientNames m_names;
};

void DetailTreeTest::showsTheHeaderFields_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<QString>("length");
    QTest::addColumn<int>("lengthBytes");
    QTest::addColumn<int>("headBytes");
    QTest::newRow("125") << 125 << true << QStringLiteral("125, 7-bit form") << 1 << 6;
    QTest::newRow("126") << 126 << true << QStringLiteral("126, 16-bit form") << 3 << 8;
    QTest::newRow("65535") << 65'535 << false << QStringLiteral("65,535, 16-bit form") << 3 << 4;
    QTest::newRow("65536") << 65'536 << false << QStringLiteral("65,536, 64-bit form") << 9 << 10;
}

void DetailTreeTest::showsTheHeaderFields()
{
    QFETCH(const int, size);
    QFETCH(const bool, masked);
    QFETCH(const QString, length);
    QFETCH(const int, lengthBytes);
    QFETCH(const int, headBytes);
    link::FrameRow row = frame(1);
    row.header.masked = masked;
    row.header.maskingKey = {0x3a, 0x51, 0x00, 0xff};
    const link::FrameDetail detail = detailOf(row, QByteArray(size, 'x'));
    const DetailNode root = ui::detailTree(detail, m_names);
    const DetailNode* node =
        find(root, {QStringLiteral("RFC 6455 header"), QStringLiteral("payload length")});
    QVERIFY(node != nullptr);
    QCOMPARE(node->value, length);
    QCOMPARE(node->offset, 1);
    QCOMPARE(node->length, lengthBytes);
    QCOMPARE(frameBytes(detail).headBytes, headBytes);
    const DetailNode* key = find(root, {QStringLiteral("RFC 6455 header"), QStringLiteral("masking key")});
    QCOMPARE(key != nullptr, masked);
    if (masked) {
        QCOMPARE(key->value, QStringLiteral("3a 51 00 ff"));
        QCOMPARE(key->offset, headBytes - 4);
    }
}

void DetailTreeTest::opensAStringThatHoldsJson()
{
    const QByteArray payload = R"({"action":"say","message":"{\"price\":12.5}"})";
    const link::FrameDetail detail = detailOf(routed(1, 18), payload);
    const DetailNode root = ui::detailTree(detail, m_names);
    const DetailNode* price =
        find(root, {QStringLiteral("Envelope"), QStringLiteral("message"), QStringLiteral("price")});
    QVERIFY(price != nullptr);
    QCOMPARE(price->value, QStringLiteral("12.5"));
    QCOMPARE(frameBytes(detail).bytes.sliced(price->offset, price->length),
             QByteArray(R"("{\"price\":12.5}")"));
    const DetailNode* action = find(root, {QStringLiteral("Envelope"), QStringLiteral("action")});
    QCOMPARE(frameBytes(detail).bytes.sliced(action->offset, action->length), QByteArray(R"("say")"));
}

void DetailTreeTest::namesACloseCode()
{
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Close;
    const DetailNode root = ui::detailTree(detailOf(row, QByteArray("\x03\xe9"
                                                                    "bye")),
                                           m_names);
    QCOMPARE(find(root, {QStringLiteral("Close"), QStringLiteral("code")})->value,
             QStringLiteral("1001 going away"));
    QCOMPARE(find(root, {QStringLiteral("Close"), QStringLiteral("reason")})->value, QStringLiteral("bye"));
}

void DetailTreeTest::takesAnEmptyCloseFrame()
{
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Close;
    for (const QByteArray& payload : {QByteArray(), QByteArray("\x03")}) {
        const DetailNode root = ui::detailTree(detailOf(row, payload), m_names);
        QCOMPARE(find(root, {QStringLiteral("Close")})->value, QStringLiteral("without a code"));
    }
}

void DetailTreeTest::showsTextAsTextAndBinaryAsItsSize()
{
    link::FrameRow row = frame(1);
    QCOMPARE(find(ui::detailTree(detailOf(row, "hi"), m_names), {QStringLiteral("Text")})->value,
             QStringLiteral("hi"));
    row.header.opcode = websocket::Opcode::Binary;
    QCOMPARE(find(ui::detailTree(detailOf(row, "{}"), m_names), {QStringLiteral("Binary")})->value,
             QStringLiteral("2 bytes"));
}

void DetailTreeTest::showsAHandshake()
{
    link::FrameDetail detail;
    detail.row = frame(1);
    detail.row.kind = link::RowKind::Opened;
    detail.handshakeRequest = "GET /ws?groupId=red HTTP/1.1\r\nHost: 127.0.0.1:5210\r\nOrigin: <b>\r\n\r\n";
    detail.handshakeResponse = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
    const DetailNode root = ui::detailTree(detail, m_names);
    QCOMPARE(find(root, {QStringLiteral("Request")})->value, QStringLiteral("GET /ws?groupId=red HTTP/1.1"));
    const DetailNode* origin = find(root, {QStringLiteral("Request"), QStringLiteral("Origin")});
    QCOMPARE(origin->value, QStringLiteral("<b>"));
    QCOMPARE(frameBytes(detail).bytes.sliced(origin->offset, origin->length), QByteArray("Origin: <b>\r"));
    const DetailNode* upgrade = find(root, {QStringLiteral("Answer"), QStringLiteral("Upgrade")});
    QCOMPARE(frameBytes(detail).bytes.sliced(upgrade->offset, upgrade->length),
             QByteArray("Upgrade: websocket\r"));
}

void DetailTreeTest::listsDeliveries()
{
    link::FrameDetail detail = detailOf(routed(1, 18), "{}");
    detail.deliveries = {{ClientId(4), DeliveryState::Sent, 0}};
    const DetailNode root = ui::detailTree(detail, m_names);
    QCOMPARE(find(root, {QStringLiteral("Deliveries"), QStringLiteral("c4")})->value,
             QStringLiteral("● sent"));
}

void DetailTreeTest::modelKeepsItsShape()
{
    ui::DetailModel model;
    const QAbstractItemModelTester tester(&model);
    model.setTree(
        ui::detailTree(detailOf(routed(1, 18), R"({"action":"say","message":["a",{"b":1}]})"), m_names));
    QVERIFY(model.rowCount() >= 3);
    const QModelIndex header = model.index(1, 0);
    QVERIFY(model.rowCount(header) >= 5);
    QCOMPARE(model.index(0, 0, header).parent(), header);
    model.setTree({});
    QCOMPARE(model.rowCount(), 0);
}

SIGNALBOX_TEST(DetailTreeTest)
#include "detail_tree_test.moc"
