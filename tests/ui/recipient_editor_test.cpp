// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/clients_model.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/recipient_chip.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_popup.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class RecipientEditorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_editor.reset(); }
    void enterTabAndCommaMakeAChip_data();
    void enterTabAndCommaMakeAChip();
    void aMinusLeavesOut();
    void aBareNameIsWhatIsThere();
    void theListOffersWhatIsTyped();
    void aChoiceBecomesAChip();
    void keysGoFromChipToChip();
    void tabGoesOnWhenNothingIsTyped();
    void saysWhatIsWrong();
    void doesNotAddTheSameTwice();
    void offersWhoCameLater();
    void aNameIsCutOnlyWhereThereIsNoRoom();

private:
    [[nodiscard]] QLineEdit& line() { return m_editor->valueEdit(); }
    [[nodiscard]] Recipients recipients() { return *m_editor->recipients(); }
    [[nodiscard]] QAbstractItemView& list() { return *m_editor->popup().completer().popup(); }

    ClientsModel m_clients;
    std::unique_ptr<RecipientEditor> m_editor;
};

void RecipientEditorTest::init()
{
    m_clients.apply({client(3, "ann", {"red", "blue"}), client(4, "bob", {"red"}), client(5, {})});
    m_editor = std::make_unique<RecipientEditor>(m_clients);
    m_editor->resize(320, 200);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    QApplication::setActiveWindow(m_editor.get());
    line().setFocus();
}

void RecipientEditorTest::enterTabAndCommaMakeAChip_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Tab") << int(Qt::Key_Tab);
    QTest::newRow("comma") << int(Qt::Key_Comma);
}

void RecipientEditorTest::enterTabAndCommaMakeAChip()
{
    QFETCH(const int, key);
    QTest::keyClicks(&line(), QStringLiteral("tag:floor-2"));
    QVERIFY(recipients() == (Recipients{{RecipientType::Tag, "floor-2"}})); // counts before it is a chip
    QTest::keyClick(&line(), static_cast<Qt::Key>(key));
    QVERIFY(line().text().isEmpty());
    QVERIFY(recipients() == (Recipients{{RecipientType::Tag, "floor-2"}}));
    QCOMPARE(m_editor->findChild<RecipientChip*>()->accessibleName(),
             QStringLiteral("Recipient tag floor-2"));
}

void RecipientEditorTest::aMinusLeavesOut()
{
    QTest::keyClicks(&line(), QStringLiteral("-ann"));
    QTest::keyClick(&line(), Qt::Key_Return);
    QVERIFY(recipients() == (Recipients{{RecipientType::AllButUser, "ann"}}));
}

void RecipientEditorTest::aBareNameIsWhatIsThere()
{
    for (const char16_t* name : {u"red", u"ann", u"c5", u"everyone", u"new"}) {
        QTest::keyClicks(&line(), QString::fromUtf16(name));
        QTest::keyClick(&line(), Qt::Key_Return);
    }
    QVERIFY(recipients() == (Recipients{{RecipientType::Group, "red"},
                                        {RecipientType::User, "ann"},
                                        {RecipientType::Client, "c5"},
                                        {RecipientType::All, {}},
                                        {RecipientType::Group, "new"}}));
}

void RecipientEditorTest::theListOffersWhatIsTyped()
{
    QTest::keyClicks(&line(), QStringLiteral("b"));
    QVERIFY(list().isVisible());
    QCOMPARE(list().model()->index(0, 0).data().toString(), QStringLiteral("group blue · 1 client"));
    QCOMPARE(list().model()->index(1, 0).data().toString(), QStringLiteral("user bob · 1 client"));
    QTest::keyClicks(&line(), QStringLiteral("zzz"));
    QVERIFY(!list().isVisible());
}

