// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTreeView>

namespace signalbox::ui {

class ColumnFit;
class MeaningDelegate;

/// A list or tree as all of ours look: rows of one height, no frame, long text elided in the middle, a hint
/// in place of rows that are not there. Columns grow with the text; those of a list that is asked for its fit
/// suit the width, and are chosen in the header's menu.
class PlainTree : public QTreeView {
    Q_OBJECT

public:
    explicit PlainTree(QWidget* parent = nullptr);

    /// What stands in the middle while there is no row.
    void setEmptyText(const QString& text);
    [[nodiscard]] const QString& emptyText() const { return m_emptyText; }
    void setMonospacedColumn(int column);
    /// Text gets as many lines as it needs; for short lists, whose rows are of different heights then.
    void setWrapped();
    /// Made at the first call; the list has its model by then.
    [[nodiscard]] ColumnFit& fit();
    /// Lets the user choose columns in the header's menu; the first always stays.
    void offerColumns();
    /// A column that the menu does not offer, because it comes and goes by itself.
    void setFixedColumn(int column) { m_fixedColumn = column; }
    /// The width of a column that holds `sample`, in a list without a fit.
    void setColumnSample(int column, const QString& sample);

protected:
    void drawBranches(QPainter* painter, const QRect& row, const QModelIndex& index) const override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void scaleColumns();
    void showColumnMenu(const QPoint& position);

    MeaningDelegate* m_delegate;
    ColumnFit* m_fit = nullptr;
    QString m_emptyText;
    int m_fixedColumn = 0;
    int m_textWidth; ///< of a sample in the font that the columns are made for
};

} // namespace signalbox::ui
