// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/xsockets_detail.h"

#include "tests/support/test_registry.h"
#include "tests/ui/detail_samples.h"
#include "ui/models/client_names.h"
#include "ui/models/detail_tree.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::DetailNode;

namespace {

/// "topic (T): "5" subscribe" and so on, a line for each node; `payload` is written with single quotes.
QStringList linesOf(const DetailNode& node, const QString& indent = {})
{
    QStringList lines{indent + node.name + u": "_s + node.value};
    for (const DetailNode& child : node.children) {
        lines += linesOf(child, indent + u"  "_s);
    }
    return lines;
}

QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

DetailNode detailOf(const QByteArray& payload)
{
    return ui::xsocketsDetail(*ui::jsonOutline(payload), 6, ui::BytesSource::Frame);
}

} // namespace

class XSocketsDetailTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheFields();
    void saysWhatAReservedTopicAsksFor();
    void starsThePersistentIdButNotTheBytes();
    void keysOfOtherNamesArePassedOver();
    void theDetailOfAFrameHasIt();
    void formsForOtherDialectsAreDecodedToo();

private:
    ui::ClientNames m_names;
};

void XSocketsDetailTest::namesTheFields()
{
    const DetailNode node =
        detailOf(json("{'c':'chat','t':'say','d':'{\\'price\\':12}','i':7,'q':1,'r':true}"));
    QCOMPARE(linesOf(node),
             (QStringList{u"XSockets: publish chat › say"_s, u"  controller (c): \"chat\""_s,
                          u"  topic (t): \"say\""_s, u"  data (d): \"{\"price\":12}\""_s, u"    price: 12"_s,
                          u"  id (i): 7"_s, u"  quality of service (q): 1"_s, u"  retained (r): true"_s}));
    QCOMPARE(node.children.at(0).offset, qsizetype{6 + 5}); // linked with the bytes
}

void XSocketsDetailTest::saysWhatAReservedTopicAsksFor()
{
    const DetailNode node = detailOf(json("{'C':'chat','T':'5','D':{'T':'say','A':true}}"));
    QCOMPARE(linesOf(node),
             (QStringList{u"XSockets: subscribe chat"_s, u"  controller (C): \"chat\""_s,
                          u"  topic (T): \"5\" subscribe"_s, u"  data (D): object, 2 members"_s,
                          u"    topic (T): \"say\""_s, u"    to be confirmed (A): true"_s}));
}

void XSocketsDetailTest::starsThePersistentIdButNotTheBytes()
{
    const QByteArray payload =
        json("{'C':'chat','T':'2','D':'{\\'CI\\':\\'11\\',\\'PI\\':\\'secret-4f2a\\'}'}");
    link::FrameRow row = xsocketsFrame(1, "2", {});
    row.direction = link::Direction::Sent;
    const link::FrameDetail detail = frameDetail(row, payload);
    const QStringList lines = linesOf(ui::detailTree(detail, m_names));
    QVERIFY(lines.contains(u"      PersistentId (PI): …4f2a"_s));
    QVERIFY(ui::frameBytes(detail).bytes.contains("secret-4f2a"));
}

void XSocketsDetailTest::keysOfOtherNamesArePassedOver()
{
    const DetailNode node = detailOf(json("{'T':'say','B':null}"));
    QCOMPARE(node.value, u"publish"_s);
    QCOMPARE(node.children.at(1).name, u"B"_s);
    QVERIFY(!node.children.at(1).explanation.isEmpty());
}

void XSocketsDetailTest::theDetailOfAFrameHasIt()
{
    const link::FrameDetail detail =
        frameDetail(xsocketsFrame(1, "say", "1"), json("{'C':'chat','T':'say','D':'1'}"));
    QVERIFY(linesOf(ui::detailTree(detail, m_names)).contains(u"  XSockets: publish chat › say"_s));
    const link::FrameDetail none = frameDetail(xsocketsFrame(2, {}, {}), "hello");
    QVERIFY(linesOf(ui::detailTree(none, m_names)).contains(u"  Text: hello"_s));
}

void XSocketsDetailTest::formsForOtherDialectsAreDecodedToo()
{
    link::FrameDetail detail = frameDetail(routed(1, 18), json("{'action':'say','message':'hi'}"));
    link::Encoding encoding;
    encoding.payload = json("{'C':'chat','T':'say','D':'hi'}");
    encoding.clients = {ClientId(4)};
    detail.encodings = {encoding};
    const DetailNode root = ui::detailTree(detail, m_names);
    const DetailNode& sent = root.children.back();
    QVERIFY(linesOf(sent, {}).contains(u"  XSockets: publish chat › say"_s));
    QCOMPARE(sent.children.at(1).offset, qsizetype{-1}); // the bytes beside it are others
}

SIGNALBOX_TEST(XSocketsDetailTest)
#include "xsockets_detail_test.moc"
