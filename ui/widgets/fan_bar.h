// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fan.h"

#include <QtCore/QSet>
#include <QtWidgets/QFrame>

#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace signalbox::ui {

/// Over the list of clients while a message is selected: how many got it, one button for each part, which
/// shows only those, a cross, and why one client did not get it. Hidden otherwise.
class FanBar final : public QFrame {
    Q_OBJECT

public:
    explicit FanBar(QWidget* parent = nullptr);

    void setFan(const Fan& fan);
    [[nodiscard]] const QSet<FanPart>& parts() const { return m_parts; }
    [[nodiscard]] QToolButton& button(FanPart part) const;
    [[nodiscard]] QToolButton& close() { return *m_close; }
    [[nodiscard]] QString heading() const;
    /// Why one client did or did not get it; `mend` is what a button would do about it, empty: none. Stands
    /// until another message is selected.
    void setAnswer(const QString& sentence, const QString& mend);
    [[nodiscard]] QString answer() const;
    [[nodiscard]] QPushButton& mend() { return *m_mend; }

Q_SIGNALS:
    void closeWanted();
    void mendWanted();
    void partsChosen(const QSet<signalbox::ui::FanPart>& parts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void choose();

    QLabel* m_heading;
    QLabel* m_answer;
    QPushButton* m_mend;
    quint64 m_number = 0; ///< of the message that the answer is about
    QToolButton* m_close;
    std::vector<std::pair<FanPart, QToolButton*>> m_buttons;
    QSet<FanPart> m_parts;
};

} // namespace signalbox::ui
