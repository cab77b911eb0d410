// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/meaning.h"
#include "ui/models/preview_model.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QToolButton;

namespace signalbox::ui {

class BrokerState;
class MeaningLabel;
class PlainTree;

/// Who would get the message being written: asks the broker 100 ms after the last change and shows the
/// answer, which unfolds into all clients with the reason for each. Asks again when clients come and go.
class RecipientPreview final : public QWidget {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds delay{100};

    /// `state` must outlive the preview.
    explicit RecipientPreview(BrokerState& state, QWidget* parent = nullptr);

    void setRecipients(const Recipients& recipients);
    /// Shows that there is nothing to ask about, and why.
    void setFault(const QString& fault);
    /// The answer that is shown is for these recipients.
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }

    /// The clients that would be reached.
    [[nodiscard]] std::vector<ClientId> reached() const { return m_model.reached(); }

    [[nodiscard]] QToolButton& summary() { return *m_summary; }
    [[nodiscard]] PlainTree& list() { return *m_list; }

Q_SIGNALS:
    /// How many would be reached; negative: not known.
    void reachedChanged(qint64 reached);

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void answered(const link::CommandAnswer& answer, const Recipients& recipients);
    void showSummary(const QString& text, Meaning meaning);
    void populationChanged();
    void unfold(bool isOpen);
    void applyColor();

    BrokerState& m_state;
    PreviewModel m_model;
    Recipients m_recipients;
    bool m_hasFault = false;
    bool m_isCurrent = false;
    link::CommandId m_asked = 0;
    QTimer m_timer;
    QToolButton* m_summary;
    MeaningLabel* m_hint;
    PlainTree* m_list;
    Meaning m_meaning = Meaning::Normal;
};

} // namespace signalbox::ui
