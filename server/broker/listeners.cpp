// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/listeners.h"

namespace signalbox::broker {

Listeners::Listeners(const QList<ListenAddress>& addresses, Accepted accepted)
    : m_accepted(std::move(accepted))
{
    for (const ListenAddress& address : addresses) {
        m_entries.push_back({address, nullptr, {}});
    }
}

Result<void> Listeners::open()
{
    if (m_closedForGood) {
        return Error{"listener.shutting_down", QStringLiteral("The broker is shutting down.")};
    }
    std::optional<Error> firstError;
    for (Entry& entry : m_entries) {
        if (entry.listener) {
            continue;
        }
        const bool loopback = entry.address.address.isLoopback();
        auto listener = std::make_unique<transport::Listener>(
            [this, loopback](qintptr descriptor) { m_accepted(descriptor, loopback); });
        // One port for all addresses that ask for any: ws://localhost:PORT then works whatever localhost
        // means.
        const bool takesFirstPort = entry.address.port == 0 && m_entries.front().listener;
        const quint16 port = takesFirstPort ? m_entries.front().listener->serverPort() : entry.address.port;
        if (const Result<void> opened = listener->open(entry.address.address, port); !opened) {
            entry.error = opened.error();
            firstError = firstError ? firstError : opened.error();
            continue;
        }
        entry.error = {};
        entry.listener = std::move(listener);
    }
    return firstError ? Result<void>(*firstError) : Result<void>();
}

void Listeners::close()
{
    for (Entry& entry : m_entries) {
        entry.listener.reset();
    }
}

void Listeners::closeForGood()
{
    m_closedForGood = true;
    close();
}

link::ListenersChanged Listeners::state() const
{
    link::ListenersChanged state;
    for (const Entry& entry : m_entries) {
        const bool listening = entry.listener != nullptr;
        QByteArray url = listening ? entry.listener->url()
                                   : transport::listenerUrl(entry.address.address, entry.address.port);
        if (listening && state.url.isEmpty()) {
            state.url = url;
        }
        state.listeners.push_back({std::move(url), listening, entry.error.code, entry.error.message});
    }
    return state;
}

} // namespace signalbox::broker
