// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/detail_model.h"
#include "ui/models/detail_tree.h"
#include "ui/models/handshake_tree.h"

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
    void showsWhatLeftInAnotherDialect();
    void saysWhereInvalidJsonEnds_data();
    void saysWhereInvalidJsonEnds();
    void marksDoubledKeysAndKeepsEveryDigit();
    void findsPictures();
    void namesControlFramesAndCompression();
    void linksFragmentsAndShowsTheirMessage();
    void explainsTheHandshake();
    void findsTheLineOfAByte();
    void modelKeepsItsShape();

private:
    ui::ClientNames m_names;
};

void DetailTreeTest::showsTheHeaderFields_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("masked");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("length");
    QTest::addColumn<int>("lengthBytes");
    QTest::addColumn<int>("headBytes");
    QTest::newRow("125") << 125 << true << QStringLiteral("payload length") << QStringLiteral("125") << 1
                         << 6;
    QTest::newRow("126") << 126 << true << QStringLiteral("extended payload length") << QStringLiteral("126")
                         << 2 << 8;
    QTest::newRow("65535") << 65'535 << false << QStringLiteral("extended payload length")
                           << QStringLiteral("65,535") << 2 << 4;
    QTest::newRow("65536") << 65'536 << false << QStringLiteral("extended payload length")
                           << QStringLiteral("65,536") << 8 << 10;
}

void DetailTreeTest::showsTheHeaderFields()
{
    QFETCH(const int, size);
    QFETCH(const bool, masked);
    QFETCH(const QString, field);
    QFETCH(const QString, length);
    QFETCH(const int, lengthBytes);
    QFETCH(const int, headBytes);
    link::FrameRow row = frame(1);
    row.header.masked = masked;
    row.header.maskingKey = {0x3a, 0x51, 0x00, 0xff};
    const link::FrameDetail detail = detailOf(row, QByteArray(size, 'x'));
    const DetailNode root = ui::detailTree(detail, m_names);
    const DetailNode* node = find(root, {QStringLiteral("RFC 6455 header"), field});
    QVERIFY(node != nullptr);
    QCOMPARE(node->value, length);
    QCOMPARE(node->offset, lengthBytes == 1 ? 1 : 2);
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

void DetailTreeTest::showsWhatLeftInAnotherDialect()
{
    link::FrameDetail detail = detailOf(routed(1, 18), "{}");
    websocket::FrameHeader header;
    detail.encodings = {{header, "a\x1b<b>", {ClientId(4), ClientId(5)}}};
    DetailNode root = ui::detailTree(detail, m_names);
    const DetailNode* node = find(root, {QStringLiteral("Sent in another dialect")});
    QVERIFY(node != nullptr);
    QCOMPARE(node->value, QStringLiteral("≡ text, 5 bytes"));
    QCOMPARE(node->children.size(), size_t(3));
    QCOMPARE(node->children[0].value, QStringLiteral("a\\u{1b}<b>"));
    QCOMPARE(node->children[2].value, QStringLiteral("c5"));
    header.opcode = websocket::Opcode::Binary;
    detail.encodings = {{header, QByteArray("\0\xFF", 2), {}}};
    root = ui::detailTree(detail, m_names);
    QCOMPARE(find(root, {QStringLiteral("Sent in another dialect")})->children[0].value,
             QStringLiteral("00 ff"));
}

void DetailTreeTest::saysWhereInvalidJsonEnds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault");
    QTest::newRow("comma") << QByteArray("{\"a\":1,}")
                           << QStringLiteral("not JSON: “}” does not belong into line 1, column 8");
    QTest::newRow("second line") << QByteArray("{\"ä\":1,\n \"b\": ü}")
                                 << QStringLiteral("not JSON: “ü” does not belong into line 2, column 7");
    QTest::newRow("ends") << QByteArray("[1,\n2") << QStringLiteral("not JSON: it ends too early, in line 2");
    QTest::newRow("deep") << QByteArray(100, '[')
                          << QStringLiteral("too deep or too large to be shown as JSON");
}

void DetailTreeTest::saysWhereInvalidJsonEnds()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, fault);
    const DetailNode root = ui::detailTree(detailOf(frame(1), text), m_names);
    const DetailNode* node = find(root, {QStringLiteral("Text"), QStringLiteral("as JSON")});
    QVERIFY(node != nullptr);
    QCOMPARE(node->value, fault);
    QCOMPARE(node->meaning, ui::Meaning::Warning);
}

void DetailTreeTest::marksDoubledKeysAndKeepsEveryDigit()
{
    const DetailNode root =
        ui::detailTree(detailOf(frame(1), R"({"id":12345678901234567890,"id":1})"), m_names);
    const DetailNode* json = find(root, {QStringLiteral("JSON")});
    QCOMPARE(json->children.size(), 2U);
    QCOMPARE(json->children[0].value, QStringLiteral("12345678901234567890"));
    QVERIFY(json->children[0].explanation.contains(QStringLiteral("last digit")));
    QCOMPARE(json->children[1].meaning, ui::Meaning::Warning);
    QVERIFY(json->children[1].explanation.contains(QStringLiteral("twice")));
}

