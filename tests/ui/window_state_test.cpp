// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_state.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QScreen>
#include <QtTest/QTest>
#include <QtWidgets/QLineEdit>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class WindowStateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitsAScreenThatIsSmallerThanLastTime()
    {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"window.ini"_s);
        TestLink link;
        {
            MainWindow window(link, {file, {}});
            window.resize(window.screen()->availableSize() + QSize(300, 300));
        }
        MainWindow window(link, {file, {}});
        const QSize screen = window.screen()->availableSize();
        QVERIFY(window.width() <= std::max(screen.width(), window.minimumSizeHint().width()));
        QVERIFY(window.height() < screen.height()); // its title has room too
    }

    void leavesRoomForItsTitleWhenItIsOpenedFirst()
    {
        TestLink link;
        const MainWindow window(link, {});
        QVERIFY(window.height() < window.screen()->availableSize().height());
    }

    void beginsInTheFilterThoughStopComesFirst()
    {
        TestLink link;
        MainWindow window(link, {});
        link.emitEvent(
            link::ListenersChanged{{{"ws://127.0.0.1:5210", true, {}, {}}}, "ws://127.0.0.1:5210"});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(window.focusWidget(), &window.listeningBar().filterEdit());
    }

    void leavesAStateOfAnotherVersionAlone()
    {
        const QTemporaryDir directory;
        const QString file = directory.filePath(u"window.ini"_s);
        QMainWindow window;
        window.resize(321, 234);
        WindowState state(file);
        state.save(window, ThemeChoice::Dark);
        QSettings(file, QSettings::IniFormat).setValue(u"version"_s, 1);
        QMainWindow other;
        other.resize(400, 300);
        state.restore(other);
        QCOMPARE(other.size(), QSize(400, 300));
    }
};

SIGNALBOX_TEST(WindowStateTest)
#include "window_state_test.moc"
