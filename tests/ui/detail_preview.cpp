// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: writes a picture of the detail of a frame, to look at while working on it.
//   detail_preview FILE.png WIDTHxHEIGHT light|dark short|long|huge|fragment|opened|refused|who|picture|none
#include "tests/support/test_link.h"
#include "tests/ui/detail_samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/bytes_pane.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/header_diagram.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/who_got_panel.h"

#include <QtCore/QBuffer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabWidget>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

const QByteArray envelope =
    R"({"action":"say","userId":"ann","message":"{\"price\":12.5,\"id\":12345678901234567890}",)"
    R"("recipients":[{"type":"group","value":"red"},{"type":"allButUser","value":"ann"}]})";

link::FrameDetail detailOf(const QString& scene)
{
    if (scene == u"fragment"_s) {
        return fragmentDetail();
    }
    if (scene == u"opened"_s || scene == u"refused"_s) {
        return handshakeDetail(scene == u"opened"_s ? link::RowKind::Opened : link::RowKind::Refused);
    }
    if (scene == u"who"_s) {
        return messageToRed();
    }
    if (scene == u"short"_s || scene == u"close"_s) {
        link::FrameRow row = frame(812);
        row.header.opcode = scene == u"close"_s ? websocket::Opcode::Close : websocket::Opcode::Text;
        return frameDetail(row, scene == u"close"_s ? QByteArray("\x0f\xa8slow client") : R"({"a":1,})");
    }
    if (scene == u"picture"_s) {
        QImage image(320, 200, QImage::Format_RGB32);
        image.fill(QColor(0x3a, 0x7f, 0x9c));
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return frameDetail(frame(812), R"({"picture":"data:image/png;base64,)" + png.toBase64() + R"("})");
    }
    link::FrameDetail detail =
        frameDetail(routed(812, 18, 2), scene == u"huge"_s ? QByteArray(70'000, 'x') : envelope);
    detail.routing = messageToRed().routing;
    detail.deliveries = messageToRed().deliveries;
    return detail;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 5) {
        qWarning("usage: detail_preview FILE.png WIDTHxHEIGHT light|dark SCENE");
        return 2;
    }
    const QStringList size = arguments[2].split(u'x');
    const QString scene = arguments[4];
    TestLink link;
    ui::Appearance appearance;
    appearance.choose(arguments[3] == u"dark"_s ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    ui::BrokerState state(link);
    link.emitEvent(
        link::ClientsChanged{{client(3, "ann", {"red"}), client(7, "carol"), client(8, "dan", {"blue"})}});
    ui::DetailView view(state);
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    view.setVisible(true);
    if (scene != u"none"_s) {
        view.show(detailOf(scene));
    }
    if (scene == u"who"_s) {
        view.showWhoGot();
        view.whoGot().answerFor(u"carol"_s);
    }
    if (scene == u"picture"_s) {
        view.tabs().setCurrentIndex(view.tabs().count() - 1);
    }
    QTest::keyClick(&view.bytesPane().diagram(), Qt::Key_End);
    QTest::keyClick(&view.bytesPane().diagram(), Qt::Key_Left);
    QTest::qWait(100);
    return view.grab().save(arguments[1]) ? 0 : 1;
}