void DetailTreeTest::findsPictures()
{
    const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(40, 'x');
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Binary;
    const DetailNode binary = ui::detailTree(detailOf(row, png), m_names);
    QCOMPARE(find(binary, {QStringLiteral("Picture")})->image, png);
    for (const QByteArray& prefix : {QByteArray(), QByteArray("data:image/png;base64,")}) {
        const QByteArray json = R"({"p":")" + prefix + png.toBase64() + R"("})";
        const DetailNode text = ui::detailTree(detailOf(frame(1), json), m_names);
        QCOMPARE(find(text, {QStringLiteral("JSON"), QStringLiteral("p")})->image, png);
    }
    const DetailNode none =
        ui::detailTree(detailOf(frame(1), R"({"p":"aGVsbG8gd29ybGQgaGVsbG8gd29ybGQ="})"), m_names);
    QVERIFY(find(none, {QStringLiteral("JSON"), QStringLiteral("p")})->image.isEmpty());
}

void DetailTreeTest::namesControlFramesAndCompression()
{
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Ping;
    QCOMPARE(find(ui::detailTree(detailOf(row, "42"), m_names), {QStringLiteral("Ping payload")})->value,
             QStringLiteral("42"));
    row.header.opcode = websocket::Opcode::Pong;
    QCOMPARE(
        find(ui::detailTree(detailOf(row, "\xff\x01"), m_names), {QStringLiteral("Pong payload")})->value,
        QStringLiteral("ff 01"));
    row.header.opcode = websocket::Opcode::Text;
    row.header.reservedBits = 4;
    QVERIFY(find(ui::detailTree(detailOf(row, "zz"), m_names), {QStringLiteral("Compressed")})
                ->explanation.contains(QStringLiteral("RFC 7692")));
}

void DetailTreeTest::linksFragmentsAndShowsTheirMessage()
{
    link::FrameRow row = frame(811, "e\":1}");
    row.header.opcode = websocket::Opcode::Continuation;
    row.fragment = 2;
    row.message = MessageId(18);
    link::FrameDetail detail = detailOf(row, "e\":1}");
    detail.number = 811;
    detail.fragments = {810, 811};
    detail.message = R"({"price":1})";
    const DetailNode root = ui::detailTree(detail, m_names);
    const DetailNode* fragments = find(root, {QStringLiteral("Fragments")});
    QCOMPARE(fragments->value, QStringLiteral("⋯ fragment 2 of 2 of message m18"));
    QCOMPARE(fragments->children[0].frame, 810U);
    QCOMPARE(fragments->children[1].frame, 0U);
    const DetailNode* price =
        find(root, {QStringLiteral("Whole message"), QStringLiteral("Envelope"), QStringLiteral("price")});
    QVERIFY(price != nullptr);
    QCOMPARE(price->source, ui::BytesSource::Message);
    QCOMPARE(detail.message.sliced(price->offset, price->length), QByteArray("1"));
    detail.message.clear();
    const DetailNode partial = ui::detailTree(detail, m_names);
    QCOMPARE(find(partial, {QStringLiteral("Fragments")})->value,
             QStringLiteral("⋯ fragment 2 of message m18"));
    QVERIFY(find(partial, {QStringLiteral("Whole message")}) == nullptr);
}

void DetailTreeTest::explainsTheHandshake()
{
    link::FrameDetail detail;
    detail.row = frame(1);
    detail.row.kind = link::RowKind::Opened;
    detail.handshakeRequest =
        "GET /ws HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    detail.handshakeResponse = "HTTP/1.1 101 Switching Protocols\r\n"
                               "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
    DetailNode root = ui::handshakeTree(detail);
    const DetailNode* accept = find(root, {QStringLiteral("Answer"), QStringLiteral("Sec-WebSocket-Accept")});
    QCOMPARE(accept->meaning, ui::Meaning::Good);
    QVERIFY(accept->explanation.startsWith(QStringLiteral("✓ matches the key")));
    QVERIFY(!find(root, {QStringLiteral("Request"), QStringLiteral("Host")})->explanation.isEmpty());
    detail.handshakeResponse.replace("xOo=", "xOO=");
    root = ui::handshakeTree(detail);
    QCOMPARE(find(root, {QStringLiteral("Answer"), QStringLiteral("Sec-WebSocket-Accept")})->meaning,
             ui::Meaning::Bad);
}

void DetailTreeTest::findsTheLineOfAByte()
{
    ui::DetailModel model;
    const QByteArray payload = R"({"action":"say","message":"{\"a\":1,\"b\":2}"})";
    model.setTree(ui::detailTree(detailOf(routed(1, 18), payload), m_names));
    const auto nameAt = [&model](qsizetype byte) {
        return model.indexAt(ui::BytesSource::Frame, byte).data().toString();
    };
    QCOMPARE(nameAt(0), QStringLiteral("RFC 6455 header")); // of several fields
    QCOMPARE(nameAt(3), QStringLiteral("masking key"));
    const qsizetype head = 6;
    QCOMPARE(nameAt(head), QStringLiteral("Envelope"));
    QCOMPARE(nameAt(head + payload.indexOf("say")), QStringLiteral("action"));
    QCOMPARE(nameAt(head + payload.indexOf("b\\")), QStringLiteral("message"));
    QVERIFY(!model.indexAt(ui::BytesSource::Frame, 10'000).isValid());
    QCOMPARE(model.indexOfField(4).data().toString(), QStringLiteral("opcode"));
    QVERIFY(!model.indexOfField(-1).isValid());
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
