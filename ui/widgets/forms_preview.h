// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/draft.h"

#include "server/core/ids.h"

#include <QtWidgets/QWidget>

#include <vector>

class QPlainTextEdit;
class QToolButton;

namespace signalbox::ui {

class ClientsModel;
struct SentForm;

/// In which forms the message being written would leave: XSockets clients get {C,T,D}, raw ones the message
/// alone. Unfolds into the forms themselves. Hidden while everybody gets the envelope.
class FormsPreview final : public QWidget {
    Q_OBJECT

public:
    /// `clients` must outlive the preview.
    explicit FormsPreview(const ClientsModel& clients, QWidget* parent = nullptr);

    /// What would be sent, and whom it would reach.
    void setDraft(const Draft& draft);
    void setReached(std::vector<ClientId> reached);

    [[nodiscard]] QToolButton& summary() { return *m_summary; }
    [[nodiscard]] QPlainTextEdit& text() { return *m_text; }

private:
    void refresh();
    [[nodiscard]] std::vector<SentForm> forms() const;
    [[nodiscard]] QString formText(const SentForm& form) const;
    void unfold(bool isOpen);

    const ClientsModel& m_clients;
    Draft m_draft;
    std::vector<ClientId> m_reached;
    QToolButton* m_summary;
    QPlainTextEdit* m_text;
};

} // namespace signalbox::ui
