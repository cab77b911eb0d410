// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/groups_model.h"
#include "ui/widgets/group_strip_delegate.h"
#include "ui/widgets/group_strips.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::GroupStrips;

class GroupStripsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void writesToTheGroupWhoseButtonIsClicked();
    void writesToTheChosenGroupWithReturn();
    void leavesControlReturnToTheWindow();
    void choosesTheMemberWhoseChipIsClicked();
    void opensTheMenuOfWhatIsUnderThePointer();
    void foldsMembersThatHaveNoRoom();

private:
    [[nodiscard]] QStyleOptionViewItem option(int row) const
    {
        QStyleOptionViewItem option;
        option.rect = m_strips->visualRect(m_groups->index(row, 0));
        option.font = m_strips->font();
        option.fontMetrics = m_strips->fontMetrics();
        option.palette = m_strips->palette();
        return option;
    }
    /// Where the first chip with this client is.
    [[nodiscard]] QPoint chip(int row, ClientId client) const
    {
        const QStyleOptionViewItem strip = option(row);
        for (int x = strip.rect.left(); x < strip.rect.right(); ++x) {
            const QPoint position(x, strip.rect.top() + strip.fontMetrics.height());
            if (m_strips->strip().memberAt(strip, m_groups->index(row, 0), position) == client) {
                return position;
            }
        }
        return {};
    }

    std::unique_ptr<ui::ClientNames> m_names;
    std::unique_ptr<ui::GroupsModel> m_groups;
    std::unique_ptr<GroupStrips> m_strips;
};

void GroupStripsTest::init()
{
    m_names = std::make_unique<ui::ClientNames>();
    m_groups = std::make_unique<ui::GroupsModel>(*m_names);
    m_strips = std::make_unique<GroupStrips>(*m_groups, *m_names);
    std::vector<link::ClientInfo> clients{client(1, "ann", {"red"}),
                                          client(2, "<img src=x>", {"blue", "red"}), client(3, "cat")};
    for (quint64 id = 10; id < 60; ++id) {
        clients.push_back(client(id, "someone with a long name", {"blue"}));
    }
    for (const link::ClientInfo& info : clients) {
        m_names->learn(info);
    }
    m_groups->apply(clients);
    m_strips->resize(800, 400);
    m_strips->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strips.get()));
}

void GroupStripsTest::cleanup()
{
    m_strips.reset();
    m_groups.reset();
    m_names.reset();
}

void GroupStripsTest::writesToTheGroupWhoseButtonIsClicked()
{
    QSignalSpy wanted(m_strips.get(), &GroupStrips::messageWanted);
    const QPoint button = m_strips->strip().buttonRect(option(1)).center();
    QTest::mouseClick(m_strips->viewport(), Qt::LeftButton, {}, button);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<GroupName>().bytes(), QByteArray("red"));
}

void GroupStripsTest::writesToTheChosenGroupWithReturn()
{
    QSignalSpy wanted(m_strips.get(), &GroupStrips::messageWanted);
    m_strips->setCurrentIndex(m_groups->index(2, 0));
    QTest::keyClick(m_strips.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<GroupName>().isEmpty()); // those without a group
}

void GroupStripsTest::leavesControlReturnToTheWindow()
{
    QSignalSpy wanted(m_strips.get(), &GroupStrips::messageWanted);
    m_strips->setCurrentIndex(m_groups->index(0, 0));
    QTest::keyClick(m_strips.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(wanted.size(), 0);
}

void GroupStripsTest::choosesTheMemberWhoseChipIsClicked()
{
    QSignalSpy chosen(m_strips.get(), &GroupStrips::clientChosen);
    const QPoint position = chip(1, ClientId(2));
    QVERIFY(!position.isNull());
    QTest::mouseClick(m_strips->viewport(), Qt::LeftButton, {}, position);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<ClientId>(), ClientId(2));
}

void GroupStripsTest::opensTheMenuOfWhatIsUnderThePointer()
{
    QSignalSpy group(m_strips.get(), &GroupStrips::groupMenuWanted);
    QSignalSpy member(m_strips.get(), &GroupStrips::clientMenuWanted);
    const auto ask = [this](const QPoint& position) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, position,
                                m_strips->viewport()->mapToGlobal(position));
        QCoreApplication::sendEvent(m_strips->viewport(), &event);
    };
    ask(option(0).rect.topLeft() + QPoint(4, 4));
    QCOMPARE(group.size(), 1);
    QCOMPARE(group[0][0].value<GroupName>().bytes(), QByteArray("blue"));
    ask(chip(1, ClientId(1)));
    QCOMPARE(member.size(), 1);
    QCOMPARE(member[0][0].value<ClientId>(), ClientId(1));
}

void GroupStripsTest::foldsMembersThatHaveNoRoom()
{
    QVERIFY(chip(0, ClientId(59)).isNull()); // the last of 51
    QVERIFY(!chip(0, ClientId(2)).isNull());
    QVERIFY(!m_strips->grab().isNull()); // every strip draws, whatever its names
}

SIGNALBOX_TEST(GroupStripsTest)
#include "group_strips_test.moc"
