// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/detail_samples.h"
#include "ui/widgets/header_diagram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using ui::FieldKind;
using ui::HeaderDiagram;

class HeaderDiagramTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_diagram = std::make_unique<HeaderDiagram>();
        showFrame(214);
        m_diagram->resize(500, m_diagram->sizeHint().height());
        m_diagram->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_diagram.get()));
    }

    void findsEachFieldUnderTheMouse()
    {
        for (int field = 0; field < std::ssize(m_diagram->anatomy()); ++field) {
            QCOMPARE(m_diagram->fieldAt(m_diagram->fieldRect(field).center()), field);
        }
        QCOMPARE(m_diagram->fieldAt({0, 0}), -1);
    }

    void emitsTheFieldThatTheMouseIsOver()
    {
        QSignalSpy hovered(m_diagram.get(), &HeaderDiagram::fieldHovered);
        QTest::mouseMove(m_diagram.get(), m_diagram->fieldRect(4).center());
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered.last().first().toInt(), 4);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_diagram.get(), &leave);
        QCOMPARE(hovered.last().first().toInt(), -1);
    }

    void walksTheFieldsWithTheArrowKeys()
    {
        QSignalSpy chosen(m_diagram.get(), &HeaderDiagram::fieldChosen);
        QTest::keyClick(m_diagram.get(), Qt::Key_Right);
        QCOMPARE(chosen.last().first().toInt(), 1);
        QVERIFY(m_diagram->accessibleDescription().startsWith(u"RSV1 0: "_s));
        QTest::keyClick(m_diagram.get(), Qt::Key_End);
        QCOMPARE(m_diagram->anatomy()[static_cast<size_t>(chosen.last().first().toInt())].kind,
                 FieldKind::Payload);
        QTest::keyClick(m_diagram.get(), Qt::Key_Right); // stays
        QTest::keyClick(m_diagram.get(), Qt::Key_Home);
        QTest::keyClick(m_diagram.get(), Qt::Key_Left); // stays
        QCOMPARE(chosen.last().first().toInt(), 0);
        QVERIFY(m_diagram->isPointed(0));
    }

    void lightsUpTheFieldsOfAByte()
    {
        m_diagram->point(0, 1);
        QVERIFY(m_diagram->isPointed(0));
        QVERIFY(m_diagram->isPointed(4));
        QVERIFY(!m_diagram->isPointed(5));
        m_diagram->point(-1, 1);
        QVERIFY(!m_diagram->isPointed(0));
    }

    void needsARowForEachFourBytes_data()
    {
        QTest::addColumn<int>("payload");
        QTest::newRow("7 bits") << 100;
        QTest::newRow("16 bits") << 1'000;
        QTest::newRow("64 bits") << 70'000;
    }

    void needsARowForEachFourBytes()
    {
        QFETCH(const int, payload);
        showFrame(payload);
        const int last = static_cast<int>(m_diagram->anatomy().size()) - 1;
        const QRect rect = m_diagram->fieldRect(last);
        m_diagram->resize(500, m_diagram->sizeHint().height());
        QVERIFY(m_diagram->rect().contains(m_diagram->fieldRect(last)));
        QVERIFY(rect.top() > m_diagram->fieldRect(0).bottom() - 2);
    }

    void fitsIntoASmallWidthAndPaintsNothingWithoutAHeader()
    {
        m_diagram->resize(m_diagram->minimumSizeHint());
        QVERIFY(m_diagram->width() < 400);
        QVERIFY(!m_diagram->grab().isNull());
        m_diagram->setAnatomy({});
        QCOMPARE(m_diagram->sizeHint().height(), 0);
        QTest::keyClick(m_diagram.get(), Qt::Key_Right);
        QVERIFY(!m_diagram->grab().isNull());
    }

private:
    void showFrame(int payload)
    {
        const link::FrameDetail detail = frameDetail(frame(1), QByteArray(payload, 'x'));
        m_diagram->setAnatomy(ui::frameAnatomy(detail.headerBytes, detail.payload, detail.row.direction));
    }

    std::unique_ptr<HeaderDiagram> m_diagram;
};

SIGNALBOX_TEST(HeaderDiagramTest)
#include "header_diagram_test.moc"
