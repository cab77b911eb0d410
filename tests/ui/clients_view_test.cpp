// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/fan_bar.h"
#include "ui/widgets/plain_tree.h"

#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::ClientColumn;
using ui::ClientsModel;
using ui::ClientsView;
using ui::Fan;
using ui::FanPart;

class ClientsViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void findsWhatIsTypedAndClearsWithEscape();
    void saysThatNobodyMatches();
    void sortsWhenAHeadingIsClicked();
    void holdsRowsWhileThePointerIsInTheList();
    void keepsTheSelectionWhileOthersComeAndGo();
    void lightsUpWhoGotTheMessage();
    void showsOnlyThePartThatIsChosen();
    void endsTheFanWithEscapeAndGivesTheColumnsBack();
    void endsTheFanWithTheCross();
    void drawsAnyNameAsText();

private:
    [[nodiscard]] QStringList names() const
    {
        QStringList texts;
        const QAbstractItemModel* model = m_view->tree().model();
        for (int row = 0; row < model->rowCount(); ++row) {
            texts += model->index(row, 0).data().toString().sliced(2);
        }
        return texts;
    }
    [[nodiscard]] bool isShown(ClientColumn column) const
    {
        return !m_view->tree().isColumnHidden(static_cast<int>(column));
    }

    std::unique_ptr<ClientsModel> m_clients;
    std::unique_ptr<ClientsView> m_view;
};

void ClientsViewTest::init()
{
    m_clients = std::make_unique<ClientsModel>();
    m_view = std::make_unique<ClientsView>(*m_clients);
    m_clients->apply({client(4, "dan", {"blue"}), client(3, "cat", {"red"}), client(2, "bob", {"red"}),
                      client(1, "ann", {"red"})});
    m_view->resize(320, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void ClientsViewTest::cleanup()
{
    m_view.reset();
    m_clients.reset();
}

void ClientsViewTest::findsWhatIsTypedAndClearsWithEscape()
{
    QLineEdit& search = m_view->searchEdit();
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("red b"));
    QCOMPARE(names(), QStringList{u"bob"_s});
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(names().size(), 4);
}

void ClientsViewTest::saysThatNobodyMatches()
{
    m_view->searchEdit().setText(QStringLiteral("zed"));
    QCOMPARE(m_view->tree().model()->rowCount(), 0);
    QVERIFY(m_view->tree().emptyText().contains(QStringLiteral("No client")));
    m_view->searchEdit().clear();
    QVERIFY(m_view->tree().emptyText().contains(QStringLiteral("Nobody")));
}

void ClientsViewTest::sortsWhenAHeadingIsClicked()
{
    QHeaderView* header = m_view->tree().header();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(10, header->height() / 2));
    QCOMPARE(names(), (QStringList{u"ann"_s, u"bob"_s, u"cat"_s, u"dan"_s}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(10, header->height() / 2));
    QCOMPARE(names(), (QStringList{u"dan"_s, u"cat"_s, u"bob"_s, u"ann"_s}));
}

void ClientsViewTest::holdsRowsWhileThePointerIsInTheList()
{
    m_view->tree().sortByColumn(static_cast<int>(ClientColumn::Queue), Qt::DescendingOrder);
    const QStringList before = names();
    QEvent enter(QEvent::Enter);
    QCoreApplication::sendEvent(m_view->tree().viewport(), &enter);
    m_clients->measure({{ClientId(1), 0, 0, 0, 0, 999, {}}});
    m_clients->tick(sampleTime);
    QCOMPARE(names(), before);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->tree().viewport(), &leave);
    QTRY_COMPARE(names().first(), QStringLiteral("ann"));
}

void ClientsViewTest::keepsTheSelectionWhileOthersComeAndGo()
{
    m_view->select(ClientId(2));
    QCOMPARE(m_view->selectedClient(), ClientId(2));
    m_clients->apply({client(5, "aaron")});
    m_view->tree().sortByColumn(0, Qt::AscendingOrder);
    m_clients->remove({ended(1)});
    QCOMPARE(m_view->selectedClient(), ClientId(2));
    m_clients->remove({ended(2)});
    QVERIFY(m_view->selectedClient().isNull()); // and not a neighbour
}

void ClientsViewTest::lightsUpWhoGotTheMessage()
{
    QVERIFY(!m_view->fanBar().isVisible());
    QVERIFY(!isShown(ClientColumn::Fan));
    m_clients->setFan(Fan(fanDetail()));
    QVERIFY(m_view->fanBar().isVisible());
    QCOMPARE(m_view->fanBar().heading(), QStringLiteral("Message 812: 1 of 4 got it"));
    QVERIFY(isShown(ClientColumn::Fan));
    QCOMPARE(names(), (QStringList{u"bob"_s, u"ann"_s, u"cat"_s, u"dan"_s})); // waits, got, left out
    const QAbstractItemModel* model = m_view->tree().model();
    QCOMPARE(model->index(0, static_cast<int>(ClientColumn::Fan)).data().toString(),
             QStringLiteral("◐ waits, 9.4 KB"));
    m_clients->add(
        std::vector<link::DeliveryUpdate>{{MessageId(18), {{ClientId(2), DeliveryState::Sent, 0}}}});
    QCOMPARE(m_view->fanBar().heading(), QStringLiteral("Message 812: 2 of 4 got it")); // live
}

void ClientsViewTest::showsOnlyThePartThatIsChosen()
{
    m_clients->setFan(Fan(fanDetail()));
    QTest::mouseClick(&m_view->fanBar().button(FanPart::LeftOut), Qt::LeftButton);
    QCOMPARE(names(), (QStringList{u"cat"_s, u"dan"_s}));
    QVERIFY(!m_view->fanBar().button(FanPart::Dropped).isVisible()); // there is none
    m_clients->setFan({});
    QCOMPARE(names().size(), 4); // the choice goes with the fan
}

void ClientsViewTest::endsTheFanWithEscapeAndGivesTheColumnsBack()
{
    m_clients->setFan(Fan(fanDetail()));
    QVERIFY(!isShown(ClientColumn::Groups));
    m_view->tree().setFocus();
    QTest::keyClick(&m_view->tree(), Qt::Key_Escape);
    QVERIFY(m_clients->fan().isEmpty());
    QVERIFY(!m_view->fanBar().isVisible());
    QVERIFY(isShown(ClientColumn::Groups));
    QVERIFY(isShown(ClientColumn::Queue));
    QVERIFY(!isShown(ClientColumn::Fan));
    QVERIFY(!isShown(ClientColumn::Address));
}

void ClientsViewTest::endsTheFanWithTheCross()
{
    m_clients->setFan(Fan(fanDetail()));
    QTest::mouseClick(&m_view->fanBar().close(), Qt::LeftButton);
    QVERIFY(m_clients->fan().isEmpty());
}

void ClientsViewTest::drawsAnyNameAsText()
{
    m_clients->apply({client(5, "<img src=x>"), client(6, QByteArray(5'000, 'x')), client(7, "שלום")});
    m_view->tree().sortByColumn(0, Qt::AscendingOrder);
    QVERIFY(!m_view->grab().isNull()); // asks for everything that is drawn
    QVERIFY(names().contains(QStringLiteral("<img src=x>")));
}

SIGNALBOX_TEST(ClientsViewTest)
#include "clients_view_test.moc"
