// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/group_strips.h"

#include "ui/models/groups_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/group_strip_delegate.h"
#include "ui/widgets/palette.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

namespace signalbox::ui {

GroupStrips::GroupStrips(GroupsModel& groups, const ClientNames& names, QWidget* parent)
    : QListView(parent)
    , m_groups(groups)
    , m_strip(new GroupStripDelegate(groups, names, this))
{
    setItemDelegate(m_strip);
    setModel(&groups);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setAccessibleName(tr("Groups, as strips"));
    connect(m_strip, &GroupStripDelegate::messageWanted, this,
            [this](const QModelIndex& index) { Q_EMIT messageWanted(m_groups.group(index)); });
    connect(m_strip, &GroupStripDelegate::memberClicked, this, &GroupStrips::clientChosen);
}

void GroupStrips::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (model()->rowCount() > 0) {
        return;
    }
    QPainter painter(viewport());
    painter.setPen(colorsFor(palette()).muted);
    const int margin = ui::spacing(2); // the view has one of its own
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, tr("A group is there while it has a member."));
}

void GroupStrips::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // the window's: send
        return;
    }
    if (isReturn && currentIndex().isValid()) {
        Q_EMIT messageWanted(m_groups.group(currentIndex()));
        return;
    }
    QListView::keyPressEvent(event);
}

void GroupStrips::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    const ClientId client = isKey ? ClientId() : m_strip->memberAt(option, index, event->pos());
    const QPoint position = isKey ? viewport()->mapToGlobal(option.rect.center()) : event->globalPos();
    if (client.isNull()) {
        Q_EMIT groupMenuWanted(m_groups.group(index), position);
    } else {
        Q_EMIT clientMenuWanted(client, position);
    }
}

void GroupStrips::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid()) {
        Q_EMIT groupChosen(m_groups.group(current));
    }
}

} // namespace signalbox::ui
