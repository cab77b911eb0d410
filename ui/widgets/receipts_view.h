// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QToolButton;

namespace signalbox::ui {

class ClientNames;
class MessageSender;
class PlainTree;
class ReceiptsModel;

/// What became of the messages that were sent: a line for each that unfolds
/// into its recipients, the newest unfolded. Copies a receipt, sends a message
/// again, fills the composer from it.
class ReceiptsView final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        ReceiptsModel& receipts;
        const ClientNames& names;
        MessageSender& sender;
    };

    /// The parts must outlive the view.
    explicit ReceiptsView(Parts parts, QWidget* parent = nullptr);

    [[nodiscard]] PlainTree& tree() { return *m_tree; }
    void copyAsText();
    void copyAsJson();
    void sendAgain();
    void editAgain();

Q_SIGNALS:
    /// The message in that row of the receipts shall be in the composer.
    void editWanted(int row);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void addActions();
    void messageSent();
    void showSilence();
    void selectionChanged();
    [[nodiscard]] QModelIndex current() const; ///< the message; the newest when none is selected

    Parts m_parts;
    SystemClock m_clock;
    QTimer m_silence; ///< runs while the view is seen
    PlainTree* m_tree;
    QToolButton* m_again;
    QToolButton* m_copy;
};

} // namespace signalbox::ui
