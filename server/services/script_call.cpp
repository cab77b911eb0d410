// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/script_call.h"

namespace signalbox::services {

namespace {

constexpr qint64 callBytes = sizeof(ScriptCall);

/// Of what a client decides how long it is.
struct PayloadBytes {
    qint64 operator()(const to_script::TextCame& call) const { return call.text.size(); }
    qint64 operator()(const to_script::BinaryCame& call) const { return call.payload.size(); }
    qint64 operator()(const to_script::PongCame& call) const { return call.payload.size(); }
    qint64 operator()(const to_script::RequestCame& call) const { return call.request.body.size(); }
    qint64 operator()(const to_script::ControllerCalled& call) const
    {
        return call.data.size() + (call.blob ? call.blob->size() : 0);
    }
    qint64 operator()(const to_script::PropertySet& call) const { return call.value.size(); }
    qint64 operator()(const to_script::FrameCame& call) const { return call.payload.size(); }
    qint64 operator()(const to_script::EncodingAsked& call) const
    {
        return call.message.size() + (call.blob ? call.blob->size() : 0);
    }
    template <typename Other>
    qint64 operator()(const Other& /*call*/) const
    {
        return 0;
    }
};

} // namespace

qint64 ScriptCall::bytes() const
{
    return callBytes + std::visit(PayloadBytes(), what);
}

} // namespace signalbox::services
