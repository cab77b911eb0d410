// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/http_message.h"

#include <algorithm>

namespace signalbox::ui {

std::optional<QByteArray> HttpMessage::field(const QByteArray& name) const
{
    for (const HttpField& candidate : fields) {
        if (candidate.name.compare(name, Qt::CaseInsensitive) == 0) {
            return candidate.value;
        }
    }
    return std::nullopt;
}

// RFC 9112 §2.1; a lone line feed ends a line, too (§2.2).
HttpMessage readHttpMessage(const QByteArray& bytes)
{
    HttpMessage message;
    qsizetype begin = 0;
    while (begin < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end;
        const QByteArray line = bytes.sliced(begin, end - begin).trimmed();
        begin = std::min(end + 1, bytes.size());
        if (line.isEmpty()) {
            break;
        }
        if (message.startLine.isEmpty()) {
            if (!line.contains("HTTP/")) {
                return message;
            }
            message.startLine = line;
        } else if (const qsizetype colon = line.indexOf(':'); colon > 0) {
            message.fields.push_back({line.first(colon), line.sliced(colon + 1).trimmed()});
        }
    }
    message.headBytes = begin;
    message.body = bytes.sliced(begin);
    return message;
}

} // namespace signalbox::ui
