// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/format/meaning.h"

#include <QtCore/QString>

#include <vector>

namespace signalbox::ui {

class ClientNames;

/// One line of the detail of a frame: a name, a value, and the bytes that it was read from.
struct DetailNode {
    QString name;
    QString value;
    qsizetype offset = -1; ///< into FrameBytes::bytes; negative: not from the wire
    qsizetype length = 0;
    Meaning meaning = Meaning::Normal;
    std::vector<DetailNode> children;
};

/// The bytes of a frame as the bytes view shows them: the header as on the wire and the payload unmasked, or
/// a handshake's request and answer.
struct FrameBytes {
    QByteArray bytes;
    qsizetype headBytes = 0; ///< how many of them are header, or request
};

[[nodiscard]] FrameBytes frameBytes(const link::FrameDetail& detail);
/// The detail of a frame as a tree: handshake, RFC 6455 header, close code, envelope or JSON, deliveries. The
/// root has only children.
[[nodiscard]] DetailNode detailTree(const link::FrameDetail& detail, const ClientNames& names);

} // namespace signalbox::ui
