// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "ui/dialogs/close_group_dialog.h"
#include "ui/dialogs/join_group_dialog.h"
#include "ui/dialogs/mute_dialog.h"
#include "ui/dialogs/remove_group_dialog.h"
#include "ui/models/command_sender.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

namespace {

[[nodiscard]] bool says(const QWidget& dialog, const QString& part)
{
    const auto labels = dialog.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&part](const QLabel* label) { return label->text().contains(part); });
}

} // namespace

class PeopleDialogsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closesAGroupAndSaysHowManyClientsThatAre();
    void closesTheOneClientOfAGroup();
    void removesAGroupAfterSayingThatItsClientsStay();
    void joinsAGroupThatThereIsOrANewOne();
    void takesNoGroupWithoutAName_data();
    void takesNoGroupWithoutAName();
    void completesGroupsByAnyPartOfTheirName();
    void mutesForAsLongAsWasChosen_data();
    void mutesForAsLongAsWasChosen();

private:
    TestLink m_link;
    ui::CommandSender m_commands{m_link};
};

void PeopleDialogsTest::closesAGroupAndSaysHowManyClientsThatAre()
{
    ui::CloseGroupDialog dialog(m_commands, GroupName::trusted("<b>red"), 1'204);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(says(dialog, u"all 1,204 clients that are in group <b>red"_s));
    QCOMPARE(dialog.confirm().text(), u"&Disconnect 1,204 clients"_s);
    QVERIFY(dialog.confirm().isDefault());
    dialog.fields().reason().setText(u"moving"_s);
    dialog.accept();
    const auto* command = m_link.last<link::CloseGroup>();
    QVERIFY(command != nullptr);
    QCOMPARE(command->group.bytes(), QByteArray("<b>red"));
    QCOMPARE(command->closeCode, quint16(1000));
    QCOMPARE(command->closeReason, QByteArray("moving"));
    m_commands.deliver({m_link.lastId<link::CloseGroup>(), Error{"group.unknown", u"There is no group."_s}});
    QCOMPARE(dialog.errorText(), u"✕ There is no group."_s);
}

void PeopleDialogsTest::closesTheOneClientOfAGroup()
{
    ui::CloseGroupDialog dialog(m_commands, GroupName::trusted("red"), 1);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(says(dialog, u"the 1 client"_s));
    dialog.fields().reason().setText(QString(124, u'x'));
    QVERIFY(!dialog.confirm().isEnabled());
}

void PeopleDialogsTest::removesAGroupAfterSayingThatItsClientsStay()
{
    ui::RemoveGroupDialog dialog(m_commands, GroupName::trusted("red"), 4);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(says(dialog, u"They stay connected"_s));
    dialog.accept();
    QCOMPARE(m_link.last<link::RemoveGroup>()->group.bytes(), QByteArray("red"));
}

void PeopleDialogsTest::joinsAGroupThatThereIsOrANewOne()
{
    ui::JoinGroupDialog dialog(m_commands, ClientId(3), u"ann c3"_s, {u"red"_s});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(!dialog.confirm().isEnabled());
    QTest::keyClicks(&dialog.group(), u"green"_s);
    QVERIFY(dialog.confirm().isEnabled());
    dialog.accept();
    const auto* command = m_link.last<link::JoinGroup>();
    QCOMPARE(command->client, ClientId(3));
    QCOMPARE(command->group.bytes(), QByteArray("green"));
}

void PeopleDialogsTest::takesNoGroupWithoutAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isName");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a blank is a name") << u" "_s << true;
    QTest::newRow("128 bytes") << QString(128, u'x') << true;
    QTest::newRow("129 bytes") << QString(129, u'x') << false;
    QTest::newRow("a control character") << u"a\x1b"_s << false;
}

void PeopleDialogsTest::takesNoGroupWithoutAName()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isName);
    ui::JoinGroupDialog dialog(m_commands, ClientId(3), u"ann c3"_s, {});
    dialog.group().setText(name);
    QCOMPARE(dialog.confirm().isEnabled(), isName);
}

void PeopleDialogsTest::completesGroupsByAnyPartOfTheirName()
{
    ui::JoinGroupDialog dialog(m_commands, ClientId(3), u"ann c3"_s, {u"floor red"_s, u"blue"_s});
    QCompleter* completer = dialog.group().completer();
    QVERIFY(completer != nullptr);
    completer->setCompletionPrefix(u"RED"_s);
    QCOMPARE(completer->completionCount(), 1);
    QCOMPARE(completer->currentCompletion(), u"floor red"_s);
}

void PeopleDialogsTest::mutesForAsLongAsWasChosen_data()
{
    QTest::addColumn<int>("minutes");
    QTest::newRow("5 minutes") << 5;
    QTest::newRow("an hour") << 60;
    QTest::newRow("until it is unmuted") << 0;
}

void PeopleDialogsTest::mutesForAsLongAsWasChosen()
{
    QFETCH(const int, minutes);
    ManualClock clock;
    ui::MuteDialog dialog(m_commands, ClientId(3), u"ann c3"_s, clock);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(dialog.choices().checkedId(), 5);
    dialog.choices().button(minutes)->click();
    dialog.accept();
    const auto* command = m_link.last<link::MuteClient>();
    QCOMPARE(command->client, ClientId(3));
    QVERIFY(command->until ==
            (minutes == 0 ? WallTime::max() : clock.wallNow() + std::chrono::minutes(minutes)));
}

SIGNALBOX_TEST(PeopleDialogsTest)
#include "people_dialogs_test.moc"
