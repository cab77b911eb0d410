// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <simdjson.h>

namespace signalbox::message {

/// Why a text was not read.
enum class JsonFault { None, NotJson, TooDeep, LoneSurrogate };

/// Reads one JSON text (RFC 8259) strictly: valid UTF-8, no byte order mark, nothing after the value, no lone
/// surrogates. Numbers of any size are accepted, as the RFC's grammar allows: simdjson refuses those that fit
/// no 64-bit type, so that they are checked by grammar and read as 0: see numbersAreRead().
///
/// Memory: the buffers are kept from one text to the next, up to texts of `keptTextBytes`. One thread.
/// Only sources of server/message include this header.
class JsonReader final {
public:
    static constexpr qsizetype keptTextBytes = 1024 * 1024;

    /// Texts that nest containers deeper than `maxDepth` are refused; an empty container one level deeper may
    /// pass.
    explicit JsonReader(int maxDepth)
        : m_maxDepth(static_cast<size_t>(maxDepth))
    {
    }

    [[nodiscard]] JsonFault parse(QByteArrayView text);
    /// After a parse() without fault; valid until the next one.
    [[nodiscard]] simdjson::dom::element root() const { return m_root; }
    /// False: a number fits no 64-bit type, and all of them were read as 0.
    [[nodiscard]] bool numbersAreRead() const { return m_numbersAreRead; }

private:
    simdjson::error_code parseBuffer(size_t bytes);
    void releaseLargeBuffers(qsizetype nextBytes);

    size_t m_maxDepth;
    simdjson::dom::parser m_parser;
    QByteArray m_buffer; ///< the text and the padding behind it that simdjson asks for
    simdjson::dom::element m_root;
    bool m_numbersAreRead = true;
};

} // namespace signalbox::message
