// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/parser_limits.h"
#include "server/http/request.h"

#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::http {

/// What must hold for the bytes of a whole header, before a parser reads them: lines that end with CR LF, no
/// control characters, no folding, not too many fields, and a request line of three words that ends with a
/// version of ours. A parser that is lenient about one of these can be made to see another request than the
/// program in front of it.
[[nodiscard]] std::optional<Fault> headerBlockFault(QByteArrayView block, const ParserLimits& limits);

/// Whether framingFault() looks at a field of this name.
[[nodiscard]] bool decidesFraming(QByteArrayView fieldName);
/// What must hold for the fields that tell where the body ends (RFC 9112 §6.3): one Content-Length of digits,
/// or one Transfer-Encoding that is "chunked" and nothing else, and only in HTTP/1.1.
[[nodiscard]] std::optional<Fault> framingFault(const HeaderList& headers, int minorVersion);

/// One Host in HTTP/1.1, at most one in HTTP/1.0, and only 100-continue may be expected.
[[nodiscard]] std::optional<Fault> fieldFault(const HeaderList& headers, int minorVersion);

} // namespace signalbox::http
