// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/link/events.h"
#include "ui/models/routing_answer.h"
#include "ui/widgets/client_acts.h"
#include "ui/widgets/group_acts.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects the clients and the groups with what the operator does to them. Owner: the main window.
class PeopleWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit PeopleWiring(const WindowParts& parts);

    [[nodiscard]] ClientActs& clientActs() { return m_clientActs; }

private:
    void connectViews();
    void connectActs();
    void connectTestClients();
    void connectWhyNot();
    void answerWhyNot(ClientId client);
    void mend();
    void updateCounts();
    void chooseClient(ClientId client);
    void write(const Recipients& recipients);
    void goToFrame(quint64 number);
    void showCard(ClientId client);
    void filterFrames(const QString& term, bool alone);
    void connectSampleClients();
    void showError(const link::CommandAnswer& answer);

    WindowParts m_parts;
    ClientActs m_clientActs;
    GroupActs m_groupActs;
    Mend m_mend; ///< of the last answer to "Why not?"
};

} // namespace signalbox::ui
