// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/parameter.h"

#include "server/control/object_text.h"
#include "server/message/json_text.h"

namespace signalbox::control {

QByteArray schemaOf(const Parameter& parameter)
{
    ObjectText schema;
    switch (parameter.type) {
    case ParameterType::Text:
        return schema.text("type", QByteArrayView("string")).bytes();
    case ParameterType::Boolean:
        return schema.text("type", QByteArrayView("boolean")).bytes();
    case ParameterType::Integer:
        return schema.text("type", QByteArrayView("integer"))
            .number("minimum", parameter.minimum)
            .number("maximum", parameter.maximum)
            .number("default", parameter.standard)
            .bytes();
    case ParameterType::Choice:
        schema.text("type", QByteArrayView("string"))
            .json("enum", arrayText(parameter.choices,
                                    [](QByteArrayView word) { return message::jsonString(word); }));
        if (parameter.isSort()) {
            schema.text("default", parameter.choices.front());
        }
        return schema.bytes();
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::control
