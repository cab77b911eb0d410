// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace signalbox::ui {

class MeaningLabel;
class Sparkline;
struct ClientRow;

/// The last minute of one client: messages in a second and waiting bytes, in words and as sparklines.
class ClientMeters final : public QWidget {
    Q_OBJECT

public:
    explicit ClientMeters(QWidget* parent = nullptr);

    void setRow(const ClientRow& row);

private:
    MeaningLabel* m_rate;
    MeaningLabel* m_queue;
    Sparkline* m_rateLine;
    Sparkline* m_queueLine;
};

} // namespace signalbox::ui
