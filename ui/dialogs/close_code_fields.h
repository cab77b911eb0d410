// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace signalbox::ui {

class MeaningLabel;

/// The close code and the reason with which something is closed, as rows of a form. Lets nothing through that
/// may not be on the wire (RFC 6455 §5.5, §7.4). Owner: the dialog that it stands in.
class CloseCodeFields final : public QObject {
    Q_OBJECT

public:
    explicit CloseCodeFields(QFormLayout& form, QObject* parent = nullptr);

    [[nodiscard]] quint16 closeCode() const; ///< 0 when what is written is no number
    [[nodiscard]] QByteArray closeReason() const;
    [[nodiscard]] bool isValid() const;

    [[nodiscard]] QComboBox& code() { return *m_code; }
    [[nodiscard]] QLineEdit& reason() { return *m_reason; }

Q_SIGNALS:
    void validityChanged(bool isValid);

private:
    void check();

    QComboBox* m_code;
    QLineEdit* m_reason;
    MeaningLabel* m_state;
};

} // namespace signalbox::ui
