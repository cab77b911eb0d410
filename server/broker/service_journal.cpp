// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_journal.h"

#include <utility>

namespace signalbox::broker {

ServiceJournal::ServiceJournal(QByteArray service)
    : m_service(std::move(service))
{
}

void ServiceJournal::write(link::ServiceLogLine line)
{
    line.service = m_service;
    line.number = ++m_lastNumber;
    m_characters += line.text.size();
    m_lines.push_back(std::move(line));
    while (m_lines.size() > maxLines || (m_characters > maxCharacters && m_lines.size() > 1)) {
        m_characters -= m_lines.front().text.size();
        m_lines.pop_front();
    }
}

void ServiceJournal::fail(link::ServiceFault fault)
{
    ++m_errors;
    m_lastError = std::move(fault);
}

std::vector<link::ServiceLogLine> ServiceJournal::linesAfter(quint64 number) const
{
    std::vector<link::ServiceLogLine> lines;
    for (const link::ServiceLogLine& line : m_lines) {
        if (line.number > number) {
            lines.push_back(line);
        }
    }
    return lines;
}

} // namespace signalbox::broker
