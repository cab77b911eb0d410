// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSocketNotifier>

#include <array>
#include <span>
#include <vector>

#include <sys/epoll.h>

namespace signalbox::dispatch {

/// What a descriptor is ready for.
struct Readiness {
    bool read = false; ///< bytes, the end of the stream, or an error can be read
    bool write = false;
};

/// Hears of one descriptor, without a QSocketNotifier between.
class DescriptorHandler {
public:
    virtual void descriptorReady(const Readiness& readiness) = 0;

protected:
    ~DescriptorHandler() = default;
};

/// The descriptors that one thread watches with epoll, by number. Changes are collected and told to the
/// system in one go before the next wait; but a descriptor that nobody watches any more leaves at once,
/// because its number may belong to another socket soon. Level-triggered.
///
/// Thread: its dispatcher's.
class DescriptorTable final {
public:
    DescriptorTable();
    ~DescriptorTable();
    Q_DISABLE_COPY_MOVE(DescriptorTable)

    void addNotifier(QSocketNotifier* notifier);
    void removeNotifier(QSocketNotifier* notifier);

    /// Watches a descriptor for reading. One handler for each, and no notifiers beside it.
    void watch(int descriptor, DescriptorHandler& handler);
    /// Whether it is watched for writing, too.
    void setWriteWanted(int descriptor, bool wanted);
    void unwatch(int descriptor);

    /// Has an eventfd end the wait, each time that it is written to; it is never read.
    void addWaker(int descriptor);
    /// Waits for so many milliseconds, negative: for ever. Returns what is ready, in `room`.
    [[nodiscard]] std::span<const epoll_event> wait(std::span<epoll_event> room, int milliseconds);
    /// Tells whoever waited for it, as far as they still do. Returns whether there was anybody.
    bool deliver(std::span<const epoll_event> ready);

private:
    struct Entry {
        std::array<QSocketNotifier*, 3> notifiers{}; ///< by QSocketNotifier::Type
        DescriptorHandler* handler = nullptr;
        quint32 generation = 0; ///< another for each socket of this number
        quint32 wanted = 0;     ///< EPOLLIN, EPOLLOUT, EPOLLPRI
        quint32 told = 0;       ///< what the system was told
        bool isChanged = false; ///< its number is in m_changed
    };

    [[nodiscard]] Entry& entryOf(int descriptor);
    [[nodiscard]] bool isCurrent(int descriptor, quint32 generation) const;
    void want(int descriptor, quint32 events);
    void applyChanges();
    void apply(int descriptor, Entry& entry);
    void leave(int descriptor, Entry& entry);
    bool deliverOne(int descriptor, quint32 generation, quint32 events);

    int m_epoll = -1;
    std::vector<Entry> m_entries; ///< by descriptor
    std::vector<int> m_changed;
};

} // namespace signalbox::dispatch