void RecipientEditorTest::aChoiceBecomesAChip()
{
    QTest::keyClicks(&line(), QStringLiteral("b"));
    QTest::keyClick(&list(), Qt::Key_Down);
    QTest::keyClick(&list(), Qt::Key_Down);
    QTest::keyClick(&list(), Qt::Key_Return);
    QVERIFY(recipients() == (Recipients{{RecipientType::User, "bob"}}));
    QVERIFY(!list().isVisible());
    QTest::keyClick(&line(), Qt::Key_Down); // opens it for nothing typed
    QVERIFY(list().isVisible());
    QTest::mouseClick(list().viewport(), Qt::LeftButton, {},
                      list().visualRect(list().model()->index(0, 0)).center());
    QVERIFY(recipients() == (Recipients{{RecipientType::User, "bob"}, {RecipientType::All, {}}}));
}

void RecipientEditorTest::keysGoFromChipToChip()
{
    m_editor->setRecipients(
        {{RecipientType::Group, "a"}, {RecipientType::Group, "b"}, {RecipientType::Group, "c"}});
    QTest::keyClick(&line(), Qt::Key_Backspace); // to the last one
    auto* last = qobject_cast<RecipientChip*>(m_editor->focusWidget());
    QVERIFY(last != nullptr);
    QCOMPARE(last->accessibleName(), QStringLiteral("Recipient group c"));
    QTest::keyClick(last, Qt::Key_Left);
    QCOMPARE(m_editor->focusWidget()->accessibleName(), QStringLiteral("Recipient group b"));
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_Delete);
    QVERIFY(recipients() == (Recipients{{RecipientType::Group, "a"}, {RecipientType::Group, "c"}}));
    QCOMPARE(m_editor->focusWidget()->accessibleName(), QStringLiteral("Recipient group c"));
    QTest::keyClick(m_editor->focusWidget(), Qt::Key_Right);
    QCOMPARE(m_editor->focusWidget(), &line());
    QTest::keyClick(&line(), Qt::Key_Backspace);
    QTest::keyClicks(m_editor->focusWidget(), QStringLiteral("d")); // what is typed is not lost
    QCOMPARE(m_editor->focusWidget(), &line());
    QCOMPARE(line().text(), QStringLiteral("d"));
}

void RecipientEditorTest::tabGoesOnWhenNothingIsTyped()
{
    QTest::keyClick(&line(), Qt::Key_Tab);
    QVERIFY(m_editor->focusWidget() != &line());
    QVERIFY(recipients().empty());
}

void RecipientEditorTest::saysWhatIsWrong()
{
    QTest::keyClicks(&line(), QStringLiteral("-group:red"));
    QCOMPARE(m_editor->recipients().error().message,
             QStringLiteral("Only a user or a client can be left out."));
    QTest::keyClick(&line(), Qt::Key_Return);
    QCOMPARE(line().text(),
             QStringLiteral("-group:red")); // it stays, to be mended
}

void RecipientEditorTest::doesNotAddTheSameTwice()
{
    for (int i = 0; i < 2; ++i) {
        QTest::keyClicks(&line(), QStringLiteral("red"));
        QTest::keyClick(&line(), Qt::Key_Return);
    }
    QCOMPARE(recipients().size(), size_t(1));
}

void RecipientEditorTest::offersWhoCameLater()
{
    m_clients.apply({client(9, "zoe")});
    m_editor->populationChanged();
    QTest::keyClicks(&line(), QStringLiteral("zo"));
    QCOMPARE(list().model()->index(0, 0).data().toString(), QStringLiteral("user zoe · 1 client"));
    m_clients.remove({ended(9)});
}

void RecipientEditorTest::aNameIsCutOnlyWhereThereIsNoRoom()
{
    const QByteArray name(30, 'w');
    m_editor->setRecipients({{RecipientType::Group, name}});
    const auto shown = [this] { return m_editor->findChild<ElidedLabel*>()->shownText(); };
    m_editor->resize(900, 200);
    QTRY_COMPARE(shown(), QStringLiteral("group ") + QString::fromLatin1(name));
    m_editor->resize(160, 200);
    QTRY_VERIFY(shown().contains(u'…'));
    QVERIFY(shown().startsWith(QStringLiteral("gr")));
}

SIGNALBOX_TEST(RecipientEditorTest)
#include "recipient_editor_test.moc"
