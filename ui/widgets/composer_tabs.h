// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "ui/models/draft.h"

#include <QtWidgets/QTabWidget>

class QPlainTextEdit;
class QVBoxLayout;

namespace signalbox::ui {

class BrokerState;
class ClientsModel;
class FormsPreview;
class HistoryView;
class MessageForm;
class MessageTemplates;
class RecipientEditor;
class RecipientPreview;
class SentHistory;
class TemplatesView;

/// Where a message is written: a form, and the whole envelope as text, each with who would get it. The one of
/// the two that was open last is what is sent. Two more tabs for templates and for
/// what was sent before.
class ComposerTabs final : public QTabWidget {
    Q_OBJECT

public:
    enum Tab { MessageTab, EnvelopeTab, TemplatesTab, HistoryTab };

    /// All of them must outlive the tabs.
    ComposerTabs(BrokerState& state, MessageTemplates& templates, SentHistory& history,
                 QWidget* parent = nullptr);

    [[nodiscard]] bool isEnvelope() const { return m_isEnvelope; }
    [[nodiscard]] Draft draft() const; ///< without recipients that are wrong
    [[nodiscard]] Result<Recipients> recipients() const;
    /// Opens the tab and gives what is used first the focus.
    void showTab(Tab tab);
    /// Empties the message and keeps the recipients.
    void startNew();
    /// Begins a message to those.
    void addressTo(const Recipients& recipients);
    /// Writes that message again.
    void fillIn(const Draft& draft);
    /// The error when the envelope is no JSON; of the form's message the form says it.
    Result<void> format();

    [[nodiscard]] RecipientEditor& recipientEditor() { return *m_recipients; }
    [[nodiscard]] RecipientPreview& preview() { return *m_preview; }
    [[nodiscard]] FormsPreview& forms() { return *m_forms; }
    [[nodiscard]] MessageForm& form() { return *m_form; }
    [[nodiscard]] QPlainTextEdit& envelopeText() { return *m_envelope; }
    [[nodiscard]] TemplatesView& templates() { return *m_templates; }
    [[nodiscard]] HistoryView& history() { return *m_history; }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildEnvelope();
    void placePreview();
    void build();
    void tabChanged();
    void followTopic();

    const ClientsModel& m_clients;
    bool m_isEnvelope = false; ///< what is sent: the envelope's text, or the form
    RecipientEditor* m_recipients;
    MessageForm* m_form;
    QPlainTextEdit* m_envelope;
    TemplatesView* m_templates;
    HistoryView* m_history;
    RecipientPreview* m_preview;
    FormsPreview* m_forms;
    QByteArray m_topic; ///< that stands as the action because the message goes to it; empty: none
    QVBoxLayout* m_belowTo = nullptr;       ///< place of the preview in the form
    QVBoxLayout* m_aboveEnvelope = nullptr; ///< and while the envelope is written
};

} // namespace signalbox::ui
