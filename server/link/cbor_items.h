// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QCborStreamReader>
#include <QtCore/QString>

namespace signalbox::link {

/// Reads the single items of CBOR that a peer sent. The first one that has another shape than it should makes
/// the whole malformed; nothing is read after it.
///
/// Any thread. Reads once.
class CborItems final {
public:
    explicit CborItems(const QByteArray& bytes);

    void read(bool& value);
    void read(QString& value);
    void read(QByteArray& value);
    /// A whole number; `negative`: less than zero, `number` is its absolute value. False: it is none.
    [[nodiscard]] bool readNumber(quint64& number, bool& negative);
    /// True: it was null, and is read.
    [[nodiscard]] bool readNull();
    [[nodiscard]] bool enterArray();
    [[nodiscard]] bool enterMap();
    /// Of an array or a map. Whatever is left of it is skipped.
    void leave();
    /// Whatever the next item is.
    void skip();
    [[nodiscard]] bool hasNext();

    void fail() { m_malformed = true; }
    /// Everything was read and had its shape.
    [[nodiscard]] bool isWhole();

private:
    [[nodiscard]] bool isBad();
    [[nodiscard]] bool enter(bool isContainer);

    const QByteArray m_bytes; ///< the stream reads them in place
    QCborStreamReader m_stream;
    bool m_malformed = false;
};

} // namespace signalbox::link
