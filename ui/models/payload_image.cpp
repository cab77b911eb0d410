// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_image.h"

#include <array>

namespace signalbox::ui {

namespace {

constexpr qsizetype maxTextBytes = qsizetype{16} << 20;
/// As much base64 as shows whether a picture begins there.
constexpr qsizetype probeCharacters = 24;

/// What follows "data:image/…;base64,"; empty for what is no such URL.
QByteArrayView dataOfUrl(QByteArrayView text)
{
    const qsizetype comma = text.first(std::min<qsizetype>(text.size(), 100)).indexOf(',');
    const bool isBase64 = comma > 0 && text.first(comma).endsWith(";base64");
    return isBase64 ? text.sliced(comma + 1) : QByteArrayView();
}

} // namespace

QByteArray imageFormat(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        return "png";
    }
    if (bytes.startsWith("\xff\xd8\xff")) {
        return "jpeg";
    }
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
        return "gif";
    }
    const bool isWebp = bytes.size() > 12 && bytes.startsWith("RIFF") && bytes.sliced(8).startsWith("WEBP");
    return isWebp ? QByteArray("webp") : QByteArray();
}

QByteArray imageInText(QByteArrayView text)
{
    if (text.size() < probeCharacters || text.size() > maxTextBytes) {
        return {};
    }
    const QByteArrayView data = text.startsWith("data:image/") ? dataOfUrl(text) : text;
    const QByteArray probe =
        QByteArray::fromBase64(data.first(std::min(data.size(), probeCharacters)).toByteArray());
    if (imageFormat(probe).isEmpty()) {
        return {};
    }
    return QByteArray::fromBase64(data.toByteArray());
}

} // namespace signalbox::ui
