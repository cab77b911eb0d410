// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/broker_link.h"

namespace signalbox::link {

Error notAttached()
{
    return {"link.not_attached", QStringLiteral("Frames are shown to an attached window only.")};
}

} // namespace signalbox::link
