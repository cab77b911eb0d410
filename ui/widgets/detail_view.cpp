// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detail_view.h"

#include "ui/models/detail_tree.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/plain_tree.h"

#include <QtWidgets/QHeaderView>

namespace signalbox::ui {

DetailView::DetailView(const ClientNames& names, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_names(names)
    , m_tree(new PlainTree)
    , m_bytes(new BytesView)
{
    m_tree->setModel(&m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Detail of the frame"));
    m_tree->setColumnSample(DetailModel::NameColumn, QStringLiteral("      RFC 6455 header"));
    m_tree->header()->setStretchLastSection(true);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DetailView::markBytes);
    addWidget(m_tree);
    addWidget(m_bytes);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    showNothing();
}

void DetailView::show(const link::FrameDetail& detail)
{
    if (!detail.kept) {
        showNothing(tr("This frame is no longer kept: newer ones took its room."));
        return;
    }
    m_model.setTree(detailTree(detail, m_names));
    m_tree->expandToDepth(1);
    m_bytes->setEmptyText(tr("No bytes went over the wire."));
    m_bytes->setBytes(frameBytes(detail));
}

void DetailView::showNothing(const QString& why)
{
    m_model.setTree({});
    m_tree->setEmptyText(why.isEmpty() ? tr("Select a frame to see what is in it.") : why);
    m_bytes->setEmptyText(why.isEmpty() ? tr("Its bytes appear here.") : QString());
    m_bytes->setBytes({});
}

void DetailView::markBytes(const QModelIndex& current)
{
    if (current.isValid()) {
        const DetailNode& node = m_model.node(current);
        m_bytes->mark(node.offset, node.length);
    }
}

} // namespace signalbox::ui
