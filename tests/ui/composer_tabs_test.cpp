// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/models/message_templates.h"
#include "ui/models/sent_history.h"
#include "ui/widgets/composer_tabs.h"
#include "ui/widgets/draft_preview.h"
#include "ui/widgets/history_view.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"
#include "ui/widgets/search_list.h"
#include "ui/widgets/send_button.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class ComposerTabsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void neverCutsOffATab();
    void aClickShowsWhatWasSentAndKeepsWhatIsWritten();
    void aDoubleClickFillsItIn();
    void enterInTheSearchFillsInTheFirst();
    void theButtonSaysThatNobodyWouldGetIt();
    void whoWouldGetItStandsWhereTheRecipientsAreWritten();

private:
    [[nodiscard]] PlainTree& list() { return m_tabs->history().list().list(); }
    [[nodiscard]] QPoint firstRow() { return list().visualRect(list().model()->index(0, 0)).center(); }

    TestLink m_link;
    std::unique_ptr<BrokerState> m_state;
    std::unique_ptr<MessageTemplates> m_templates;
    std::unique_ptr<SentHistory> m_history;
    std::unique_ptr<ComposerTabs> m_tabs;
};

void ComposerTabsTest::init()
{
    m_state = std::make_unique<BrokerState>(m_link);
    m_templates = std::make_unique<MessageTemplates>(QString());
    m_history = std::make_unique<SentHistory>(QString());
    Draft sent;
    sent.action = "say";
    sent.message = "one\ntwo";
    sent.recipients = {{RecipientType::Group, "red"}};
    QVERIFY(m_history->add({sampleTime, sent}));
    m_tabs = std::make_unique<ComposerTabs>(*m_state, *m_templates, *m_history);
    m_tabs->form().message().setPlainText(QStringLiteral("half written"));
    m_tabs->showTab(ComposerTabs::HistoryTab);
    m_tabs->resize(320, 600);
    m_tabs->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_tabs.get()));
}

void ComposerTabsTest::cleanup()
{
    m_tabs.reset();
    m_history.reset();
    m_templates.reset();
    m_state.reset();
}

void ComposerTabsTest::neverCutsOffATab()
{
    m_tabs->resize(m_tabs->minimumSizeHint());
    const QTabBar& bar = *m_tabs->tabBar();
    QCOMPARE(bar.count(), 4);
    for (int tab = 0; tab < bar.count(); ++tab) {
        QVERIFY(bar.rect().contains(bar.tabRect(tab)));
        QVERIFY(bar.tabRect(tab).width() > bar.fontMetrics().horizontalAdvance(bar.tabText(tab)));
    }
}

void ComposerTabsTest::aClickShowsWhatWasSentAndKeepsWhatIsWritten()
{
    const auto& preview = *m_tabs->history().findChild<DraftPreview*>();
    QVERIFY(!preview.isVisible());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, firstRow());
    QCOMPARE(m_tabs->currentIndex(), int(ComposerTabs::HistoryTab));
    QVERIFY(preview.isVisible());
    QCOMPARE(preview.findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("one\ntwo"));
    QCOMPARE(m_tabs->draft().message, QByteArray("half written"));
}

void ComposerTabsTest::aDoubleClickFillsItIn()
{
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, firstRow());
    QTest::mouseDClick(list().viewport(), Qt::LeftButton, {}, firstRow());
    QCOMPARE(m_tabs->currentIndex(), int(ComposerTabs::MessageTab));
    QCOMPARE(m_tabs->draft().message, QByteArray("one\ntwo"));
    QCOMPARE(m_tabs->draft().action, QByteArray("say"));
}

void ComposerTabsTest::enterInTheSearchFillsInTheFirst()
{
    QTest::keyClick(&m_tabs->history().list().search(), Qt::Key_Return);
    QCOMPARE(m_tabs->draft().message, QByteArray("one\ntwo"));
}

void ComposerTabsTest::theButtonSaysThatNobodyWouldGetIt()
{
    SendButton button;
    QCOMPARE(button.words(), QStringLiteral("Send"));
    QVERIFY(button.isDefault());
    button.setToNobody(true);
    QCOMPARE(button.words(), QStringLiteral("Send to nobody"));
    QVERIFY(!button.isDefault());
    QVERIFY(button.palette().color(QPalette::Button) != QApplication::palette().color(QPalette::Button));
}

void ComposerTabsTest::whoWouldGetItStandsWhereTheRecipientsAreWritten()
{
    m_tabs->resize(320, 500);
    m_tabs->show();
    m_tabs->showTab(ComposerTabs::MessageTab);
    QVERIFY(QTest::qWaitForWindowExposed(m_tabs.get()));
    const auto top = [this](const QWidget& widget) { return widget.mapTo(m_tabs.get(), QPoint()).y(); };
    const QWidget& preview = m_tabs->preview();
    QTRY_VERIFY(top(m_tabs->recipientEditor()) < top(preview));
    QVERIFY(top(preview) < top(m_tabs->form()));
    m_tabs->showTab(ComposerTabs::EnvelopeTab);
    QVERIFY(preview.isVisible());
    QTRY_VERIFY(top(preview) < top(m_tabs->envelopeText()));
    m_tabs->showTab(ComposerTabs::MessageTab);
    QVERIFY(preview.isVisible());
    QTRY_VERIFY(top(preview) < top(m_tabs->form()));
}

SIGNALBOX_TEST(ComposerTabsTest)
#include "composer_tabs_test.moc"
