// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QSet>

#include <optional>

class QHeaderView;
class QTreeView;

namespace signalbox::ui {

/// What is done when the columns do not fit.
struct ColumnSaving {
    enum class How { Shrink, Hide };

    int column;
    How how;
    QString sample = {}; ///< that a shrunk column still holds; empty: the least
};

/// Suits the columns of a list to its width: each is as wide as a sample of what it holds, the flexible ones
/// take what is left; where there is too little, the savings are made in their order. What the user chose
/// for a column (its width, whether it is there) is kept apart from that and stays. Main thread. Owner: the
/// list.
class ColumnFit final : public QObject {
    Q_OBJECT

public:
    /// The list must have its model.
    explicit ColumnFit(QTreeView& tree);

    /// Of `column`: what it holds at best, and what it must hold. The heading always has room.
    void setSample(int column, const QString& sample, const QString& least = {});
    void setFlexible(const QList<int>& columns);
    /// Columns that are there only when the user wants them.
    void setHiddenAtFirst(const QList<int>& columns);
    void setSavings(const QList<ColumnSaving>& savings);
    /// Only these are shown for now, whatever the user chose. An empty list: all of them again.
    void setOffered(const QList<int>& columns);
    [[nodiscard]] bool isOffered(int column) const;

    /// What the user chose.
    void chooseShown(int column, bool isShown);
    /// Forgets what the user chose.
    void reset();
    /// Choices, order and sorting, for the next run. Widths are kept in relation to the text.
    [[nodiscard]] QByteArray state() const;
    /// Ignores what it does not know.
    void restore(const QByteArray& state);

    /// Again, for another width or another font.
    void apply();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Choice {
        std::optional<double> width; ///< in widths of a text
        std::optional<bool> isShown;
    };
    struct Sample {
        QString best;
        QString least;
    };
    using Widths = QHash<int, int>; ///< of the columns that are shown

    void resizedByUser(int column, int from, int to);
    [[nodiscard]] Widths widths(int room) const;
    void save(const ColumnSaving& saving, int room, Widths& widths) const;
    void spread(int room, Widths& widths) const;
    [[nodiscard]] bool isWanted(int column) const;
    [[nodiscard]] int widthOf(int column) const;
    [[nodiscard]] int widthOf(int column, const QString& sample) const;
    [[nodiscard]] int textWidth() const;
    void arrange(const QList<int>& order);

    QTreeView& m_tree;
    QHeaderView& m_header;
    QHash<int, Sample> m_samples;
    QHash<int, Choice> m_choices;
    QList<int> m_flexible;
    QSet<int> m_hiddenAtFirst;
    QList<ColumnSaving> m_savings;
    QSet<int> m_offered;
    bool m_isApplying = false; ///< what changes then is not the user's choice
};

} // namespace signalbox::ui
