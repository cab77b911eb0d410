// SPDX-License-Identifier: GPL-3.0-or-later
// The window in a language with longer words.
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/widgets/main_window.h"

#include <QtCore/QTranslator>
#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMenuBar>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

namespace {

/// "&": each entry's key, with the entries that have it.
void addKeysOf(const QList<QAction*>& entries, const QString& menu, QStringList& taken)
{
    QHash<QChar, QString> keys;
    for (const QAction* entry : entries) {
        const QString text = entry->text();
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty()) {
            const QChar letter = key.toString().back();
            if (keys.contains(letter)) {
                taken += QStringLiteral("%1: %2, %3").arg(menu, keys.value(letter), text);
            }
            keys.insert(letter, text);
        }
        if (entry->menu() != nullptr) {
            addKeysOf(entry->menu()->actions(), text, taken);
        }
    }
}

} // namespace

class GermanWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_window.reset();
        QCoreApplication::removeTranslator(&m_german);
    }

    void eachKeyOfAMenuIsThereOnce_data() { addLanguages(); }

    void eachKeyOfAMenuIsThereOnce()
    {
        QFETCH(const bool, german);
        open(german);
        QStringList taken;
        addKeysOf(m_window->menuBar()->actions(), QStringLiteral("menus"), taken);
        QVERIFY2(taken.isEmpty(), qPrintable(taken.join(u'\n')));
    }

    void noLabelTakesTheKeyOfAMenu_data() { addLanguages(); }

    void noLabelTakesTheKeyOfAMenu()
    {
        QFETCH(const bool, german);
        open(german);
        QHash<QKeySequence, QString> menus;
        for (const QAction* menu : m_window->menuBar()->actions()) {
            menus.insert(QKeySequence::mnemonic(menu->text()), menu->text());
        }
        QStringList texts;
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            texts += label->buddy() != nullptr ? label->text() : QString();
        }
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
            texts += button->text();
        }
        for (const QString& text : std::as_const(texts)) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            QVERIFY2(key.isEmpty() || !menus.contains(key), qPrintable(text + menus.value(key)));
        }
    }

    void theDocksHaveGermanNames()
    {
        open(true);
        QStringList titles;
        for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>()) {
            titles += dock->windowTitle();
        }
        QVERIFY2(titles.contains(QStringLiteral("Gruppen")), qPrintable(titles.join(u' ')));
        QVERIFY2(titles.contains(QStringLiteral("Nachricht")), qPrintable(titles.join(u' ')));
    }

    void noButtonIsCutOff_data() { addLanguages(); }

    void noButtonIsCutOff()
    {
        QFETCH(const bool, german);
        open(german);
        for (const QAbstractButton* button : m_window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && !button->text().isEmpty()) {
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
            }
        }
    }

private:
    static void addLanguages()
    {
        QTest::addColumn<bool>("german");
        QTest::newRow("English") << false;
        QTest::newRow("German") << true;
    }
    void open(bool inGerman)
    {
        if (inGerman) {
            QVERIFY(m_german.load(QStringLiteral(SIGNALBOX_GERMAN)));
            QVERIFY(QCoreApplication::installTranslator(&m_german));
        }
        m_window = std::make_unique<MainWindow>(m_link, link::WindowOptions{});
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    TestLink m_link;
    QTranslator m_german;
    std::unique_ptr<MainWindow> m_window;
};

SIGNALBOX_TEST(GermanWindowTest)
#include "german_window_test.moc"
