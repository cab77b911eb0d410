// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/refusal_bar.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/mend_button.h"

#include <QtTest/QTest>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::MendButton;

class RefusalBarTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_number = 0;
        m_link.emplace();
        m_state.emplace(*m_link);
        m_window.emplace();
        m_window->resize(700, 300);
        m_bar = new ui::RefusalBar(*m_state, &*m_window);
        m_bar->resize(700, 40);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_state.reset();
        m_link.reset();
    }

    void asksWhenAPageWasRefused()
    {
        QVERIFY(!m_bar->isVisible());
        refuse("https://shop.example");
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_bar->text().contains(u"A page from https://shop.example was refused."_s));
        QCOMPARE(m_bar->session().text(), u"Allow this session"_s);
        QCOMPARE(m_bar->always().text(), u"Always"_s);
    }

    void allowsAndGoesWhenTheBrokerSaysSo_data()
    {
        QTest::addColumn<bool>("always");
        QTest::newRow("this session") << false;
        QTest::newRow("always") << true;
    }

    void allowsAndGoesWhenTheBrokerSaysSo()
    {
        QFETCH(const bool, always);
        refuse("https://shop.example");
        (always ? m_bar->always() : m_bar->session()).click();
        const auto* command = m_link->last<link::AllowOrigin>();
        QVERIFY(command != nullptr);
        QCOMPARE(command->origin, QByteArray("https://shop.example"));
        QCOMPARE(command->always, always);
        QVERIFY(m_bar->isVisible());
        answer(link::CommandAnswer::Done{});
        QVERIFY(!m_bar->isVisible());
        refuse("https://shop.example"); // was on its way
        QVERIFY(!m_bar->isVisible());
    }

    void saysWhyItCouldNotBeAllowed()
    {
        refuse("https://shop.example");
        m_bar->always().click();
        answer(Error{"origin.not_saved", u"The file cannot be written."_s});
        QVERIFY(m_bar->isVisible());
        QVERIFY(m_bar->text().contains(u"The file cannot be written."_s));
        QVERIFY(m_bar->session().isEnabled());
    }

    void doesNotAskAgainAboutWhatWasWavedAway()
    {
        refuse("https://shop.example");
        m_bar->findChild<QToolButton*>()->click();
        QVERIFY(!m_bar->isVisible());
        refuse("https://shop.example");
        QVERIFY(!m_bar->isVisible());
        refuse("https://other.example");
        QVERIFY(m_bar->text().contains(u"other.example"_s));
    }

    void doesNotAskAboutWhatCannotBeAllowed()
    {
        refuse("null");
        refuse("");
        refuse("https://shop.example", "http.host_refused");
        QVERIFY(!m_bar->isVisible());
    }

    void isNoWiderForALongOrigin()
    {
        refuse("https://" + QByteArray(5'000, 'x') + ".example/<img src=x>");
        QVERIFY(m_bar->minimumSizeHint().width() < 700);
        QVERIFY(m_bar->text().size() < 300);
    }

private:
    void refuse(const QByteArray& origin, const QByteArray& why = "http.origin_refused")
    {
        link::FrameRow row = frame(++m_number);
        row.kind = link::RowKind::Refused;
        row.client = {};
        row.origin = origin;
        row.text = why;
        row.code = 403;
        m_link->emitEvent(link::FramesCaptured{batch({row}, m_number)});
    }
    void answer(link::CommandAnswer::Result result)
    {
        m_link->emitEvent(link::CommandAnswer{m_link->lastId<link::AllowOrigin>(), std::move(result)});
    }

    quint64 m_number = 0;
    std::optional<TestLink> m_link;
    std::optional<ui::BrokerState> m_state;
    std::optional<QWidget> m_window;
    ui::RefusalBar* m_bar = nullptr;
};

SIGNALBOX_TEST(RefusalBarTest)
#include "refusal_bar_test.moc"
