// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/detail_model.h"

#include <QtWidgets/QSplitter>

namespace signalbox::ui {

class BytesView;
class ClientNames;
class PlainTree;

/// The selected frame: its detail as a tree, and its bytes. Selecting a line of the tree marks its bytes.
class DetailView final : public QSplitter {
    Q_OBJECT

public:
    /// `names` must outlive the view.
    explicit DetailView(const ClientNames& names, QWidget* parent = nullptr);

    void show(const link::FrameDetail& detail);
    /// Shows a sentence instead of a frame; an empty one says how to select one.
    void showNothing(const QString& why = {});

    [[nodiscard]] PlainTree& tree() { return *m_tree; }
    [[nodiscard]] BytesView& bytes() { return *m_bytes; }

private:
    void markBytes(const QModelIndex& current);

    const ClientNames& m_names;
    DetailModel m_model;
    PlainTree* m_tree;
    BytesView* m_bytes;
};

} // namespace signalbox::ui
