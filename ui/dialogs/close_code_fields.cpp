// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/close_code_fields.h"

#include "server/link/commands.h"
#include "ui/format/client_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/meaning_label.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>

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

CloseCodeFields::CloseCodeFields(QFormLayout& form, QObject* parent)
    : QObject(parent)
    , m_code(new QComboBox)
    , m_reason(new QLineEdit)
    , m_state(new MeaningLabel)
{
    for (const quint16 code : offeredCodes) {
        m_code->addItem(closeCodeText(code), code);
    }
    m_code->setEditable(true);
    m_code->setInsertPolicy(QComboBox::NoInsert);
    m_code->setAccessibleName(tr("Close code"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("optional; the client sees it"));
    m_reason->setMinimumWidth(spacing(40));
    connect(m_code, &QComboBox::editTextChanged, this, &CloseCodeFields::check);
    connect(m_reason, &QLineEdit::textChanged, this, &CloseCodeFields::check);
    form.addRow(tr("&Code"), m_code);
    form.addRow(tr("&Reason"), m_reason);
    form.addRow(QString(), m_state);
    check();
}

quint16 CloseCodeFields::closeCode() const
{
    bool isNumber = false;
    const quint16 code = m_code->currentText().section(u' ', 0, 0).toUShort(&isNumber);
    return isNumber ? code : quint16(0);
}

QByteArray CloseCodeFields::closeReason() const
{
    return m_reason->text().toUtf8();
}

bool CloseCodeFields::isValid() const
{
    return websocket::mayBeOnTheWire(closeCode()) && closeReason().size() <= websocket::maxCloseReasonBytes;
}

void CloseCodeFields::check()
{
    m_state->setMeaning(isValid() ? Meaning::Muted : Meaning::Bad);
    if (!websocket::mayBeOnTheWire(closeCode())) {
        m_state->setText(tr("✕ A close code on the wire is 1000–1003, 1007–1014 or 3000–4999."));
    } else {
        m_state->setText(tr("%1%2 of %3 bytes")
                             .arg(isValid() ? QString() : QStringLiteral("✕ "))
                             .arg(closeReason().size())
                             .arg(websocket::maxCloseReasonBytes));
    }
    Q_EMIT validityChanged(isValid());
}

} // namespace signalbox::ui
