// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/services_view.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/service_samples.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/service_acts.h"
#include "ui/widgets/service_card.h"
#include "ui/widgets/services_wiring.h"
#include "ui/widgets/strikes_bar.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <memory>
#include <optional>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using link::ServiceState;

class ServicesViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open({}); }
    void cleanup()
    {
        m_window.reset();
        m_link.reset();
    }

    void saysWhereTheFolderIsWhileThereIsNoService()
    {
        m_link->emitEvent(services({}));
        showDock();
        const auto lines = view().findChildren<QLineEdit*>();
        QVERIFY(std::ranges::any_of(
            lines, [](const QLineEdit* line) { return line->text() == u"/home/ann/services"_s; }));
        QVERIFY(actions().addExample->isEnabled());
        QVERIFY(actions().openFolder->isEnabled());
        QVERIFY(!actions().openFile->isEnabled());
    }

    void saysWhyThereAreNoServices()
    {
        link::ServicesChanged off;
        off.availability = link::ServicesAvailability::SwitchedOff;
        m_link->emitEvent(off);
        QVERIFY(hasLabel(u"Services are switched off"_s));
        QVERIFY(!actions().addExample->isEnabled());
        off.availability = link::ServicesAvailability::NoFolder;
        m_link->emitEvent(off);
        QVERIFY(hasLabel(u"There is no folder for services"_s));
    }

    void showsWhatIsKnownOfTheServiceThatIsChosen()
    {
        link::ServiceInfo shop = service("shop.js");
        shop.resources = {{"GET", "/orders/{id}"}};
        shop.controllers = {"chat"};
        shop.subprotocols = {"DemoProtocol"};
        shop.clients = 4;
        shop.errors = 1;
        shop.lastError = link::ServiceFault{sampleTime, u"shop.js"_s, 7, u"<b>no</b>"_s};
        m_link->emitEvents({services({service("a.js"), shop}),
                            link::ServicesLogged{true, {logLine("shop.js", 1, u"hello"_s)}}});
        view().select("shop.js");
        const QString card = view().card().text();
        for (const QString& part : {u"shop.js"_s, u"/shop/ws"_s, u"● running"_s, u"GET /shop/orders/{id}"_s,
                                    u"chat"_s, u"DemoProtocol"_s, u"shop.js, line 7: <b>no</b>"_s}) {
            QVERIFY2(card.contains(part), qPrintable(part));
        }
        QCOMPARE(view().log().model()->rowCount(), 1);
    }

    void enablesDisablesAndReloads()
    {
        m_link->emitEvent(services({service("a.js"), service("b.js", ServiceState::DisabledByOperator)}));
        view().select("a.js");
        QVERIFY(!actions().enable->isEnabled() && actions().disable->isEnabled());
        actions().disable->trigger();
        QCOMPARE(m_link->last<link::SetServiceEnabled>()->file, QByteArray("a.js"));
        QVERIFY(!m_link->last<link::SetServiceEnabled>()->enabled);
        actions().reload->trigger();
        QCOMPARE(m_link->last<link::ReloadService>()->file, QByteArray("a.js"));
        view().select("b.js");
        QVERIFY(actions().enable->isEnabled());
        QVERIFY(!actions().disable->isEnabled() && !actions().reload->isEnabled());
        actions().enable->trigger();
        QCOMPARE(m_link->last<link::SetServiceEnabled>()->file, QByteArray("b.js"));
        QVERIFY(m_link->last<link::SetServiceEnabled>()->enabled);
    }

    void saysWhyACommandWasRefused()
    {
        m_link->emitEvent(services({service("a.js")}));
        actions().reload->trigger();
        m_link->answer(m_link->lastId<link::ReloadService>(), Error{"service.not_found", u"It is gone."_s});
        QVERIFY(hasLabel(u"It is gone."_s));
    }

    void opensNoFileOfABrokerElsewhere()
    {
        m_link->emitEvent(services({service("a.js")}));
        QVERIFY(actions().openFile->isEnabled());
        cleanup();
        open(u"ws://far:5210"_s);
        m_link->emitEvent(services({service("a.js")}));
        QVERIFY(!actions().openFile->isEnabled() && !actions().openFolder->isEnabled());
        QVERIFY(actions().openFile->toolTip().contains(u"runs elsewhere"_s));
        QVERIFY(actions().disable->isEnabled());
    }

    void copiesTheLog()
    {
        m_link->emitEvents(
            {services({service("a.js")}), link::ServicesLogged{true, {logLine("a.js", 1, u"hello"_s)}}});
        actions().copyLog->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"○ info  hello"_s));
    }

    void aServiceThatHadToBeStoppedIsSeenAcrossTheTop()
    {
        link::ServiceInfo bad = service("a.js", ServiceState::DisabledByStrikes);
        bad.lastError = link::ServiceFault{sampleTime, {}, 0, u"it took more than 500 ms"_s};
        m_link->emitEvent(services({service("a.js"), service("b.js")}));
        ui::StrikesBar& bar = m_window->strikesBar();
        QVERIFY(!bar.isVisible());
        m_link->emitEvent(services({bad, service("b.js")}));
        QVERIFY(bar.isVisible());
        QVERIFY(bar.text().contains(u"a.js"_s) && bar.text().contains(u"500 ms"_s));
        bar.showButton().click();
        QVERIFY(m_window->findChild<QDockWidget*>(u"services"_s)->isVisible());
        bar.enableButton().click();
        QCOMPARE(m_link->last<link::SetServiceEnabled>()->file, QByteArray("a.js"));
        m_link->emitEvent(services({service("a.js"), service("b.js")}));
        QVERIFY(!bar.isVisible());
    }

    void itsKeyBringsItUp()
    {
        m_link->emitEvent(services({service("a.js")}));
        m_window->actions().view.goToServices->trigger();
        QVERIFY(view().isVisible());
        QTRY_VERIFY(view().list().hasFocus());
    }

private:
    void open(const QString& place)
    {
        m_link.emplace();
        link::WindowOptions options;
        options.place = place;
        m_window.emplace(*m_link, options);
        m_window->show();
    }
    void showDock() { m_window->findChild<QDockWidget*>(u"services"_s)->show(); }
    [[nodiscard]] ui::ServicesView& view() { return m_window->servicesView(); }
    [[nodiscard]] ui::ServiceActions& actions() { return m_window->actions().services; }
    [[nodiscard]] bool hasLabel(const QString& part)
    {
        const auto labels = m_window->findChildren<QLabel*>();
        return std::ranges::any_of(labels,
                                   [&part](const QLabel* label) { return label->text().contains(part); });
    }

    std::optional<TestLink> m_link;
    std::optional<ui::MainWindow> m_window;
};

SIGNALBOX_TEST(ServicesViewTest)
#include "services_view_test.moc"
