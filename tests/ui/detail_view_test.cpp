// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/detail_samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/bytes_pane.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/handshake_view.h"
#include "ui/widgets/header_diagram.h"
#include "ui/widgets/image_view.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/mend_button.h"
#include "ui/widgets/who_got_panel.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTabWidget>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class DetailViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_link = std::make_unique<TestLink>();
        m_state = std::make_unique<BrokerState>(*m_link);
        m_view = std::make_unique<DetailView>(*m_state);
        m_view->resize(1'100, 420);
        m_view->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_state.reset();
        m_link.reset();
    }

    void saysWhatToDoWhileThereIsNothing()
    {
        QCOMPARE(m_view->tabs().currentIndex(), 0);
        QVERIFY(!diagram().isVisible());
        QCOMPARE(visibleTabs(), QStringList{u"Bytes"_s});
    }

    void followsWhatBecomesOfADelivery()
    {
        m_view->show(messageToRed());
        const QAbstractItemModel& model = *m_view->tree().model();
        const QModelIndexList found = model.match(model.index(0, 0), Qt::DisplayRole, u"c4"_s, 1,
                                                  Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        const QModelIndex fate = found.first().siblingAtColumn(DetailModel::ValueColumn);
        QCOMPARE(fate.data().toString(), u"◐ queued, 9.4 KB"_s);
        Q_EMIT m_state->deliveriesAdded({{MessageId(17), {{ClientId(4), DeliveryState::Sent, 0}}, true}});
        QCOMPARE(fate.data().toString(), u"◐ queued, 9.4 KB"_s); // another message
        Q_EMIT m_state->deliveriesAdded({{MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}, true}});
        QCOMPARE(fate.data().toString(), u"● sent"_s);
    }

    void saysTheMainThingBeforeAnybodyPoints()
    {
        m_view->show(messageToRed());
        QCOMPARE(m_view->sentence(), u"1 of 5 clients got it, 1 waits: it went to group red."_s);
        link::FrameRow row = frame(1);
        row.header.opcode = websocket::Opcode::Close;
        m_view->show(frameDetail(row, QByteArray("\x0f\xa8", 2)));
        QVERIFY2(m_view->sentence().startsWith(u"Close: Signalbox's own"_s), qPrintable(m_view->sentence()));
        m_view->show(frameDetail(frame(1), "{\"a\":}"));
        QVERIFY2(m_view->sentence().startsWith(u"Text: not JSON"_s), qPrintable(m_view->sentence()));
        m_view->show(handshakeDetail(link::RowKind::Opened));
        QVERIFY2(m_view->sentence().startsWith(u"Sec-WebSocket-Accept: ✓ matches"_s),
                 qPrintable(m_view->sentence()));
        m_view->show(frameDetail(frame(1), "hello"));
        QCOMPARE(m_view->sentence(), u"Point at a line or a byte to read what it says."_s);
    }

    void showsAPayloadOfMegabytesAtOnce()
    {
        QElapsedTimer timer;
        timer.start();
        m_view->show(frameDetail(frame(1), "{\"a\":\"" + QByteArray(16 << 20, 'x') + "\"}"));
        QVERIFY(!m_view->grab().isNull());
        m_view->bytesPane().showNext();
        QVERIFY(!m_view->grab().isNull());
        qInfo("16 MiB shown twice in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 5'000);
    }

    void pointingAtABitLightsUpItsByteAndItsLineAndSaysWhatItMeans()
    {
        m_view->show(frameDetail(frame(1), "hello"));
        QTest::mouseMove(&diagram(), diagram().fieldRect(4).center());
        QTRY_VERIFY(m_view->sentence().startsWith(u"opcode 0x1 text: A text message"_s));
        QVERIFY(diagram().isPointed(4));
        QCOMPARE(m_view->tree().linked().data().toString(), u"opcode"_s);
        QTest::mouseMove(&m_view->tree());
    }

    void pointingAtAByteLightsUpItsBits()
    {
        m_view->show(frameDetail(frame(1), R"({"a":1})"));
        QTest::mouseMove(bytes().viewport(), bytes().byteRect(1).center());
        QTRY_VERIFY(m_view->sentence().startsWith(u"Byte 1: MASK 1, payload length 7"_s));
        QVERIFY(diagram().isPointed(5));
        QVERIFY(diagram().isPointed(6));
        QVERIFY(!diagram().isPointed(0));
        QTest::mouseMove(bytes().viewport(), bytes().byteRect(11).center());
        QTRY_VERIFY(m_view->sentence().startsWith(u"Payload byte 5: "_s));
        QCOMPARE(m_view->tree().linked().data().toString(), u"a"_s);
    }

    void pointingAtALineLightsUpItsBits()
    {
        m_view->show(frameDetail(frame(1), "hello"));
        m_view->tree().expandAll();
        const QModelIndex key = line({u"RFC 6455 header"_s, u"masking key"_s});
        QTest::mouseMove(m_view->tree().viewport(), m_view->tree().visualRect(key).center());
        QTRY_VERIFY(m_view->sentence().startsWith(u"masking key: Chosen by the client"_s));
        QVERIFY(diagram().isPointed(7));
    }

    void choosingALineMarksItsBytesForCopying()
    {
        m_view->show(frameDetail(frame(1), R"({"a":12})"));
        m_view->tree().setCurrentIndex(line({u"JSON"_s, u"a"_s}));
        QCOMPARE(bytes().chosenBytes().toByteArray(), QByteArray("12"));
    }

    void choosingAByteChoosesItsLine()
    {
        m_view->show(frameDetail(frame(1), R"({"a":12})"));
        QTest::mouseClick(bytes().viewport(), Qt::LeftButton, {}, bytes().byteRect(11).center());
        QCOMPARE(m_view->tree().currentIndex().siblingAtColumn(0).data().toString(), u"a"_s);
    }

    void walkingTheDiagramChoosesLines()
    {
        m_view->show(frameDetail(frame(1), "hello"));
        QTest::keyClick(&diagram(), Qt::Key_Right);
        QCOMPARE(m_view->tree().currentIndex().siblingAtColumn(0).data().toString(), u"RSV1"_s);
        QVERIFY(m_view->sentence().startsWith(u"RSV1 0: "_s));
    }

    void switchesToTheBytesOnTheWireAndBack()
    {
        m_view->show(frameDetail(frame(1), "hello"));
        QVERIFY(bytes().lineText(0).contains(u"hello"_s));
        m_view->bytesPane().showNext();
        QVERIFY(!bytes().lineText(0).contains(u"hello"_s));
        QVERIFY(bytes().lineText(0).contains(u"3a 51 9c 07 52 34"_s));
        m_view->show(frameDetail(frame(2), "again")); // stays so for the next frame
        QCOMPARE(m_view->bytesPane().shown(), BytesPane::Shown::Wire);
        m_view->bytesPane().showNext();
        QVERIFY(bytes().lineText(0).contains(u"again"_s));
    }

    void linksFragmentsAndShowsTheWholeMessage()
    {
        m_view->show(fragmentDetail());
        m_view->tree().expandAll();
        QSignalSpy wanted(m_view.get(), &DetailView::frameWanted);
        const QModelIndex other = line({u"Fragments"_s, u"frame 812"_s});
        QTest::mouseClick(m_view->tree().viewport(), Qt::LeftButton, {},
                          m_view->tree().visualRect(other).center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toULongLong(), 812U);
        m_view->tree().setCurrentIndex(line({u"Whole message"_s, u"Envelope"_s, u"message"_s, u"price"_s}));
        QCOMPARE(m_view->bytesPane().shown(), BytesPane::Shown::Message);
        QCOMPARE(bytes().chosenBytes().toByteArray(), QByteArray("12.5"));
        m_view->tree().setCurrentIndex(line({u"RFC 6455 header"_s}));
        QCOMPARE(m_view->bytesPane().shown(), BytesPane::Shown::Unmasked);
    }

    void explainsAHandshake()
    {
        m_view->show(handshakeDetail(link::RowKind::Opened));
        QCOMPARE(m_view->tabs().currentWidget(), static_cast<QWidget*>(&m_view->handshake()));
        QVERIFY(!m_view->handshake().allowSession().isVisible());
        QVERIFY(!diagram().isVisible());
        m_view->show(frameDetail(frame(1), "hello"));
        QCOMPARE(visibleTabs(), QStringList{u"Bytes"_s});
    }

    void whatAFieldSaysIsNeverCut()
    {
        m_view->resize(900, 500);
        m_view->show(handshakeDetail(link::RowKind::Opened));
        auto* table = m_view->handshake().findChild<QTreeView*>();
        QTRY_VERIFY(table->columnWidth(DetailModel::ExplanationColumn) > 0);
        const QModelIndex request = table->model()->index(0, 0);
        int wrapped = 0;
        for (int row = 0; row < table->model()->rowCount(request); ++row) {
            const QModelIndex cell = table->model()->index(row, DetailModel::ExplanationColumn, request);
            const QRect rect = table->visualRect(cell);
            const QRect text = table->fontMetrics().boundingRect(QRect(0, 0, rect.width() - 2, 10'000),
                                                                 Qt::TextWordWrap, cell.data().toString());
            QVERIFY2(text.height() <= rect.height(), qPrintable(cell.data().toString()));
            wrapped += text.height() > table->fontMetrics().height() ? 1 : 0;
        }
        QVERIFY(wrapped > 0);
        QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    }

    void allowsARefusedOriginForTheSession()
    {
        m_view->show(handshakeDetail(link::RowKind::Refused));
        HandshakeView& view = m_view->handshake();
        QVERIFY(view.refusal().contains(u"403"_s) && view.refusal().contains(u"https://shop.example"_s));
        QCOMPARE(view.allowSession().text(), u"Allow this session"_s);
        QTest::keyClick(&view.allowSession(), Qt::Key_Space);
        QCOMPARE(m_link->last<link::AllowOrigin>()->origin, QByteArray("https://shop.example"));
        QVERIFY(!m_link->last<link::AllowOrigin>()->always);
        m_link->answer(m_link->lastId<link::AllowOrigin>(), link::CommandAnswer::Done{});
        QCOMPARE(view.allowSession().text(), u"Allowed for this session"_s);
        QVERIFY(!view.allowAlways().isVisible());
    }

    void allowsARefusedOriginForEver()
    {
        m_view->show(handshakeDetail(link::RowKind::Refused));
        QTest::keyClick(&m_view->handshake().allowAlways(), Qt::Key_Space);
        QVERIFY(m_link->last<link::AllowOrigin>()->always);
        m_link->answer(m_link->lastId<link::AllowOrigin>(), link::CommandAnswer::Done{});
        QCOMPARE(m_view->handshake().allowAlways().text(), u"Always allowed"_s);
    }

    void offersNothingForAnotherRefusal()
    {
        link::FrameDetail detail = handshakeDetail(link::RowKind::Refused);
        detail.row.text = "http.host_refused";
        m_view->show(detail);
        QVERIFY(!m_view->handshake().allowSession().isVisible());
    }

    void keepsWhoGotThisInFrontWhileOneWalksMessages()
    {
        m_view->show(messageToRed());
        QCOMPARE(visibleTabs(), (QStringList{u"Bytes"_s, u"Who got this?"_s}));
        m_view->showWhoGot();
        QVERIFY(m_view->whoGot().field().hasFocus());
        m_view->show(frameDetail(frame(1), "hello"));
        QCOMPARE(m_view->tabs().currentIndex(), 0);
        m_view->show(messageToRed());
        QCOMPARE(m_view->tabs().currentWidget(), static_cast<QWidget*>(&m_view->whoGot()));
    }

    void showsAPicture()
    {
        link::FrameRow row = frame(1);
        row.header.opcode = websocket::Opcode::Binary;
        QImage image(20, 10, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        m_view->show(frameDetail(row, png));
        QCOMPARE(visibleTabs(), (QStringList{u"Bytes"_s, u"Picture"_s}));
        QCOMPARE(m_view->picture().image().size(), QSize(20, 10));
    }

    void saysThatAFrameIsNoLongerKept()
    {
        link::FrameDetail detail = messageToRed();
        detail.kept = false;
        m_view->show(detail);
        QCOMPARE(m_view->tree().model()->rowCount(), 0);
        QCOMPARE(visibleTabs(), QStringList{u"Bytes"_s});
    }

private:
    [[nodiscard]] HeaderDiagram& diagram() const { return m_view->bytesPane().diagram(); }
    [[nodiscard]] BytesView& bytes() const { return m_view->bytes(); }
    [[nodiscard]] QStringList visibleTabs() const
    {
        QStringList names;
        for (int index = 0; index < m_view->tabs().count(); ++index) {
            if (m_view->tabs().isTabVisible(index)) {
                names += m_view->tabs().tabText(index);
            }
        }
        return names;
    }
    /// The line that a path of names leads to.
    [[nodiscard]] QModelIndex line(const QStringList& path) const
    {
        const QAbstractItemModel& model = *m_view->tree().model();
        QModelIndex found;
        for (const QString& name : path) {
            QModelIndex next;
            for (int row = 0; row < model.rowCount(found); ++row) {
                if (model.index(row, 0, found).data().toString() == name) {
                    next = model.index(row, 0, found);
                }
            }
            found = next;
        }
        return found;
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<BrokerState> m_state;
    std::unique_ptr<DetailView> m_view;
};

SIGNALBOX_TEST(DetailViewTest)
#include "detail_view_test.moc"
