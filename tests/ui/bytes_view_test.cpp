// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/format/byte_words.h"
#include "ui/widgets/bytes_view.h"

#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QScrollBar>

using namespace Qt::StringLiterals;
using namespace signalbox::ui;

class BytesViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<BytesView>();
        m_view->resize(1'000, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setBytes({QByteArray("\x81\x05", 2) + "hello\n\x01"
                                                      "2",
                          2});
        m_view->setFocus();
    }

    void showsOffsetHexAndCharacters()
    {
        QCOMPARE(m_view->lineText(0).simplified(), u"000000 81 05 68 65 6c 6c 6f 0a 01 32 ··hello··2"_s);
    }

    void findsTheByteUnderTheMouse()
    {
        QSignalSpy hovered(m_view.get(), &BytesView::byteHovered);
        QTest::mouseMove(m_view->viewport(), m_view->byteRect(3).center());
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered.last().first().value<qsizetype>(), 3);
        QCOMPARE(m_view->byteAt(m_view->byteRect(9).center()), 9);
        QCOMPARE(m_view->byteAt({5, 5}), -1); // the offset
        QCOMPARE(m_view->byteAt(m_view->byteRect(40).center()), -1);
    }

    void selectsWithTheMouse()
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, m_view->byteRect(2).center());
        QTest::mouseMove(m_view->viewport(), m_view->byteRect(4).center());
        QMouseEvent move(QEvent::MouseMove, m_view->byteRect(4).center(),
                         m_view->viewport()->mapToGlobal(m_view->byteRect(4).center()), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &move);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, m_view->byteRect(4).center());
        QCOMPARE(m_view->chosenBytes().toByteArray(), QByteArray("hel"));
    }

    void selectsAndCopiesWithKeys()
    {
        QSignalSpy chosen(m_view.get(), &BytesView::byteChosen);
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(chosen.last().first().value<qsizetype>(), 2);
        QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"68 65"_s);
        m_view->copyAsText();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"he"_s);
        QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(chosen.last().first().value<qsizetype>(), 9);
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_view->chosenBytes().size(), 10);
    }

    void copiesTheMarkAsEscapes()
    {
        m_view->mark(2, 8);
        m_view->copyAsEscapes();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"hello\\n\\x01\"\"2"_s);
        m_view->mark(-1, 0);
        m_view->copyAsText();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"hello\n\x01"
                                                       "2"_s); // without the header
    }

    void paintsOnlyWhatIsSeen()
    {
        m_view->setBytes({QByteArray(64 << 20, 'x'), 0});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!m_view->grab().isNull());
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        QVERIFY(!m_view->grab().isNull());
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QTest::keyClick(m_view.get(), Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_view->verticalScrollBar()->value(), 0);
    }

    void leavesTheTabKeyAlone()
    {
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, {});
        tab.ignore();
        QCoreApplication::sendEvent(m_view.get(), &tab);
        QVERIFY(!m_view->hasFocus() || !tab.isAccepted());
    }

private:
    std::unique_ptr<BytesView> m_view;
};

SIGNALBOX_TEST(BytesViewTest)
#include "bytes_view_test.moc"
