// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <span>

namespace signalbox::control {

/// JSON Schema of one kind of body.
struct Schema {
    QByteArrayView name; ///< as routes name it, and "#/components/schemas/NAME"
    QByteArrayView json;
};

/// Of every body that the control API takes or gives.
[[nodiscard]] std::span<const Schema> schemas();

} // namespace signalbox::control
