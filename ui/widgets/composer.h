// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/result.h"
#include "ui/models/draft.h"
#include "ui/models/message_sender.h"
#include "ui/models/message_templates.h"
#include "ui/models/sent_history.h"

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace signalbox::ui {

class BrokerState;
class ComposerLine;
class HistoryView;
class MeaningLabel;
class MessageForm;
class PendingBar;
class PlainTree;
class ReceiptsView;
class RecipientEditor;
class RecipientPreview;
class TemplatesView;

/// Writes a message, shows who would get it, sends it, and shows what became of
/// it. Two tabs to write in, the form and the whole envelope as text: the one
/// that was open last is what is sent. Two more for templates and for what was
/// sent before. Folds to one line.
class Composer final : public QWidget {
    Q_OBJECT

public:
    enum Tab { MessageTab, EnvelopeTab, TemplatesTab, HistoryTab };

    /// `state` must outlive the composer. `folder`: for templates and history;
    /// empty: they are not kept.
    explicit Composer(BrokerState& state, const QString& folder = {}, QWidget* parent = nullptr);
    ~Composer() override;

    /// Sends what is written; does nothing while it cannot be sent, or while
    /// another one is on its way.
    void send();
    /// Ends a hold, a wait or a repetition; false: there is none.
    bool cancel() { return m_sender.cancel(); }
    /// Messages to many wait for a moment.
    void setHoldEnabled(bool isEnabled) { m_sender.setHoldEnabled(isEnabled); }
    /// Empties the message and keeps the recipients.
    void startNew();
    /// Begins a message to those, and gives the message's editor the focus.
    void addressTo(const Recipients& recipients);
    /// Writes that message again.
    void fillIn(const Draft& draft);
    void format();
    void chooseFile();
    void showTab(Tab tab);
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const;

    [[nodiscard]] RecipientEditor& recipients() { return *m_recipients; }
    [[nodiscard]] RecipientPreview& preview() { return *m_preview; }
    [[nodiscard]] MessageForm& form() { return *m_form; }
    [[nodiscard]] QPlainTextEdit& envelopeText() { return *m_envelope; }
    [[nodiscard]] QTabWidget& tabs() { return *m_tabs; }
    [[nodiscard]] QPushButton& sendButton() { return *m_send; }
    [[nodiscard]] PendingBar& pending() { return *m_pending; }
    [[nodiscard]] ReceiptsView& receiptsView() { return *m_receipts; }
    [[nodiscard]] PlainTree& receipts();
    [[nodiscard]] TemplatesView& templates() { return *m_templatesView; }
    [[nodiscard]] HistoryView& history() { return *m_historyView; }
    [[nodiscard]] ComposerLine& line() { return *m_line; }

Q_SIGNALS:
    void foldedChanged(bool isFolded);
    /// Something is about to be sent, or is no longer.
    void pendingChanged(bool isPending);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    [[nodiscard]] QWidget* buildForm();
    void connectParts();
    void applyColors();
    void tabChanged();
    void draftChanged();
    void refreshSend();
    void sendDraft(const Draft& draft, const SendSchedule::Plan& plan, qint64 reached);
    void reachedChanged(qint64 reached);
    void showNote(const QString& words);
    [[nodiscard]] Draft written() const; ///< without recipients that are wrong
    [[nodiscard]] Result<Recipients> writtenRecipients() const;

    BrokerState& m_state;
    SystemClock m_clock;
    SentHistory m_history;
    MessageTemplates m_templates;
    MessageSender m_sender;
    bool m_isEnvelope = false; ///< what is sent: the envelope's text, or the form
    bool m_isSendable = false;
    bool m_isPending = false;
    qint64 m_reached = -1; ///< by the last preview; negative: not known
    QTabWidget* m_tabs;
    RecipientEditor* m_recipients;
    MessageForm* m_form;
    QPlainTextEdit* m_envelope;
    TemplatesView* m_templatesView;
    HistoryView* m_historyView;
    RecipientPreview* m_preview;
    MeaningLabel* m_note; ///< why it cannot be sent
    PendingBar* m_pending;
    QPushButton* m_send;
    ReceiptsView* m_receipts;
    ComposerLine* m_line;
    QWidget* m_writer;
    QToolButton* m_fold;
};

} // namespace signalbox::ui
