// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/models/detail_model.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace signalbox::ui {

class CommandSender;
class MeaningLabel;
class MendButton;
class LinkedTree;

/// A handshake as two tables of header fields with a sentence for each; for a refusal why, what to do about
/// it, and buttons that allow the page's origin.
class HandshakeView final : public QWidget {
    Q_OBJECT

public:
    /// `commands` must outlive the view.
    explicit HandshakeView(CommandSender& commands, QWidget* parent = nullptr);

    void show(const link::FrameDetail& detail);

    [[nodiscard]] LinkedTree& table() { return *m_table; }
    [[nodiscard]] MendButton& allowSession() { return *m_session; }
    [[nodiscard]] MendButton& allowAlways() { return *m_always; }
    [[nodiscard]] QString refusal() const;

Q_SIGNALS:
    /// The bytes of the current line, in request and answer together.
    void rangeChosen(qsizetype offset, qsizetype length);
    /// What explains the line that is pointed at, or the current one; empty: nothing does.
    void sentenceChanged(const QString& sentence);

private:
    void build();
    void setUpColumns();
    [[nodiscard]] QString sentenceOf(const QModelIndex& index) const;
    void showRefusal(const link::FrameRow& row);

    DetailModel m_model;
    QWidget* m_refusal;
    MeaningLabel* m_why;
    QLabel* m_advice;
    MendButton* m_session;
    MendButton* m_always;
    LinkedTree* m_table;
};

} // namespace signalbox::ui
