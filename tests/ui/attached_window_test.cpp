// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a broker that runs elsewhere.
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/main_window.h"

#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStatusBar>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class AttachedWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhereItIs()
    {
        const auto window = opened(u"ws://10.0.0.5:5210"_s, false);
        QVERIFY(window->windowTitle().startsWith(u"ws://10.0.0.5:5210"));
        QVERIFY(texts(*window->statusBar()).contains(u"Attached to ws://10.0.0.5:5210"_s));
        QVERIFY(!bannerOf(*window).contains(u"10.0.0.5"));
    }

    void saysNothingOfAPlaceInItsOwnProcess()
    {
        const auto window = opened({}, false);
        QCOMPARE(window->windowTitle(), u"Signalbox"_s);
        for (const QString& text : texts(*window->statusBar())) {
            QVERIFY(!text.contains(u"Attached"));
        }
    }

    void saysThatItOnlyLooks()
    {
        const auto window = opened(u"ws://10.0.0.5:5210"_s, true);
        QVERIFY(bannerOf(*window).contains(u"nothing is sent or changed"));
    }

    void saysWhenTheBrokerIsGone()
    {
        const auto window = opened(u"ws://10.0.0.5:5210"_s, false);
        m_link.emitEvent(link::LinkLost{{"link.not_connected", u"Cannot reach it."_s}, {}});
        QVERIFY(bannerOf(*window).contains(u"no connection to ws://10.0.0.5:5210: Cannot reach it."));
    }

private:
    std::unique_ptr<MainWindow> opened(const QString& place, bool readOnly)
    {
        link::WindowOptions options;
        options.place = place;
        options.readOnly = readOnly;
        auto window = std::make_unique<MainWindow>(m_link, options);
        window->show();
        return window;
    }

    static QStringList texts(const QWidget& in)
    {
        QStringList all;
        for (const QLabel* const label : in.findChildren<QLabel*>()) {
            all += label->text();
        }
        return all;
    }

    static QString bannerOf(const MainWindow& window)
    {
        QStringList all;
        for (const Banner* const banner : window.findChildren<Banner*>()) {
            all += banner->text();
        }
        return all.join(u'\n');
    }

    tests::TestLink m_link;
};

SIGNALBOX_TEST(AttachedWindowTest)
#include "attached_window_test.moc"
