// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/link/service_info.h"

#include <QtWidgets/QScrollArea>

class QFormLayout;
class QLabel;

namespace signalbox::ui {

class MeaningLabel;
class ServiceActions;

/// One service: its state, where it is reached, what it does, and what went wrong in it. Main thread.
class ServiceCard final : public QScrollArea {
    Q_OBJECT

public:
    /// The buttons are of the actions.
    explicit ServiceCard(const ServiceActions& actions, QWidget* parent = nullptr);

    void show(const link::ServiceInfo& service, double callsPerSecond, int strikes);
    /// All that is read in it, for tests.
    [[nodiscard]] QString text() const;

private:
    void addButtons(const ServiceActions& actions, QLayout& layout);
    [[nodiscard]] MeaningLabel* addFact(const QString& name);
    static void setFact(MeaningLabel* label, const QString& text);

    QFormLayout* m_facts;
    QLabel* m_title;
    MeaningLabel* m_state;
    MeaningLabel* m_clients;
    MeaningLabel* m_resources;
    MeaningLabel* m_controllers;
    MeaningLabel* m_subprotocols;
    MeaningLabel* m_calls;
    MeaningLabel* m_times;
    MeaningLabel* m_errors;
};

} // namespace signalbox::ui
