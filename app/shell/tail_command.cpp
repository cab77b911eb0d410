// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tail_command.h"

#include "app/shell/frame_line.h"
#include "app/standard_stream.h"
#include "server/core/plain_text.h"

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

void say(const QString& line)
{
    writeAll(standardError, u"signalbox: %1\n"_s.arg(line).toUtf8());
}

} // namespace

TailCommand::TailCommand(TailOptions options, remote::RemoteLink& link)
    : m_options(std::move(options))
    , m_link(link)
{
    connect(&m_link, &link::BrokerLink::eventsArrived, this, [this](const std::vector<link::Event>& events) {
        for (const link::Event& event : events) {
            take(event);
        }
    });
}

void TailCommand::start()
{
    m_link.attach(wishes(false));
    m_link.open();
}

link::console::Attach TailCommand::wishes(bool keptRows) const
{
    return {false, {keptRows, m_options.json, m_options.filter}};
}

void TailCommand::take(const link::Event& event)
{
    if (m_finished) {
        return;
    }
    if (const auto* const captured = std::get_if<link::FramesCaptured>(&event)) {
        print(captured->batch);
    } else if (const auto* const opened = std::get_if<link::LinkOpened>(&event)) {
        take(*opened);
    } else if (const auto* const lost = std::get_if<link::LinkLost>(&event)) {
        take(*lost);
    }
}

void TailCommand::take(const link::LinkOpened& opened)
{
    if (opened.run != m_run) { // rows are numbered anew
        m_run = opened.run;
        m_lastNumber = 0;
    }
    if (std::exchange(m_wasOpen, true)) {
        say(u"the broker is back"_s);
    }
    m_link.wishFromNextTime(wishes(true)); // what was captured meanwhile is not lost
}

void TailCommand::take(const link::LinkLost& lost)
{
    if (lost.retryIn.count() < 0) {
        say(printableLine(lost.error.message));
        finish(ExitStatus::Failure);
    } else if (m_link.isFirstLoss()) {
        say(u"%1 Waiting for the broker to come back."_s.arg(printableLine(lost.error.message)));
    }
}

void TailCommand::print(const link::FrameBatch& batch)
{
    QByteArray lines;
    noteMissed(batch.missed);
    for (const link::FrameRow& row : batch.rows) {
        if (row.number <= m_lastNumber) {
            continue; // it was printed before the link was lost
        }
        m_lastNumber = row.number;
        lines += lineOf(row) + '\n';
        noteMissed(row.gapRows);
    }
    if (!lines.isEmpty() && !writeAll(standardOutput, lines)) {
        finish(ExitStatus::Success); // nobody reads: `| head` has had enough
    }
}

QByteArray TailCommand::lineOf(const link::FrameRow& row)
{
    return m_options.json ? m_json.line(row) : frameLine(row).toUtf8();
}

void TailCommand::noteMissed(quint64 rows)
{
    if (rows > 0) {
        m_missed += rows;
        say(u"%1 frames passed without being printed, %2 in all"_s.arg(rows).arg(m_missed));
    }
}

void TailCommand::interrupt()
{
    if (!m_finished) {
        finish(ExitStatus::Success);
    }
}

void TailCommand::finish(ExitStatus status)
{
    m_finished = true;
    if (m_missed > 0) {
        say(u"%1 frames were not printed"_s.arg(m_missed));
    }
    Q_EMIT finished(status);
}

} // namespace signalbox::app
