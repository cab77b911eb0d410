// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <vector>

namespace signalbox::control {

enum class ParameterType { Text, Boolean, Integer, Choice };

/// One name of a query: what the document says of it, and what ParameterReader lets in.
struct Parameter {
    QByteArrayView name;
    QByteArrayView description;
    ParameterType type = ParameterType::Text;
    std::vector<QByteArrayView> choices{}; ///< Choice; the first one is the default of a sort
    qint64 minimum = 0;                    ///< Integer, like the two that follow
    qint64 maximum = 0;
    qint64 standard = 0; ///< what stands for an integer that is not given

    [[nodiscard]] bool isSort() const { return name == QByteArrayView("sort"); }
};

/// JSON Schema of its value.
[[nodiscard]] QByteArray schemaOf(const Parameter& parameter);

} // namespace signalbox::control
