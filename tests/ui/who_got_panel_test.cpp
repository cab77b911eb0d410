// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/routing_samples.h"
#include "ui/models/command_sender.h"
#include "ui/models/routing_model.h"
#include "ui/widgets/mend_button.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/who_got_panel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using ui::RoutingModel;

class WhoGotPanelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_people = std::make_unique<People>();
        for (const auto& info : {client(3, "ann", {"red"}), client(7, "carol"), client(8, "dan", {"blue"})}) {
            m_people->connect(info);
        }
        m_link = std::make_unique<TestLink>();
        m_commands = std::make_unique<ui::CommandSender>(*m_link);
        QObject::connect(m_link.get(), &link::BrokerLink::eventsArrived, this,
                         [this](const std::vector<link::Event>& events) {
                             m_commands->deliver(std::get<link::CommandAnswer>(events.front()));
                         });
        m_panel = std::make_unique<ui::WhoGotPanel>(m_people->known(), *m_commands);
        m_panel->resize(500, 300);
        m_panel->setVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->show(messageToRed());
    }

    void cleanup() { m_panel.reset(); }

    void listsEverybodyWithReasons()
    {
        QCOMPARE(m_panel->sentence(), u"1 of 5 clients got it, 1 waits: it went to group red."_s);
        QCOMPARE(rows(), (QStringList{u"ann c3"_s, u"bob c4"_s, u"carol c7"_s, u"dan c8"_s, u"eve c9"_s}));
    }

    void findsAsOneTypes()
    {
        QTest::keyClicks(&m_panel->field(), u"caro"_s);
        QCOMPARE(rows(), QStringList{u"carol c7"_s});
        m_panel->field().clear();
        QCOMPARE(rows().size(), 5);
    }

    void saysWhyNot()
    {
        QTest::keyClicks(&m_panel->field(), u"carol"_s);
        QTest::keyClick(&m_panel->field(), Qt::Key_Return);
        QVERIFY2(m_panel->answer().startsWith(u"carol (c7) was not in red"_s), qPrintable(m_panel->answer()));
        QVERIFY(m_panel->mendButton().isVisible());
        QCOMPARE(m_panel->mendButton().text(), u"Add to red"_s);
        m_panel->answerFor(u"zoe"_s);
        QCOMPARE(m_panel->answer(), u"There was no client with user zoe."_s);
        QVERIFY(!m_panel->mendButton().isVisible());
        m_panel->answerFor(u"dan c8"_s);
        QVERIFY(m_panel->answer().startsWith(u"dan (c8) was not in red"_s));
    }

    void followsTheDeliveriesOfItsMessage()
    {
        m_panel->list().setCurrentIndex(m_panel->list().model()->index(1, 0));
        QVERIFY2(m_panel->answer().contains(u"waited in its queue"_s), qPrintable(m_panel->answer()));
        QSignalSpy changed(m_panel.get(), &ui::WhoGotPanel::sentenceChanged);
        m_panel->addDeliveries({{MessageId(19), {{ClientId(4), DeliveryState::Sent, 0}}}}); // another message
        QCOMPARE(changed.size(), 0);
        m_panel->addDeliveries({{MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_panel->sentence(), u"2 of 5 clients got it: it went to group red."_s);
        QCOMPARE(m_panel->list().model()->index(1, RoutingModel::StateColumn).data().toString(), u"● sent"_s);
        QVERIFY2(m_panel->answer().contains(u"got it"_s), qPrintable(m_panel->answer()));
        QCOMPARE(m_panel->list().currentIndex().row(), 1);
    }

    void followsTheProgressOfItsMessage()
    {
        using namespace std::chrono_literals;
        m_panel->field().setText(u"bo"_s);
        m_panel->addProgress({MessageId(19), {{ClientId(4), link::DeliveryStage::Sent, 1ms}}});
        QVERIFY(m_panel->sentence().startsWith(u"1 of 5 clients got it, 1 waits"_s));
        m_panel->addProgress({MessageId(18), {{ClientId(4), link::DeliveryStage::Lost, 1ms}}});
        QVERIFY2(m_panel->sentence().startsWith(u"1 of 5 clients got it, 1 dropped"_s),
                 qPrintable(m_panel->sentence()));
        QCOMPARE(m_panel->field().text(), u"bo"_s);
    }

    void mendsWithTheButton()
    {
        m_panel->answerFor(u"c7"_s);
        QTest::keyClick(&m_panel->mendButton(), Qt::Key_Space);
        QCOMPARE(m_link->last<link::JoinGroup>()->client, ClientId(7));
        QVERIFY(!m_panel->mendButton().isEnabled());
        m_link->answer(m_link->lastId<link::JoinGroup>(), link::CommandAnswer::Done{});
        QCOMPARE(m_panel->mendButton().text(), u"Added to red"_s);
    }

    void saysWhyMendingFailed()
    {
        m_panel->answerFor(u"c7"_s);
        QTest::keyClick(&m_panel->mendButton(), Qt::Key_Space);
        m_link->answer(m_link->lastId<link::JoinGroup>(), Error{"client.unknown", u"It has gone."_s});
        QCOMPARE(m_panel->answer(), u"It has gone."_s);
        QVERIFY(m_panel->mendButton().isEnabled());
    }

    void mendsInTheList()
    {
        const QModelIndex cell = m_panel->list().model()->index(2, RoutingModel::MendColumn);
        QCOMPARE(cell.data().toString(), u"Add to red"_s);
        m_panel->list().scrollTo(cell);
        QTest::mouseClick(m_panel->list().viewport(), Qt::LeftButton, {},
                          m_panel->list().visualRect(cell).center());
        QCOMPARE(m_link->last<link::JoinGroup>()->client, ClientId(7));
        m_link->answer(m_link->lastId<link::JoinGroup>(), link::CommandAnswer::Done{});
        QCOMPARE(cell.data().toString(), u"Added to red"_s);

        m_panel->list().setCurrentIndex(m_panel->list().model()->index(3, 0));
        m_panel->list().setFocus();
        QTest::keyClick(&m_panel->list(), Qt::Key_Return);
        QCOMPARE(m_link->last<link::JoinGroup>()->client, ClientId(8));
        QVERIFY(m_panel->answer().startsWith(u"dan (c8)"_s));
    }

    void hasNothingToMendWhereNothingHelps()
    {
        const QModelIndex cell = m_panel->list().model()->index(0, RoutingModel::MendColumn);
        m_panel->list().setCurrentIndex(cell);
        m_panel->list().setFocus();
        QTest::keyClick(&m_panel->list(), Qt::Key_Return);
        QVERIFY(m_link->commands.empty());
    }

    void modelKeepsItsShape()
    {
        RoutingModel model;
        const QAbstractItemModelTester tester(&model);
        model.setLines(whoGotThis(messageToRed(), m_people->known()).lines);
        QCOMPARE(model.rowCount(), 5);
        model.setFilter(u"RED"_s); // in the reason
        QCOMPARE(model.rowCount(), 5);
        model.setFilter(u"nobody"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        model.updateLines(whoGotThis(messageToRed(), m_people->known()).lines);
        QCOMPARE(model.rowCount(), 5);
        model.setFilter(u"nobody"_s);
        model.setMendText(ClientId(7), u"…"_s);
        model.setFilter({});
        QCOMPARE(model.index(2, RoutingModel::MendColumn).data().toString(), u"…"_s);
        QCOMPARE(model.index(2, 0).data(Qt::AccessibleTextRole).toString(),
                 u"carol c7: left out, not in red"_s);
    }

private:
    [[nodiscard]] QStringList rows() const
    {
        QStringList names;
        for (int row = 0; row < m_panel->list().model()->rowCount(); ++row) {
            names += m_panel->list().model()->index(row, RoutingModel::ClientColumn).data().toString();
        }
        return names;
    }

    std::unique_ptr<People> m_people;
    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<ui::CommandSender> m_commands;
    std::unique_ptr<ui::WhoGotPanel> m_panel;
};

SIGNALBOX_TEST(WhoGotPanelTest)
#include "who_got_panel_test.moc"
