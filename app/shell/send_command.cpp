// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/send_command.h"

#include "app/standard_stream.h"
#include "server/core/plain_text.h"
#include "server/core/text_variables.h"
#include "server/http/broadcast_answer.h"
#include "server/message/json_text.h"

#include <QtCore/QFile>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

QString countsText(const DeliveryCounts& counts)
{
    return u"%1 recipients, %2 sent, %3 queued, %4 dropped"_s.arg(counts.recipients)
        .arg(counts.sent)
        .arg(counts.queued)
        .arg(counts.dropped);
}

void say(const QString& line)
{
    writeAll(standardError, u"signalbox: %1\n"_s.arg(line).toUtf8());
}

} // namespace

Result<QByteArray> readMessageText(const QString& message)
{
    if (message != u"-" && !message.startsWith(u'@')) {
        return message.toUtf8();
    }
    QFile file(message.mid(1));
    const bool opened =
        message == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return Error{"send.cannot_read", u"cannot read %1: %2"_s.arg(printable(message), file.errorString())};
    }
    QByteArray text = file.readAll();
    if (text.endsWith('\n')) { // echo and editors put it there
        text.chop(text.endsWith("\r\n") ? 2 : 1);
    }
    return text;
}

SendCommand::SendCommand(SendOptions options, QByteArray text, remote::RemoteLink& link)
    : m_options(std::move(options))
    , m_text(std::move(text))
    , m_link(link)
{
    connect(&m_link, &link::BrokerLink::eventsArrived, this, [this](const std::vector<link::Event>& events) {
        for (const link::Event& event : events) {
            take(event);
        }
    });
    connect(&m_timer, &QTimer::timeout, this, &SendCommand::sendNext);
}

void SendCommand::start()
{
    m_link.open();
}

void SendCommand::take(const link::Event& event)
{
    if (m_finished) {
        return;
    }
    if (std::holds_alternative<link::LinkOpened>(event)) {
        sendNext();
        m_timer.start(m_options.interval);
    } else if (const auto* const lost = std::get_if<link::LinkLost>(&event)) {
        fail(lost->error);
    } else if (const auto* const answer = std::get_if<link::CommandAnswer>(&event)) {
        take(*answer);
    }
}

void SendCommand::sendNext()
{
    if (m_sent < m_options.count) {
        ++m_sent;
        m_link.send(link::SendMessage{envelope()});
    }
    if (m_sent == m_options.count) {
        m_timer.stop();
    }
}

QByteArray SendCommand::envelope() const
{
    const QByteArray text = fillVariables(m_text, {SystemClock().wallNow(), m_sent, nullptr});
    QByteArray json = R"({"action":)" + message::jsonString(m_options.action) + R"(,"message":)" +
                      message::jsonString(text);
    if (!m_options.recipients.empty()) {
        json += R"(,"recipients":[)";
        for (const Recipient& recipient : m_options.recipients) {
            json += json.endsWith('[') ? "{" : ",{";
            json += R"("type":")" + recipientTypeName(recipient.type).toByteArray() + '"';
            json += recipient.type == RecipientType::All
                        ? QByteArray()
                        : R"(,"value":)" + message::jsonString(QByteArrayView(recipient.value));
            json += '}';
        }
        json += ']';
    }
    return json + '}';
}

void SendCommand::take(const link::CommandAnswer& answer)
{
    if (const auto* const error = std::get_if<Error>(&answer.result)) {
        fail(*error);
        return;
    }
    if (const auto* const receipt = std::get_if<Receipt>(&answer.result)) {
        printReceipt(*receipt);
    }
    if (m_answered == m_options.count) {
        finish(m_options.requireRecipients && m_reachedNobody ? ExitStatus::Failure : ExitStatus::Success);
    }
}

void SendCommand::printReceipt(const Receipt& receipt)
{
    ++m_answered;
    m_sum += receipt.counts;
    m_reachedNobody = m_reachedNobody || receipt.counts.recipients == 0;
    QByteArray line;
    if (m_options.json) {
        line = http::receiptJson(receipt, false);
    } else {
        line = receipt.message.text() + ": " + countsText(receipt.counts).toUtf8();
        line += receipt.pendingWorkers > 0 ? ", some still pending" : "";
        line += receipt.hint.isEmpty() ? QByteArray() : " (" + printableLine(receipt.hint).toUtf8() + ')';
    }
    writeAll(standardOutput, line + '\n');
    if (m_options.count > 1) {
        say(u"%1 of %2"_s.arg(m_answered).arg(m_options.count));
    }
}

void SendCommand::interrupt()
{
    if (!m_finished) {
        finish(ExitStatus::Success);
    }
}

void SendCommand::fail(const Error& error)
{
    say(printableLine(error.message));
    finish(ExitStatus::Failure);
}

void SendCommand::finish(ExitStatus status)
{
    m_finished = true;
    m_timer.stop();
    if (m_options.count > 1) {
        say(u"sent %1 of %2 messages: %3"_s.arg(m_answered).arg(m_options.count).arg(countsText(m_sum)));
    } else if (status == ExitStatus::Failure && m_answered == 1) {
        say(u"nobody is there to get it"_s);
    }
    Q_EMIT finished(status);
}

} // namespace signalbox::app
