// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::ui {

/// What a close code says, with the section that says so: RFC 6455 §7.4.1, the IANA registry, or ours.
[[nodiscard]] QString closeCodeSentence(quint16 code);

} // namespace signalbox::ui
