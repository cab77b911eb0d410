// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/header_rules.h"

#include "server/http/token.h"

#include <algorithm>
#include <array>

namespace signalbox::http {

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

// A table, because every byte of a header is asked about.
constexpr std::array<bool, 256> controlCharacters = [] {
    std::array<bool, 256> table{};
    std::fill_n(table.begin(), 0x20, true);
    table['\t'] = false;
    table[0x7F] = true;
    return table;
}();

bool isControl(char character)
{
    return controlCharacters[static_cast<unsigned char>(character)];
}

std::optional<Fault> versionFault(QByteArrayView version)
{
    const bool isVersion = version.size() == 8 && version.startsWith("HTTP/") && isDigit(version[5]) &&
                           version[6] == '.' && isDigit(version[7]);
    if (!isVersion) {
        return Fault::BadRequestLine;
    }
    // The preface of HTTP/2 (RFC 9113 §3.4) reads "PRI * HTTP/2.0" and ends here too.
    return version == "HTTP/1.1" || version == "HTTP/1.0" ? std::nullopt
                                                          : std::optional(Fault::UnsupportedHttpVersion);
}

std::optional<Fault> requestLineFault(QByteArrayView line)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1 || line.sliced(first + 1, last - first - 1).contains(' ') ||
        !isToken(line.first(first)) || line.contains('\t')) {
        return Fault::BadRequestLine;
    }
    return versionFault(line.sliced(last + 1));
}

std::optional<Fault> fieldLineFault(QByteArrayView line)
{
    if (line.startsWith(' ') || line.startsWith('\t')) {
        return Fault::FoldedHeader; // RFC 9112 §5.2
    }
    const qsizetype colon = line.indexOf(':');
    // A blank before the colon is no token character (RFC 9112 §5.1: MUST reject).
    return colon < 0 || !isToken(line.first(colon)) ? std::optional(Fault::BadHeader) : std::nullopt;
}

} // namespace

std::optional<Fault> headerBlockFault(QByteArrayView block, const ParserLimits& limits)
{
    qsizetype lineNumber = 0;
    qsizetype begin = 0;
    while (begin < block.size()) {
        const qsizetype feed = block.indexOf('\n', begin);
        if (feed <= begin || block[feed - 1] != '\r') {
            return Fault::BadHeader;
        }
        const QByteArrayView line = block.sliced(begin, feed - 1 - begin);
        begin = feed + 1;
        if (line.isEmpty()) {
            break;
        }
        if (std::any_of(line.begin(), line.end(), [](char byte) { return isControl(byte); })) {
            return lineNumber == 0 ? Fault::BadRequestLine : Fault::BadHeader;
        }
        if (const auto fault = lineNumber == 0 ? requestLineFault(line) : fieldLineFault(line)) {
            return fault;
        }
        if (++lineNumber > limits.maxHeaderFields + 1) {
            return Fault::TooManyHeaders;
        }
    }
    return std::nullopt;
}

bool decidesFraming(QByteArrayView fieldName)
{
    return equalIgnoringCase(fieldName, "Content-Length") ||
           equalIgnoringCase(fieldName, "Transfer-Encoding");
}

std::optional<Fault> framingFault(const HeaderList& headers, int minorVersion)
{
    const QList<QByteArray> lengths = headers.values("Content-Length");
    const QList<QByteArray> codings = headers.values("Transfer-Encoding");
    if (!lengths.isEmpty() && !codings.isEmpty()) {
        return Fault::ConflictingLengths;
    }
    if (lengths.size() > 1) {
        return Fault::DuplicateContentLength;
    }
    if (!lengths.isEmpty() &&
        (lengths[0].isEmpty() || !std::all_of(lengths[0].begin(), lengths[0].end(), isDigit))) {
        return Fault::BadContentLength;
    }
    if (codings.isEmpty()) {
        return std::nullopt;
    }
    if (codings.size() > 1 || minorVersion == 0) {
        return Fault::BadTransferEncoding;
    }
    return equalIgnoringCase(codings[0], "chunked") ? std::nullopt
                                                    : std::optional(Fault::UnsupportedTransferEncoding);
}

std::optional<Fault> fieldFault(const HeaderList& headers, int minorVersion)
{
    const qsizetype hosts = headers.count("Host");
    if (hosts > 1) {
        return Fault::DuplicateHost;
    }
    if (hosts == 0 && minorVersion == 1) {
        return Fault::MissingHost; // RFC 9112 §3.2: also with a target in absolute form
    }
    const QList<QByteArray> expectations = headers.values("Expect");
    const bool known = expectations.isEmpty() ||
                       (expectations.size() == 1 && equalIgnoringCase(expectations[0], "100-continue"));
    return known || minorVersion == 0 ? std::nullopt : std::optional(Fault::UnknownExpectation);
}

} // namespace signalbox::http
