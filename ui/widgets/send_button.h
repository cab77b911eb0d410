// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPushButton>

namespace signalbox::ui {

/// Sends what is written. When nobody would get it the button says so, in amber
/// and in words; it can be pressed all the same.
class SendButton final : public QPushButton {
    Q_OBJECT

public:
    explicit SendButton(QWidget* parent = nullptr);

    void setToNobody(bool isToNobody);
    /// "Send", without the key.
    [[nodiscard]] QString words() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColors();

    bool m_isToNobody = false;
};

} // namespace signalbox::ui
