// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QAbstractItemModel;
class QLineEdit;

namespace signalbox::ui {

class MeaningLabel;
class PlainTree;

/// A line to search with, and below it the list that it searches. Enter or a
/// double click in the list picks a row, Enter in the line the selected or the
/// first one; Down goes from the line to the list.
class SearchList final : public QWidget {
    Q_OBJECT

public:
    /// `model` must outlive the list.
    explicit SearchList(QAbstractItemModel& model, QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& search() { return *m_search; }
    [[nodiscard]] PlainTree& list() { return *m_list; }
    /// The row that is selected; negative: none.
    [[nodiscard]] int row() const;
    void select(int row);
    /// A line below the list; empty: none.
    void setNote(const QString& words);

Q_SIGNALS:
    /// A moment after the last key.
    void searchChanged(const QString& text);
    void picked(int row);
    void selectionChanged();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QTimer m_pause;
    QLineEdit* m_search;
    PlainTree* m_list;
    MeaningLabel* m_note;
};

} // namespace signalbox::ui
