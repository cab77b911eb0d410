// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/logged_frame.h"

namespace signalbox::ui {

namespace {

/// A handshake of more lines than this is shown as far as this.
constexpr size_t maxHandshakeLines = 200;

void appendLines(std::vector<HandshakeLine>& lines, link::Direction direction, const QByteArray& bytes)
{
    for (const QByteArray& line : bytes.split('\n')) {
        const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
        if (!text.isEmpty() && lines.size() < maxHandshakeLines) {
            lines.push_back({direction, text});
        }
    }
}

} // namespace

std::vector<HandshakeLine> handshakeLines(const link::FrameDetail& detail)
{
    std::vector<HandshakeLine> lines;
    appendLines(lines, link::Direction::Received, detail.handshakeRequest);
    appendLines(lines, link::Direction::Sent, detail.handshakeResponse);
    return lines;
}

} // namespace signalbox::ui
