// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_parser.h"

#include "server/http/header_rules.h"
#include "server/http/header_scan.h"
#include "server/http/request_target.h"

#include <boost/beast/http/basic_parser.hpp>

#include <algorithm>

namespace signalbox::http {

namespace {

namespace beast = boost::beast;

QByteArrayView bytesOf(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

constexpr qsizetype usualFields = 12;

/// Beast's parser, writing into a Request. Fields that come after the header are trailers: counted and
/// dropped.
class BeastParser final : public beast::http::basic_parser<true> {
public:
    BeastParser(const ParserLimits& limits, Request& request)
        : m_limits(limits)
        , m_request(request)
    {
        eager(true);
        header_limit(static_cast<std::uint32_t>(limits.maxHeaderBytes + 1));
        body_limit(static_cast<std::uint64_t>(limits.maxBodyBytes));
    }

    /// What an error of put() means: what a callback of ours found, or Beast itself.
    [[nodiscard]] Fault faultOf(const beast::error_code& code) const
    {
        using Error = beast::http::error;
        if (m_fault) {
            return *m_fault;
        }
        if (code == Error::body_limit) {
            return Fault::BodyTooLarge;
        }
        if (m_headerDone) {
            return Fault::BadChunk;
        }
        const bool hasLength = m_request.headers.contains("Content-Length"); // Beast stopped at the next one
        if (code == Error::bad_content_length) {
            const bool hasCoding = m_request.headers.contains("Transfer-Encoding");
            return hasCoding   ? Fault::ConflictingLengths
                   : hasLength ? Fault::DuplicateContentLength
                               : Fault::BadContentLength;
        }
        if (code == Error::bad_transfer_encoding) {
            return hasLength ? Fault::ConflictingLengths : Fault::BadTransferEncoding;
        }
        return code == Error::bad_target ? Fault::BadTarget : Fault::BadHeader;
    }

private:
    void stop(Fault fault, beast::error_code& code)
    {
        m_fault = fault;
        code = beast::http::error::bad_value;
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         beast::error_code& code) override
    {
        m_request.method = bytesOf(method).toByteArray();
        m_request.target = bytesOf(target).toByteArray();
        m_request.minorVersion = version % 10;
        m_request.headers.reserve(usualFields);
        auto parsed = parseTarget(m_request.target, m_request.method);
        if (const Fault* const fault = std::get_if<Fault>(&parsed)) {
            stop(*fault, code);
            return;
        }
        auto& parts = std::get<RequestTarget>(parsed);
        m_request.rawPath = std::move(parts.rawPath);
        m_request.path = std::move(parts.path);
        m_request.query = std::move(parts.query);
        m_request.authority = std::move(parts.authority);
    }

    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       beast::error_code& code) override
    {
        if (m_headerDone) {
            return;
        }
        m_request.headers.add(bytesOf(name).toByteArray(), bytesOf(value).toByteArray());
        if (!decidesFraming(bytesOf(name))) {
            return;
        }
        // Checked field by field: Beast's own checks, some of them laxer, come with the next one.
        if (const auto fault = framingFault(m_request.headers, m_request.minorVersion)) {
            stop(*fault, code);
        }
    }

    void on_header_impl(beast::error_code& code) override
    {
        m_headerDone = true;
        if (const auto fault = fieldFault(m_request.headers, m_request.minorVersion)) {
            stop(*fault, code);
            return;
        }
        if (m_request.authority.isEmpty()) {
            m_request.authority = m_request.header("Host");
        }
        m_request.keepAlive = keep_alive();
        m_request.hasBody = chunked() || content_length().value_or(0) > 0;
        m_request.expectsContinue = m_request.minorVersion == 1 && m_request.headers.contains("Expect");
        m_request.wantsUpgrade = m_request.headers.listContains("Upgrade", "websocket") ||
                                 m_request.headers.contains("Sec-WebSocket-Key");
    }

    std::size_t append(beast::string_view body)
    {
        m_request.body.append(bytesOf(body));
        return body.size();
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>&, beast::error_code&) override {}
    std::size_t on_body_impl(beast::string_view body, beast::error_code&) override { return append(body); }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view body, beast::error_code&) override
    {
        return append(body);
    }

    void on_chunk_header_impl(std::uint64_t, beast::string_view extensions, beast::error_code& code) override
    {
        m_extensionBytes += static_cast<qint64>(extensions.size());
        if (m_extensionBytes > m_limits.maxChunkExtensionBytes) {
            stop(Fault::ChunkOverheadTooLarge, code);
        }
    }

    void on_response_impl(int, beast::string_view, int, beast::error_code&) override {} // never for a request
    void on_finish_impl(beast::error_code&) override {}

    const ParserLimits& m_limits;
    Request& m_request;
    std::optional<Fault> m_fault;
    qint64 m_extensionBytes = 0;
    bool m_headerDone = false;
};

} // namespace

/// The state of one request.
class RequestParser::Reader final {
public:
    explicit Reader(const ParserLimits& limits)
        : m_limits(limits)
        , m_parser(m_limits, m_request)
    {
    }

