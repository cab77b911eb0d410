// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/group_strip_delegate.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/groups_model.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/sparkline.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

QRect inner(const QStyleOptionViewItem& option)
{
    return option.rect.adjusted(spacing(2), spacing(1), -spacing(2), -spacing(1));
}

QFont titleFont(const QStyleOptionViewItem& option)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setBold(true);
    return font;
}

} // namespace

GroupStripDelegate::GroupStripDelegate(const GroupsModel& groups, const ClientNames& names, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_groups(groups)
    , m_names(names)
{
}

QSize GroupStripDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines = QFontMetrics(titleFont(option)).height() + option.fontMetrics.height();
    return {spacing(40), lines + spacing(4)};
}

QRect GroupStripDelegate::buttonRect(const QStyleOptionViewItem& option) const
{
    const QRect area = inner(option);
    const int width = option.fontMetrics.horizontalAdvance(tr("Message…")) + spacing(3);
    const int height = option.fontMetrics.height() + spacing(1);
    return {area.right() - width, area.center().y() - height / 2, width, height};
}

QRect GroupStripDelegate::sparklineRect(const QStyleOptionViewItem& option) const
{
    const QRect area = inner(option);
    const int width = static_cast<int>(GroupsModel::historyLength) * 2;
    return {buttonRect(option).left() - spacing(2) - width, area.top(), width, area.height()};
}

QRect GroupStripDelegate::titleRect(const QStyleOptionViewItem& option) const
{
    const QRect area = inner(option);
    return {area.left(), area.top(), std::min(spacing(22), area.width() / 4), area.height()};
}

QRect GroupStripDelegate::middleRect(const QStyleOptionViewItem& option) const
{
    const int left = titleRect(option).right() + spacing(2);
    const QRect area = inner(option);
    return {left, area.top(), std::max(0, sparklineRect(option).left() - spacing(2) - left), area.height()};
}

std::vector<GroupStripDelegate::Chip> GroupStripDelegate::chips(const QStyleOptionViewItem& option,
                                                                const QModelIndex& index) const
{
    const QRect area = middleRect(option);
    const int height = option.fontMetrics.height() + 4;
    const auto width = [&option](const QString& text) {
        return option.fontMetrics.horizontalAdvance(text) + spacing(2);
    };
    const std::vector<ClientId>& members = m_groups.members(index);
    std::vector<Chip> made;
    int left = area.left();
    for (size_t at = 0; at < members.size(); ++at) {
        const QString name =
            option.fontMetrics.elidedText(m_names.label(members[at]), Qt::ElideMiddle, spacing(16));
        const QString rest = u"+ "_s + countText(static_cast<qint64>(members.size() - at));
        const int reserve = at + 1 < members.size() ? width(rest) + spacing(1) : 0;
        if (left + width(name) + reserve > area.right()) {
            made.push_back({QRect(left, area.top(), width(rest), height), rest, ClientId()});
            break;
        }
        made.push_back({QRect(left, area.top(), width(name), height), name, members[at]});
        left += width(name) + spacing(1) / 2;
    }
    return made;
}

ClientId GroupStripDelegate::memberAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                                      const QPoint& position) const
{
    for (const Chip& chip : chips(option, index)) {
        if (chip.rect.contains(position)) {
            return chip.client;
        }
    }
    return {};
}

void GroupStripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const Colors& colors = colorsFor(option.palette);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect,
                      option.palette.color(isCurrent ? QPalette::AlternateBase : QPalette::Base));
    if (isCurrent) { // a bar at the edge, because the texts keep their colours
        painter->fillRect(QRect(option.rect.topLeft(), QSize(spacing(1) / 2, option.rect.height())),
                          colors.accent);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);
    paintTitle(*painter, option, index);
    paintChips(*painter, option, index);
    paintNews(*painter, option, index);
    paintSparkline(*painter, sparklineRect(option), m_groups.history(index), colors);
    if (!m_groups.isFilter(m_groups.group(index))) {
        paintButton(*painter, option);
    }
    painter->restore();
}

void GroupStripDelegate::paintTitle(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    const QRect area = titleRect(option);
    painter.setFont(titleFont(option));
    const bool isQuiet = m_groups.group(index).isEmpty() || m_groups.isFilter(m_groups.group(index));
    painter.setPen(meaningColor(option.palette, isQuiet ? Meaning::Muted : Meaning::Normal));
    painter.drawText(
        area, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
    painter.setFont(option.font);
    painter.setPen(colorsFor(option.palette).muted);
    const auto members = static_cast<qint64>(m_groups.members(index).size());
    QString size = members == 1 ? tr("1 member") : tr("%1 members").arg(countText(members));
    if (m_groups.isFilter(m_groups.group(index))) {
        size = members == 1 ? tr("filter, 1 client") : tr("filter, %1 clients").arg(countText(members));
    }
    if (const qint64 byFilter = m_groups.filterCount(m_groups.group(index)); byFilter > 0) {
        size += tr(" + %1 by filter").arg(countText(byFilter));
    }
    if (const QString rate = index.siblingAtColumn(GroupsModel::RateColumn).data().toString();
        !rate.isEmpty()) {
        size += u" · "_s + rate;
    }
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(size, Qt::ElideRight, area.width()));
}

void GroupStripDelegate::paintChips(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Chip& chip : chips(option, index)) {
        if (!chip.client.isNull()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colorsFor(option.palette).headFill);
            painter.drawRoundedRect(chip.rect, 4, 4);
        }
        painter.setPen(chip.client.isNull() ? colorsFor(option.palette).muted
                                            : option.palette.color(QPalette::Text));
        painter.drawText(chip.rect, Qt::AlignCenter | Qt::TextSingleLine, chip.text);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

QString GroupStripDelegate::newsText(const QModelIndex& index) const
{
    const GroupNews& news = m_groups.news(index);
    if (m_groups.isFilter(m_groups.group(index))) {
        return tr("gets what is sent to every group that it matches");
    }
    if (news.from.isEmpty()) {
        return tr("nothing was sent to it yet");
    }
    const QString action = news.action.isEmpty() ? tr("a message") : plainName(news.action);
    return tr("%1 from %2, %3").arg(action, news.from, timeText(news.time));
}

void GroupStripDelegate::paintNews(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    const QRect area = middleRect(option);
    painter.setPen(colorsFor(option.palette).muted);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(newsText(index), Qt::ElideMiddle, area.width()));
}

void GroupStripDelegate::paintButton(QPainter& painter, const QStyleOptionViewItem& option) const
{
    QStyleOptionButton button;
    button.palette = option.palette;
    button.fontMetrics = option.fontMetrics;
    button.direction = option.direction;
    button.rect = buttonRect(option);
    button.text = tr("Message…");
    button.state = QStyle::State_Enabled | QStyle::State_Raised;
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_PushButton, &button, &painter, option.widget);
}

bool GroupStripDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                     const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const bool isClick = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    if (!isClick) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const QPoint position = static_cast<QMouseEvent*>(event)->position().toPoint();
    if (buttonRect(option).contains(position) && !m_groups.isFilter(m_groups.group(index))) {
        Q_EMIT messageWanted(index);
        return true;
    }
    if (const ClientId client = memberAt(option, index, position); !client.isNull()) {
        Q_EMIT memberClicked(client);
        return true;
    }
    return false;
}

} // namespace signalbox::ui
