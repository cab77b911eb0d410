// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_layouts.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/plain_tree.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QScrollBar>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class WindowLayoutsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(m_directory.filePath(u"window.ini"_s)); }
    void cleanup()
    {
        m_window.reset();
        QFile::remove(m_directory.filePath(u"window.ini"_s));
    }

    void oneKeySwitchesBetweenTheTwo()
    {
        QVERIFY(m_window->detailView().isVisible());
        const int width = m_window->composer().width();
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QCOMPARE(m_window->layouts().choice(), LayoutChoice::Operate);
        QVERIFY(!m_window->detailView().isVisible());
        QVERIFY(m_window->framesView().isVisible());
        QTRY_VERIFY(m_window->composer().width() > width);
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QCOMPARE(m_window->layouts().choice(), LayoutChoice::Inspect);
        QVERIFY(m_window->detailView().isVisible());
        QTRY_COMPARE(m_window->composer().width(), width);
    }

    void eachKeepsItsOwnDocks()
    {
        dock(u"clients"_s)->close();
        m_window->layouts().toggle();
        QVERIFY(dock(u"clients"_s)->isVisible());
        dock(u"groups"_s)->close();
        m_window->layouts().toggle();
        QVERIFY(!dock(u"clients"_s)->isVisible());
        QVERIFY(dock(u"groups"_s)->isVisible());
    }

    void bothSurviveARestart()
    {
        dock(u"clients"_s)->close();
        m_window->layouts().toggle();
        dock(u"groups"_s)->close();
        m_window->close();
        m_window.reset();
        open(m_directory.filePath(u"window.ini"_s));
        QCOMPARE(m_window->layouts().choice(), LayoutChoice::Operate);
        QVERIFY(!dock(u"groups"_s)->isVisible());
        QVERIFY(dock(u"clients"_s)->isVisible());
        m_window->layouts().toggle();
        QVERIFY(!dock(u"clients"_s)->isVisible());
    }

    void resetResetsBoth()
    {
        dock(u"clients"_s)->close();
        m_window->layouts().toggle();
        dock(u"groups"_s)->setFloating(true);
        m_window->actions().view.resetLayout->trigger();
        QVERIFY(!dock(u"groups"_s)->isFloating());
        QCOMPARE(m_window->layouts().choice(), LayoutChoice::Operate);
        m_window->layouts().toggle();
        QVERIFY(dock(u"clients"_s)->isVisible());
    }

    void bothFitASmallScreen()
    {
        for (int layout = 0; layout < 2; ++layout) {
            QVERIFY(m_window->minimumSizeHint().width() <= 1280);
            QVERIFY(m_window->minimumSizeHint().height() <= 720);
            m_window->layouts().toggle();
        }
    }

    void noLayoutScrollsTheListsToTheSide_data()
    {
        QTest::addColumn<int>("zoom");
        QTest::addRow("usual text") << 100;
        QTest::addRow("large text") << 150;
    }

    void noLayoutScrollsTheListsToTheSide()
    {
        QFETCH(const int, zoom);
        m_window->appearance().setZoom(zoom);
        for (int visit = 0; visit < 4; ++visit) {
            QCoreApplication::processEvents();
            const QList<QTreeView*> lists{&m_window->framesView().tree(), &m_window->clientsView().tree(),
                                          &m_window->groupsView()};
            for (const QTreeView* list : lists) {
                QTRY_COMPARE(list->horizontalScrollBar()->maximum(), 0);
            }
            m_window->layouts().toggle();
        }
    }

private:
    void open(const QString& stateFile)
    {
        m_window = std::make_unique<MainWindow>(m_link, link::WindowOptions{stateFile, {}});
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    [[nodiscard]] Dock* dock(const QString& name) const { return m_window->findChild<Dock*>(name); }

    QTemporaryDir m_directory;
    tests::TestLink m_link;
    std::unique_ptr<MainWindow> m_window;
};

SIGNALBOX_TEST(WindowLayoutsTest)
#include "window_layouts_test.moc"
