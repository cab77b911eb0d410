// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/commands.h"

#include <QtWidgets/QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace signalbox::ui {

class MeaningLabel;

/// Asks for the close code and the reason with which a client is disconnected. Lets nothing through that may
/// not be on the wire (RFC 6455 §5.5, §7.4).
class DisconnectDialog final : public QDialog {
    Q_OBJECT

public:
    /// `label` names the client.
    DisconnectDialog(ClientId client, const QString& label, QWidget* parent = nullptr);

    [[nodiscard]] link::DisconnectClient command() const;

    [[nodiscard]] QComboBox& code() { return *m_code; }
    [[nodiscard]] QLineEdit& reason() { return *m_reason; }
    [[nodiscard]] QPushButton& confirm() { return *m_confirm; }

private:
    void check();
    [[nodiscard]] quint16 closeCode() const; ///< 0 when what is written is no number

    ClientId m_client;
    QComboBox* m_code;
    QLineEdit* m_reason;
    MeaningLabel* m_state;
    QPushButton* m_confirm;
};

} // namespace signalbox::ui
