// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plain_tree.h"

namespace signalbox::ui {

class ColourRules;
class FramesModel;

/// The list part of the frames view: gaps are drawn across all columns, marked rows stand out,
/// Space pauses, End follows, Ctrl+C copies the row, typing goes to the filter.
class FramesTree final : public PlainTree {
    Q_OBJECT

public:
    explicit FramesTree(FramesModel& model, QWidget* parent = nullptr);

    void keyboardSearch(const QString& text) override;
    /// They must outlive the tree.
    void setColourRules(const ColourRules& rules);

Q_SIGNALS:
    void pauseWanted();
    void followWanted();
    void copyWanted();
    /// Rows go; what indexAt() says is still right, and will not be when the model has told everybody.
    void aboutToLoseRows();
    void typed(const QString& text);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;

private:
    void setUpFit();

    FramesModel& m_frames;
    const ColourRules* m_rules = nullptr;
};

} // namespace signalbox::ui