    Progress feed(QByteArrayView bytes)
    {
        Q_ASSERT(!m_complete && !m_error);
        const qsizetype waiting = m_waiting.size();
        m_begun = m_begun || !bytes.isEmpty();
        if (waiting > 0) {
            m_waiting.append(bytes);
        }
        const QByteArrayView data = waiting > 0 ? QByteArrayView(m_waiting) : bytes;
        const qsizetype taken = read(data);
        if (m_error) {
            return {State::Failed, bytes.size()};
        }
        if (m_complete) {
            // What was waiting could not complete the request, so its end lies in the bytes given now.
            const qsizetype consumed = taken - waiting;
            m_waiting.clear();
            return {State::Complete, consumed};
        }
        if (waiting > 0) {
            m_waiting.remove(0, taken);
        } else {
            m_waiting = data.sliced(taken).toByteArray();
        }
        return {State::NeedMore, bytes.size(), mustSendContinue()};
    }

    Request m_request;
    std::optional<HttpError> m_error;
    bool m_complete = false;
    bool m_begun = false;

    [[nodiscard]] bool headerDone() const { return m_headerDone; }

private:
    /// Takes what can be taken of `data` and says how much that was.
    qsizetype read(QByteArrayView data)
    {
        const qsizetype headerBytes = m_headerDone ? 0 : readHeader(data);
        if (m_error || !m_headerDone || m_complete) {
            return headerBytes;
        }
        return headerBytes + readBody(data.sliced(headerBytes));
    }

    qsizetype readHeader(QByteArrayView data)
    {
        const HeaderScan scan = scanHeader(data, m_limits, m_waiting.isEmpty() ? 0 : m_scannedBytes);
        m_scannedBytes = data.size();
        if (scan.state == HeaderScan::State::NeedMore) {
            return 0;
        }
        if (scan.state == HeaderScan::State::Failed) {
            fail(scan.fault);
            return 0;
        }
        const QByteArrayView block = data.sliced(scan.leadingBytes, scan.headerBytes - scan.leadingBytes);
        if (const auto fault = headerBlockFault(block, m_limits)) {
            fail(*fault);
            return 0;
        }
        m_request.headerBlock = block.toByteArray();
        put(block);
        m_headerDone = !m_error;
        m_continueOwed = m_headerDone && m_request.hasBody && m_request.expectsContinue;
        return scan.headerBytes;
    }

    /// Shows Beast windows that begin where it stopped, so that one element longer than a window is found out
    /// however the bytes were cut.
    qsizetype readBody(QByteArrayView data)
    {
        qsizetype position = 0;
        while (position < data.size() && !m_complete && !m_error) {
            const qsizetype size =
                std::min<qsizetype>(data.size() - position, m_limits.maxChunkOverheadBytes);
            // A chunked body ends with five bytes; Beast asserts that it sees as many when it looks for the
            // end again.
            if (m_parser.chunked() && size < 5) {
                break;
            }
            const qsizetype taken = put(data.sliced(position, size));
            position += taken;
            if (taken == 0) {
                if (size == m_limits.maxChunkOverheadBytes && !m_error) {
                    fail(Fault::ChunkOverheadTooLarge);
                }
                break;
            }
        }
        return position;
    }

    qsizetype put(QByteArrayView data)
    {
        beast::error_code code;
        const std::size_t taken = m_parser.put({data.data(), static_cast<std::size_t>(data.size())}, code);
        if (code && code != beast::http::error::need_more) {
            fail(m_parser.faultOf(code));
        }
        m_complete = !m_error && m_parser.is_done();
        return static_cast<qsizetype>(taken);
    }

    bool mustSendContinue()
    {
        const bool must = m_continueOwed && m_request.body.isEmpty() && m_waiting.isEmpty();
        m_continueOwed = false; // once; and a body that has begun shows that the peer did not wait
        return must;
    }

    void fail(Fault fault) { m_error = httpError(fault); }

    ParserLimits m_limits;
    BeastParser m_parser;
    QByteArray m_waiting;         ///< bytes that no element could be made of yet
    qsizetype m_scannedBytes = 0; ///< of the header
    bool m_headerDone = false;
    bool m_continueOwed = false;
};

RequestParser::RequestParser(const ParserLimits& limits)
    : m_limits(limits)
{
}

RequestParser::~RequestParser() = default;
RequestParser::RequestParser(RequestParser&& other) noexcept = default;
RequestParser& RequestParser::operator=(RequestParser&& other) noexcept = default;

RequestParser::Progress RequestParser::feed(QByteArrayView bytes)
{
    if (!m_reader) {
        m_reader = std::make_unique<Reader>(m_limits);
    }
    return m_reader->feed(bytes);
}

const Request* RequestParser::header() const
{
    return m_reader && m_reader->headerDone() ? &m_reader->m_request : nullptr;
}

const QByteArray& RequestParser::path() const
{
    static const QByteArray none;
    return m_reader ? m_reader->m_request.path : none;
}

bool RequestParser::hasBegun() const
{
    return m_reader && m_reader->m_begun;
}

Request RequestParser::takeRequest()
{
    Q_ASSERT(m_reader && m_reader->m_complete);
    Request request = std::move(m_reader->m_request);
    reset();
    return request;
}

const HttpError& RequestParser::error() const
{
    Q_ASSERT(m_reader && m_reader->m_error);
    return *m_reader->m_error;
}

void RequestParser::reset()
{
    m_reader.reset();
}

} // namespace signalbox::http
