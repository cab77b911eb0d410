// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/service_info.h"

#include <deque>
#include <vector>

namespace signalbox::broker {

/// What one service has logged and what went wrong in it, for those who look later.
///
/// A value. Limits: the last maxLines lines, and maxCharacters of all together.
class ServiceJournal final {
public:
    static constexpr std::size_t maxLines = 500;
    static constexpr qsizetype maxCharacters = 256 * 1024;

    explicit ServiceJournal(QByteArray service);

    /// Its number and its service are given here.
    void write(link::ServiceLogLine line);
    /// That it threw, that it cannot be run, or that it had to be stopped.
    void fail(link::ServiceFault fault);

    /// Those behind that number.
    [[nodiscard]] std::vector<link::ServiceLogLine> linesAfter(quint64 number) const;
    [[nodiscard]] quint64 lastNumber() const { return m_lastNumber; }
    [[nodiscard]] quint64 errors() const { return m_errors; }
    [[nodiscard]] const std::optional<link::ServiceFault>& lastError() const { return m_lastError; }

private:
    QByteArray m_service;
    std::deque<link::ServiceLogLine> m_lines;
    qsizetype m_characters = 0;
    quint64 m_lastNumber = 0;
    quint64 m_errors = 0;
    std::optional<link::ServiceFault> m_lastError;
};

} // namespace signalbox::broker
