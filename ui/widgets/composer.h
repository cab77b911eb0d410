// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "ui/models/message_sender.h"
#include "ui/models/message_templates.h"
#include "ui/models/sent_history.h"
#include "ui/widgets/composer_tabs.h"

#include <QtWidgets/QWidget>

class QSplitter;
class QToolButton;

namespace signalbox::ui {

class BrokerState;
class ComposerLine;
class MeaningLabel;
class PendingBar;
class PlainTree;
class ReceiptsView;
class RecipientPreview;
class SendButton;

/// Writes a message, shows who would get it, sends it, and shows what became of
/// it. Folds to one line.
class Composer final : public QWidget {
    Q_OBJECT

public:
    using Tab = ComposerTabs::Tab;
    using enum ComposerTabs::Tab;

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

    [[nodiscard]] RecipientEditor& recipients() { return m_tabs->recipientEditor(); }
    [[nodiscard]] RecipientPreview& preview() { return *m_preview; }
    [[nodiscard]] FormsPreview& forms() { return m_tabs->forms(); }
    [[nodiscard]] MessageForm& form() { return m_tabs->form(); }
    [[nodiscard]] QPlainTextEdit& envelopeText() { return m_tabs->envelopeText(); }
    [[nodiscard]] ComposerTabs& tabs() { return *m_tabs; }
    [[nodiscard]] SendButton& sendButton() { return *m_send; }
    [[nodiscard]] PendingBar& pending() { return *m_pending; }
    [[nodiscard]] ReceiptsView& receiptsView() { return *m_receipts; }
    [[nodiscard]] PlainTree& receipts();
    [[nodiscard]] TemplatesView& templates() { return m_tabs->templates(); }
    [[nodiscard]] HistoryView& history() { return m_tabs->history(); }
    [[nodiscard]] ComposerLine& line() { return *m_line; }

Q_SIGNALS:
    void foldedChanged(bool isFolded);
    /// Something is about to be sent, or is no longer.
    void pendingChanged(bool isPending);

private:
    void buildLayout();
    void connectParts();
    void draftChanged();
    void refreshSend();
    void sendDraft(const Draft& draft, const SendSchedule::Plan& plan, qint64 reached);
    void reachedChanged(qint64 reached);
    void showNote(const QString& words);

    BrokerState& m_state;
    SystemClock m_clock;
    SentHistory m_history;
    MessageTemplates m_templates;
    MessageSender m_sender;
    bool m_isSendable = false;
    bool m_isPending = false;
    qint64 m_reached = -1; ///< by the last preview; negative: not known
    ComposerTabs* m_tabs;
    RecipientPreview* m_preview; ///< of the tabs
    MeaningLabel* m_note;        ///< why it cannot be sent
    PendingBar* m_pending;
    SendButton* m_send;
    ReceiptsView* m_receipts;
    ComposerLine* m_line;
    QWidget* m_writer;
    QSplitter* m_splitter;
    QList<int> m_unfoldedSizes;
    QToolButton* m_fold;
};

} // namespace signalbox::ui
