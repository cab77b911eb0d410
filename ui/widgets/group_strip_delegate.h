// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"

#include <QtWidgets/QStyledItemDelegate>

namespace signalbox::ui {

class ClientNames;
class GroupsModel;

/// Draws one group as a large strip: its name and size, its members as chips, the last message to it, the
/// last minute as a sparkline, and a button.
class GroupStripDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    GroupStripDelegate(const GroupsModel& groups, const ClientNames& names, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    [[nodiscard]] QRect buttonRect(const QStyleOptionViewItem& option) const;
    /// The member whose chip is there; null for none.
    [[nodiscard]] ClientId memberAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                                    const QPoint& position) const;

Q_SIGNALS:
    void messageWanted(const QModelIndex& index);
    void memberClicked(signalbox::ClientId client);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    struct Chip {
        QRect rect;
        QString text;
        ClientId client; ///< null for "+ 12"
    };

    [[nodiscard]] std::vector<Chip> chips(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    [[nodiscard]] QRect titleRect(const QStyleOptionViewItem& option) const;
    [[nodiscard]] QRect sparklineRect(const QStyleOptionViewItem& option) const;
    [[nodiscard]] QRect middleRect(const QStyleOptionViewItem& option) const;
    void paintTitle(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintChips(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintNews(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintButton(QPainter& painter, const QStyleOptionViewItem& option) const;
    [[nodiscard]] QString newsText(const QModelIndex& index) const;

    const GroupsModel& m_groups;
    const ClientNames& m_names;
};

} // namespace signalbox::ui
