// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/refusal_bar.h"

#include "ui/format/plain.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/mend_button.h"

namespace signalbox::ui {

RefusalBar::RefusalBar(BrokerState& state, QWidget* parent)
    : Banner(parent)
    , m_session(new MendButton(state.commands()))
    , m_always(new MendButton(state.commands()))
{
    setAccessibleName(tr("Refused pages"));
    for (MendButton* button : {m_session, m_always}) {
        addButton(button);
        connect(button, &MendButton::mended, this, &RefusalBar::settle);
        connect(button, &MendButton::failed, this, &RefusalBar::setText);
    }
    connect(this, &Banner::closed, this, &RefusalBar::settle);
    connect(&state, &BrokerState::pageRefused, this, &RefusalBar::ask);
}

void RefusalBar::ask(const QByteArray& origin)
{
    if (origin == m_origin || m_settled.contains(origin)) {
        return;
    }
    m_origin = origin;
    m_session->setMend(link::AllowOrigin{origin, false});
    m_always->setMend(link::AllowOrigin{origin, true});
    const QString name = fontMetrics().elidedText(plainName(origin), Qt::ElideMiddle, spacing(60));
    setText(tr("A page from %1 was refused.").arg(name));
    setToolTip(plainToolTip(plainName(origin)));
}

void RefusalBar::settle()
{
    m_settled.insert(std::exchange(m_origin, {}));
    setText({});
}

} // namespace signalbox::ui
