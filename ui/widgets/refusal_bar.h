// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/banner.h"

#include <QtCore/QByteArray>
#include <QtCore/QSet>

namespace signalbox::ui {

class BrokerState;
class MendButton;

/// "A page from https://shop.example was refused", across the top of the window, with the buttons that let it
/// connect. An origin that was allowed or waved away is not asked about again.
class RefusalBar final : public Banner {
    Q_OBJECT

public:
    explicit RefusalBar(BrokerState& state, QWidget* parent = nullptr);

    [[nodiscard]] MendButton& session() { return *m_session; }
    [[nodiscard]] MendButton& always() { return *m_always; }

private:
    void ask(const QByteArray& origin);
    void settle();

    MendButton* m_session;
    MendButton* m_always;
    QByteArray m_origin; ///< empty: nothing is asked
    QSet<QByteArray> m_settled;
};

} // namespace signalbox::ui
