// SPDX-License-Identifier: GPL-3.0-or-later
// For builds without SIGNALBOX_WITH_SYSTEMD: nobody to tell.
#include "app/service_notifier.h"

namespace signalbox::app {

ServiceNotifier::ServiceNotifier() = default;

void ServiceNotifier::ready() {}

void ServiceNotifier::reloading() {}

void ServiceNotifier::stopping() {}

void ServiceNotifier::status(const QString&) {}

} // namespace signalbox::app
