// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;

namespace signalbox::ui {

/// A heading in small capitals, as docks and sections have it. Owner: the layout that it is added to.
[[nodiscard]] QLabel* heading(const QString& text);

} // namespace signalbox::ui
