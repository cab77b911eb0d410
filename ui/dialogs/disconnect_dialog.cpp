// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/disconnect_dialog.h"

#include "server/link/commands.h"
#include "ui/format/client_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <array>

namespace signalbox::ui {

namespace {

// Those that a server has a reason to send; any other that may be on the wire can be typed.
constexpr std::array<quint16, 7> offeredCodes{websocket::close_code::normal,
                                              websocket::close_code::goingAway,
                                              websocket::close_code::policyViolation,
                                              websocket::close_code::internalError,
                                              websocket::close_code::serviceRestart,
                                              websocket::close_code::tryAgainLater,
                                              4000};

} // namespace

DisconnectDialog::DisconnectDialog(ClientId client, const QString& label, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_code(new QComboBox)
    , m_reason(new QLineEdit)
    , m_state(new MeaningLabel)
    , m_confirm(nullptr)
{
    setWindowTitle(tr("Disconnect a client"));
    auto* who = new QLabel;
    who->setTextFormat(Qt::PlainText);
    who->setText(fontMetrics().elidedText(label, Qt::ElideMiddle, spacing(50)));
    for (const quint16 code : offeredCodes) {
        m_code->addItem(closeCodeText(code), code);
    }
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    m_code->setAccessibleName(tr("Close code"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("optional; the client sees it"));
    m_reason->setMinimumWidth(spacing(40));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_confirm = buttons->addButton(tr("&Disconnect"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_code, &QComboBox::editTextChanged, this, &DisconnectDialog::check);
    connect(m_reason, &QLineEdit::textChanged, this, &DisconnectDialog::check);
    auto* form = new QFormLayout(this);
    form->setVerticalSpacing(spacing(1));
    form->addRow(tr("Client"), who);
    form->addRow(tr("&Code"), m_code);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(QString(), m_state);
    form->addRow(buttons);
    m_confirm->setDefault(true); // only now has it a dialog to be the default of
    m_reason->setFocus();
    check();
}

quint16 DisconnectDialog::closeCode() const
{
    bool isNumber = false;
    const quint16 code = m_code->currentText().section(u' ', 0, 0).toUShort(&isNumber);
    return isNumber ? code : quint16(0);
}

void DisconnectDialog::check()
{
    const qsizetype bytes = m_reason->text().toUtf8().size();
    const bool codeMayTravel = websocket::mayBeOnTheWire(closeCode());
    const bool reasonFits = bytes <= websocket::maxCloseReasonBytes;
    m_confirm->setEnabled(codeMayTravel && reasonFits);
    m_state->setMeaning(codeMayTravel && reasonFits ? Meaning::Muted : Meaning::Bad);
    if (!codeMayTravel) {
        m_state->setText(tr("✕ A close code on the wire is 1000–1003, 1007–1014 or 3000–4999."));
    } else {
        m_state->setText(tr("%1%2 of %3 bytes")
                             .arg(reasonFits ? QString() : QStringLiteral("✕ "))
                             .arg(bytes)
                             .arg(websocket::maxCloseReasonBytes));
    }
}

link::DisconnectClient DisconnectDialog::command() const
{
    return {m_client, closeCode(), m_reason->text().toUtf8()};
}

} // namespace signalbox::ui
