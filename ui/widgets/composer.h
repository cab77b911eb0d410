// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/result.h"
#include "ui/models/draft.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace signalbox::ui {

class BrokerState;
class MessageForm;
class PlainTree;
class RecipientEditor;
class RecipientPreview;

/// Writes a message, shows who would get it, sends it, and shows what became of it. Two tabs: the form, and
/// the envelope as text; the one that is open is what is sent.
class Composer final : public QWidget {
    Q_OBJECT

public:
    /// `state` must outlive the composer.
    explicit Composer(BrokerState& state, QWidget* parent = nullptr);

    /// Sends what is written; does nothing while it cannot be sent.
    void send();
    /// Empties the message and keeps the recipients.
    void startNew();
    /// Begins a message to those, and gives the message's editor the focus.
    void addressTo(const Recipients& recipients);

    [[nodiscard]] RecipientEditor& recipients() { return *m_recipients; }
    [[nodiscard]] RecipientPreview& preview() { return *m_preview; }
    [[nodiscard]] MessageForm& form() { return *m_form; }
    [[nodiscard]] QPlainTextEdit& envelopeText() { return *m_envelope; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }
    [[nodiscard]] QPushButton& sendButton() { return *m_send; }
    [[nodiscard]] PlainTree& receipts() { return *m_receipts; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void applyColors();
    void tabChanged();
    void draftChanged();
    void reachedChanged(qint64 reached);
    [[nodiscard]] bool isEnvelopeTab() const;
    [[nodiscard]] QByteArray envelope() const;
    [[nodiscard]] Result<Recipients> writtenRecipients() const;

    BrokerState& m_state;
    SystemClock m_clock;
    QTabWidget* m_tabs;
    RecipientEditor* m_recipients;
    MessageForm* m_form;
    QPlainTextEdit* m_envelope;
    RecipientPreview* m_preview;
    QPushButton* m_send;
    PlainTree* m_receipts;
    qint64 m_reached = -1; ///< by the last preview; negative: not known
};

} // namespace signalbox::ui
