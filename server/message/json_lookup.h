// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>
#include <span>

namespace signalbox::message {

/// One value inside a JSON text, for somebody who compares it.
struct JsonFinding {
    enum class Kind { None, Null, Boolean, Number, Text, Container };

    Kind kind = Kind::None;
    bool boolean = false;
    long double number = 0;
    QByteArrayView text{}; ///< Text: unescaped; Container: as JSON. Valid until the next call
};

/// Looks values up in one JSON text after another. A text is parsed when something is asked for, and once; a
/// string that holds JSON is opened where the path goes on. Nothing is allocated for a text once the buffers
/// are large enough, but for containers that are wanted as text.
///
/// One for each thread. What is no JSON has no values.
class JsonLookup final {
public:
    /// Keys, exact, and indexes ("0"). An empty path leads to the whole.
    using Path = std::span<const QByteArray>;

    JsonLookup();
    ~JsonLookup();
    Q_DISABLE_COPY_MOVE(JsonLookup)

    /// `text` is borrowed until the next one.
    void setText(QByteArrayView text);
    [[nodiscard]] JsonFinding find(Path path);
    /// The same from the `message` of an envelope on. What is no envelope is its own message.
    [[nodiscard]] JsonFinding findInMessage(Path path);

private:
    struct Parsed;

    explicit JsonLookup(int depth);
    [[nodiscard]] bool parse();
    [[nodiscard]] JsonFinding follow(QByteArrayView key, Path path);
    [[nodiscard]] JsonFinding openString(QByteArrayView string, Path path);

    QByteArrayView m_text;
    int m_depth = 0; ///< strings that hold JSON within each other
    bool m_isFresh = false;
    std::unique_ptr<Parsed> m_parsed;
    std::unique_ptr<JsonLookup> m_inner; ///< of the string that was opened last
};

} // namespace signalbox::message
