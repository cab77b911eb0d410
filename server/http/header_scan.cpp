// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_scan.h"

#include "server/http/token.h"

#include <algorithm>
#include <optional>

namespace signalbox::http {

namespace {

constexpr qsizetype maxMethodBytes = 32;

HeaderScan failed(Fault fault)
{
    return {HeaderScan::State::Failed, 0, 0, fault};
}

/// RFC 9112 §2.2: one empty line before a request line is passed over.
qsizetype leadingEmptyLine(QByteArrayView buffered)
{
    return buffered.startsWith("\r\n") ? 2 : 0;
}

bool endsTarget(char character)
{
    return character == ' ' || character == '\r' || character == '\n';
}

/// What can be said of the request line before it is complete.
std::optional<Fault> requestLineFault(QByteArrayView line, const ParserLimits& limits)
{
    const auto methodEnd = std::find_if_not(line.begin(), line.end(), isTokenCharacter);
    const qsizetype methodBytes = methodEnd - line.begin();
    if (methodBytes > maxMethodBytes ||
        (methodEnd != line.end() && (methodBytes == 0 || *methodEnd != ' '))) {
        return Fault::BadRequestLine;
    }
    if (methodEnd == line.end()) {
        return std::nullopt;
    }
    const QByteArrayView rest = line.sliced(methodBytes + 1);
    const QByteArrayView shown = rest.first(std::min<qsizetype>(rest.size(), limits.maxTargetBytes + 1));
    const bool ended = std::any_of(shown.begin(), shown.end(), endsTarget);
    return !ended && shown.size() > limits.maxTargetBytes ? std::optional(Fault::TargetTooLong)
                                                          : std::nullopt;
}

} // namespace

HeaderScan scanHeader(QByteArrayView buffered, const ParserLimits& limits, qsizetype scannedBytes)
{
    const qsizetype leading = leadingEmptyLine(buffered);
    const bool onlyHalfAnEmptyLine = buffered == "\r";
    if (const auto fault = requestLineFault(buffered.sliced(leading), limits);
        fault && !onlyHalfAnEmptyLine) {
        return failed(*fault);
    }
    const QByteArrayView window = buffered.first(std::min<qsizetype>(buffered.size(), limits.maxHeaderBytes));
    qsizetype feed = std::max(scannedBytes, leading);
    while ((feed = window.indexOf('\n', feed)) >= 0) {
        if (feed == 0 || window[feed - 1] != '\r') {
            return failed(Fault::BadHeader);
        }
        if (feed >= leading + 3 && window[feed - 2] == '\n') {
            return {HeaderScan::State::Complete, feed + 1, leading};
        }
        ++feed;
    }
    return buffered.size() >= limits.maxHeaderBytes ? failed(Fault::HeaderTooLarge) : HeaderScan();
}

} // namespace signalbox::http
