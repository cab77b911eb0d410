// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/widgets/filter_popup.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;

class FilterPopupTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_line = std::make_unique<QLineEdit>();
        m_popup = new FilterPopup(*m_line, [](filter::Field field) {
            return field == filter::Field::From ? QStringList{u"ann"_s, u"bob"_s} : QStringList();
        });
        m_line->show();
        m_line->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_line.get()));
    }
    void cleanup() { m_line.reset(); }

    void opensWhileOneTypes()
    {
        QTest::keyClicks(m_line.get(), u"opc"_s);
        QVERIFY(isOpen());
        QCOMPARE(lineAt(0), u"opcode  –  opcode of a frame"_s);
        QTest::keyClicks(m_line.get(), u"ode"_s);
        QTest::keyClicks(m_line.get(), u" == ping "_s);
        QVERIFY(isOpen()); // and, or
        QTest::keyClicks(m_line.get(), u"and "_s);
        QVERIFY(!isOpen()); // any field: when it is asked for
        QTest::keyClick(m_line.get(), Qt::Key_Down);
        QVERIFY(isOpen());
    }

    void putsInWhatIsChosen()
    {
        QTest::keyClicks(m_line.get(), u"fro"_s);
        QTest::keyClick(m_popup->completer().popup(), Qt::Key_Tab);
        QCOMPARE(m_line->text(), u"from "_s);
        QVERIFY(isOpen()); // the operators
        QTest::keyClicks(m_line.get(), u"== b"_s);
        m_popup->choose(0);
        QCOMPARE(m_line->text(), u"from == \"bob\" "_s);
        QCOMPARE(m_line->cursorPosition(), 14);
        QVERIFY(!isOpen());
    }

    void enterWithoutAChoiceIsTheFieldsOwn()
    {
        QSignalSpy entered(m_line.get(), &QLineEdit::returnPressed);
        QTest::keyClicks(m_line.get(), u"hel"_s);
        QTest::keyClick(m_line.get(), Qt::Key_Return);
        QCOMPARE(m_line->text(), u"hel"_s);
        QCOMPARE(entered.size(), 1);
        QVERIFY(!isOpen());
    }

private:
    [[nodiscard]] bool isOpen() const { return m_popup->completer().popup()->isVisible(); }
    [[nodiscard]] QString lineAt(int row) const
    {
        return m_popup->completer().popup()->model()->index(row, 0).data().toString();
    }

    std::unique_ptr<QLineEdit> m_line;
    FilterPopup* m_popup = nullptr; ///< the line's
};

SIGNALBOX_TEST(FilterPopupTest)
#include "filter_popup_test.moc"
