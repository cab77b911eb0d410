// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/early_progress.h"

namespace signalbox::ui {

void EarlyProgress::keep(const link::DeliveriesProgressed& progress)
{
    if (m_steps > maxSteps) {
        clear();
    }
    m_steps += progress.progress.size();
    m_kept.push_back(progress);
}

std::vector<link::DeliveryProgress> EarlyProgress::take(MessageId message)
{
    std::vector<link::DeliveryProgress> taken;
    std::erase_if(m_kept, [&](const link::DeliveriesProgressed& early) {
        if (early.message != message) {
            return false;
        }
        m_steps -= early.progress.size();
        taken.insert(taken.end(), early.progress.begin(), early.progress.end());
        return true;
    });
    return taken;
}

void EarlyProgress::clear()
{
    m_kept.clear();
    m_steps = 0;
}

} // namespace signalbox::ui
