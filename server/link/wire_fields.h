// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/console_protocol.h"

#include <tuple>

namespace signalbox::link {

/// Which members of a value go over the wire, each under its place in the list, from 0. A list is only ever
/// added to at its end, so that consoles and brokers of different versions understand each other.
template <typename Value>
struct WireFields;

#define SIGNALBOX_WIRE(Value, ...)                                                                           \
    template <>                                                                                              \
    struct WireFields<Value> {                                                                               \
        using V = Value;                                                                                     \
        static constexpr auto members = std::make_tuple(__VA_ARGS__);                                        \
    }

// server/core
SIGNALBOX_WIRE(Error, &V::code, &V::message);
SIGNALBOX_WIRE(Recipient, &V::type, &V::value);
SIGNALBOX_WIRE(Decision, &V::client, &V::verdict, &V::recipientIndex);
SIGNALBOX_WIRE(Delivery, &V::client, &V::state, &V::queuedBytes);
SIGNALBOX_WIRE(DeliveryCounts, &V::recipients, &V::sent, &V::queued, &V::dropped);
SIGNALBOX_WIRE(Receipt, &V::message, &V::counts, &V::pendingWorkers, &V::hint, &V::deliveries);
SIGNALBOX_WIRE(websocket::FrameHeader, &V::fin, &V::reservedBits, &V::opcode, &V::masked, &V::maskingKey,
               &V::payloadBytes);

// commands
SIGNALBOX_WIRE(SendMessage, &V::envelope, &V::confirm);
SIGNALBOX_WIRE(SendPayload, &V::recipients, &V::payload, &V::binary, &V::confirm);
SIGNALBOX_WIRE(PreviewRecipients, &V::recipients);
SIGNALBOX_WIRE(DisconnectClient, &V::client, &V::closeCode, &V::closeReason);
SIGNALBOX_WIRE(JoinGroup, &V::client, &V::group);
SIGNALBOX_WIRE(LeaveGroup, &V::client, &V::group);
SIGNALBOX_WIRE(AddTag, &V::client, &V::tag);
SIGNALBOX_WIRE(RemoveTag, &V::client, &V::tag);
SIGNALBOX_WIRE(MuteClient, &V::client, &V::until);
SIGNALBOX_WIRE(CloseGroup, &V::group, &V::closeCode, &V::closeReason);
SIGNALBOX_WIRE(RemoveGroup, &V::group);
SIGNALBOX_WIRE(AllowOrigin, &V::origin, &V::always);
SIGNALBOX_WIRE(FetchClient, &V::client);
SIGNALBOX_WIRE(ConnectTestClients, &V::count, &V::name, &V::group, &V::behaviour, &V::interval);
SIGNALBOX_WIRE(DisconnectTestClients);
SIGNALBOX_WIRE(StartListening);
SIGNALBOX_WIRE(StopListening);
SIGNALBOX_WIRE(SetServiceEnabled, &V::file, &V::enabled);
SIGNALBOX_WIRE(ReloadService, &V::file);
SIGNALBOX_WIRE(AddExampleService, &V::file);
SIGNALBOX_WIRE(FetchFrame, &V::number);
SIGNALBOX_WIRE(FilterFrames, &V::filter);
SIGNALBOX_WIRE(SearchFrames, &V::filter, &V::before, &V::limit);
SIGNALBOX_WIRE(CancelSearch, &V::search);
SIGNALBOX_WIRE(Preview, &V::reached, &V::clients, &V::decisions, &V::hint);

// clients
SIGNALBOX_WIRE(ClientTraffic, &V::client, &V::messagesReceived, &V::messagesSent, &V::bytesReceived,
               &V::bytesSent, &V::queuedBytes, &V::roundTrip, &V::messagesIgnored);
SIGNALBOX_WIRE(Subscription, &V::controller, &V::topic, &V::group);
SIGNALBOX_WIRE(ClientInfo, &V::client, &V::user, &V::groups, &V::tags, &V::path, &V::dialect, &V::subprotocol,
               &V::address, &V::proxy, &V::secure, &V::origin, &V::userAgent, &V::socketId, &V::testClient,
               &V::connectedAt, &V::mutedUntil, &V::persistentId, &V::controllers, &V::subscriptions);
SIGNALBOX_WIRE(ClientEnd, &V::client, &V::user, &V::reason, &V::closeCode, &V::closeReason, &V::time,
               &V::path, &V::address, &V::userAgent, &V::testClient, &V::connectedAt, &V::traffic);
SIGNALBOX_WIRE(ClientDetail, &V::client, &V::handshakeRequest, &V::handshakeResponse);

// frames
SIGNALBOX_WIRE(FrameRow, &V::number, &V::time, &V::kind, &V::direction, &V::sender, &V::client, &V::user,
               &V::header, &V::fragment, &V::message, &V::action, &V::target, &V::claimedUser, &V::preview,
               &V::text, &V::code, &V::end, &V::origin, &V::address, &V::deliveries, &V::gapRows,
               &V::gapBytes, &V::gapEnd, &V::payload, &V::about, &V::took, &V::attempt, &V::isTriedAgain,
               &V::isXSockets, &V::controller, &V::data);
SIGNALBOX_WIRE(RelatedRow, &V::number, &V::kind);
SIGNALBOX_WIRE(FrameWishes, &V::keptRows, &V::payloads, &V::filter);
SIGNALBOX_WIRE(DeliveryUpdate, &V::message, &V::deliveries, &V::settles);
SIGNALBOX_WIRE(Ledger, &V::captured, &V::notKept, &V::keptBytes, &V::budgetBytes);
SIGNALBOX_WIRE(FrameBatch, &V::rows, &V::deliveries, &V::firstKept, &V::ledger, &V::missed, &V::filter,
               &V::passing, &V::failing);
SIGNALBOX_WIRE(MemberThen, &V::client, &V::user, &V::groups, &V::tags);
SIGNALBOX_WIRE(RoutingSnapshot, &V::recipients, &V::population, &V::decisions, &V::hint);
SIGNALBOX_WIRE(Encoding, &V::header, &V::payload, &V::clients);
SIGNALBOX_WIRE(FrameDetail, &V::number, &V::kept, &V::row, &V::headerBytes, &V::payload, &V::handshakeRequest,
               &V::handshakeResponse, &V::deliveries, &V::encodings, &V::fragments, &V::message, &V::routing,
               &V::related);

// services
SIGNALBOX_WIRE(ServiceResource, &V::method, &V::path);
SIGNALBOX_WIRE(ServiceFault, &V::time, &V::file, &V::line, &V::message);
SIGNALBOX_WIRE(ServiceCallTimes, &V::calls, &V::median, &V::longest);
SIGNALBOX_WIRE(ServiceInfo, &V::file, &V::state, &V::basePath, &V::upgradePath, &V::resources, &V::handlers,
               &V::controllers, &V::subprotocols, &V::clients, &V::calls, &V::waiting, &V::times, &V::errors,
               &V::lastError);
SIGNALBOX_WIRE(ServiceLogLine, &V::service, &V::number, &V::time, &V::level, &V::ofBroker, &V::text);

// events
SIGNALBOX_WIRE(ListenerState, &V::url, &V::listening, &V::errorCode, &V::error);
SIGNALBOX_WIRE(ListenersChanged, &V::listeners, &V::url);
SIGNALBOX_WIRE(ClientsChanged, &V::clients);
SIGNALBOX_WIRE(ClientsEnded, &V::ends);
SIGNALBOX_WIRE(TrafficMeasured, &V::traffic);
SIGNALBOX_WIRE(Statistics, &V::time, &V::clients, &V::messagesReceived, &V::deliveries, &V::deliveriesDropped,
               &V::bytesReceived, &V::bytesSent, &V::handshakesRefused, &V::requestsRefused,
               &V::messagesRefused, &V::slowClientsClosed, &V::malformedForwarding, &V::webhookTaken,
               &V::webhookFailed, &V::webhookRefused, &V::queuedBytes, &V::residentBytes, &V::messagesIgnored,
               &V::webhook);
SIGNALBOX_WIRE(FramesCaptured, &V::batch);
SIGNALBOX_WIRE(FramesFound, &V::search, &V::numbers, &V::rows, &V::searched, &V::toSearch, &V::finished);
SIGNALBOX_WIRE(DeliveryProgress, &V::client, &V::stage, &V::after);
SIGNALBOX_WIRE(DeliveriesProgressed, &V::message, &V::progress);
SIGNALBOX_WIRE(CommandAnswer::Done);
SIGNALBOX_WIRE(CommandAnswer, &V::command, &V::result);
SIGNALBOX_WIRE(BrokerStopped);
SIGNALBOX_WIRE(LinkOpened, &V::url, &V::run, &V::version);
SIGNALBOX_WIRE(LinkLost, &V::error, &V::retryIn);
SIGNALBOX_WIRE(ServicesChanged, &V::availability, &V::folder, &V::folderExists, &V::strikes, &V::examples,
               &V::services);
SIGNALBOX_WIRE(ServicesLogged, &V::whole, &V::lines);

// the conversation
SIGNALBOX_WIRE(console::Attach, &V::state, &V::frames);
SIGNALBOX_WIRE(console::Detach);
SIGNALBOX_WIRE(console::BatchesTaken, &V::batches);
SIGNALBOX_WIRE(console::NumberedCommand, &V::number, &V::command);
SIGNALBOX_WIRE(console::Greeting, &V::program, &V::version, &V::run);

#undef SIGNALBOX_WIRE

} // namespace signalbox::link
