// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the window while clients are connected, with the actions, the dialog and the wiring that decide.
#include "ui/widgets/closing_wiring.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QActionGroup>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QPushButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class ClosingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        m_window.reset();
        QFile::remove(m_directory.filePath(u"window.ini"_s));
    }

    void closesAtOnceWhileNobodyIsConnected()
    {
        QVERIFY(m_window->close());
        QVERIFY(dialog() == nullptr);
    }

    void asksWhileClientsAreConnected()
    {
        connectClients();
        QVERIFY(!m_window->close());
        QVERIFY(dialog() != nullptr);
        dialog()->reject();
        QVERIFY(m_window->isVisible());
        QCOMPARE(m_window->closing().choice(), ClosingChoice::Ask);
    }

    void keepsServingWhereThereIsNoTray()
    {
        connectClients();
        QVERIFY(!m_window->close());
        press(u"Keep serving"_s);
        QTRY_VERIFY(m_window->isMinimized());
        m_window->closing().raise();
        QVERIFY(!m_window->isMinimized());
    }

    void remembersWhatWasChosen()
    {
        connectClients();
        QVERIFY(!m_window->close());
        dialog()->remember().setChecked(true);
        press(u"Keep serving"_s);
        QCOMPARE(m_window->closing().choice(), ClosingChoice::KeepServing);
        m_window.reset();
        open();
        QCOMPARE(m_window->closing().choice(), ClosingChoice::KeepServing);
        connectClients();
        QVERIFY(!m_window->close());
        QVERIFY(dialog() == nullptr);
        m_window->actions().program.closing->actions().first()->trigger();
        QCOMPARE(m_window->closing().choice(), ClosingChoice::Ask);
    }

    void quitsWithoutAQuestionWhenToldTo()
    {
        connectClients();
        m_window->actions().program.quit->trigger();
        QVERIFY(!m_window->isVisible());
        QVERIFY(dialog() == nullptr);
    }

    void closesAtOnceWhenTheBrokerHasStopped()
    {
        connectClients();
        m_link.emitEvent(link::BrokerStopped{});
        QVERIFY(m_window->close());
    }

private:
    void open()
    {
        m_window = std::make_unique<MainWindow>(
            m_link, link::WindowOptions{m_directory.filePath(u"window.ini"_s), {}});
        m_window->show();
    }
    void connectClients() { m_link.emitEvent(link::ClientsChanged{{client(3, "ann"), client(4, "bob")}}); }
    [[nodiscard]] ClosingDialog* dialog() const { return m_window->findChild<ClosingDialog*>(); }
    void press(const QString& text)
    {
        for (QPushButton* button : dialog()->findChildren<QPushButton*>()) {
            if (button->text().remove(u'&') == text) {
                button->click();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }

    QTemporaryDir m_directory;
    TestLink m_link;
    std::unique_ptr<MainWindow> m_window;
};

SIGNALBOX_TEST(ClosingTest)
#include "closing_test.moc"
