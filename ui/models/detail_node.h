// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "ui/format/meaning.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace signalbox::ui {

/// What an offset counts in.
enum class BytesSource {
    Frame,   ///< the frame's header and payload, or a handshake's request and answer
    Message, ///< the payloads of all fragments together
};

/// One line of the detail of a frame: a name, a value, and the bytes that it was read from.
struct DetailNode {
    QString name;
    QString value;
    qsizetype offset = -1; ///< negative: not from the wire
    qsizetype length = 0;
    Meaning meaning = Meaning::Normal;
    std::vector<DetailNode> children;
    QString explanation{}; ///< a sentence about this value; empty: it speaks for itself
    BytesSource source = BytesSource::Frame;
    int field = -1;     ///< its place in the frame's anatomy; negative: no field of the header
    quint64 frame = 0;  ///< the number of the row that it leads to; 0: nowhere
    ClientId client{};  ///< whose delivery this is; null: no delivery
    QByteArray image{}; ///< an encoded picture that the value holds; empty: none
};

} // namespace signalbox::ui
