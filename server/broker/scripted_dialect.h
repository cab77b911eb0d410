// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/scripted_frames.h"
#include "server/broker/xsockets_dialect.h"
#include "server/http/service_paths.h"

#include <QtCore/QSet>

namespace signalbox::broker {

/// The subprotocols of scripts (PRODUCT section 4): a script decodes what a client sends, and from then on it
/// is a message of the xsockets dialect; what that dialect has for the client its script encodes.
///
/// Thread: its worker.
class ScriptedDialect final : public Dialect {
public:
    ScriptedDialect(WorkerContext& context, ClientTable& clients, XSocketsDialect& xsockets,
                    ScriptedFrames& frames);

    [[nodiscard]] QByteArray name() const override { return "scripted"; }
    [[nodiscard]] bool encodesAnew() const override { return true; }
    [[nodiscard]] quint32 formFor(Session& session, const RoutedMessage& message,
                                  int recipient) const override;
    [[nodiscard]] std::optional<EncodedMessage> encodeForm(const RoutedMessage& message,
                                                           quint32 form) const override;
    [[nodiscard]] std::optional<EncodedMessage> encodeFor(Session& session, const RoutedMessage& message,
                                                          quint32 form,
                                                          const EncodedMessage& encoded) override;
    [[nodiscard]] std::optional<QByteArray> errorText(const Error& error) const override;
    [[nodiscard]] FrameTranslator* translator() override { return &m_frames; }
    void opened(Session& session) override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;
    void ended(Session& session, const transport::ConnectionEnd& end) override;
    void groupLeft(Session& session, const GroupName& group) override;

    void decoded(Session& session, worker_task::Decoded& answer);
    /// Clients whose script has their subprotocol no longer are closed.
    void setRoutes(const http::ServiceRoutes& routes);

private:
    WorkerContext& m_context;
    ClientTable& m_clients;
    XSocketsDialect& m_xsockets;
    ScriptedFrames& m_frames;
    QSet<ClientId> m_open;
};

} // namespace signalbox::broker
