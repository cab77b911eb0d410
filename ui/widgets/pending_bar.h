// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

class QProgressBar;
class QPushButton;

namespace signalbox::ui {

class MeaningLabel;
class MessageSender;

/// What is about to be sent: a hold with its seconds, a repetition with its
/// progress; *Cancel* (Esc) and, for a hold, *Send now*. Hidden while nothing
/// is.
class PendingBar final : public QFrame {
    Q_OBJECT

public:
    /// `sender` must outlive the bar.
    explicit PendingBar(MessageSender& sender, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton& cancelButton() { return *m_cancel; }
    [[nodiscard]] QPushButton& nowButton() { return *m_now; }
    [[nodiscard]] QString text() const;

private:
    void refresh();
    [[nodiscard]] QString words() const;

    MessageSender& m_sender;
    MeaningLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_now;
    QPushButton* m_cancel;
};

} // namespace signalbox::ui
