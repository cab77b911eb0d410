// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/handshake_tree.h"

#include "ui/format/handshake_words.h"
#include "ui/format/http_message.h"
#include "ui/format/plain.h"
#include "ui/models/payload_detail.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

namespace {

struct Handshake {
    Q_DECLARE_TR_FUNCTIONS(Handshake)
};

/// One line of a header: where it stands and what it says.
struct HeaderLine {
    qsizetype offset = 0;
    qsizetype length = 0; ///< without the line feed
    QByteArray text;
};

std::vector<HeaderLine> linesOf(const QByteArray& head)
{
    std::vector<HeaderLine> lines;
    qsizetype at = 0;
    while (at < head.size()) {
        qsizetype end = head.indexOf('\n', at);
        end = end < 0 ? head.size() : end;
        const QByteArray text = head.sliced(at, end - at).trimmed();
        if (text.isEmpty()) {
            break; // the end of the header fields
        }
        lines.push_back({at, end - at, text});
        at = end + 1;
    }
    return lines;
}

QByteArray fieldOf(const std::vector<HeaderLine>& lines, const QByteArray& name)
{
    for (const HeaderLine& line : lines) {
        const qsizetype colon = line.text.indexOf(':');
        if (colon > 0 && line.text.first(colon).compare(name, Qt::CaseInsensitive) == 0) {
            return line.text.sliced(colon + 1).trimmed();
        }
    }
    return {};
}

DetailNode fieldDetail(const HeaderLine& line, qsizetype base, HandshakePart part, const QByteArray& key)
{
    const qsizetype colon = line.text.indexOf(':');
    const QByteArray name = line.text.first(colon);
    const QByteArray value = line.text.sliced(colon + 1).trimmed();
    DetailNode node{plainPayload(name), plainPayload(value), base + line.offset,
                    line.length,        Meaning::Normal,     {}};
    node.explanation = headerSentence(name, value, part);
    if (part == HandshakePart::Answer && name.compare("Sec-WebSocket-Accept", Qt::CaseInsensitive) == 0) {
        node.explanation = acceptSentence(key, value);
        node.meaning = value == acceptFor(key) ? Meaning::Good : Meaning::Bad;
    }
    return node;
}

DetailNode headDetail(const QString& name, const QByteArray& head, qsizetype base, HandshakePart part,
                      const QByteArray& key)
{
    DetailNode node{name, {}, base, head.size(), Meaning::Normal, {}};
    const std::vector<HeaderLine> lines = linesOf(head);
    for (const HeaderLine& line : lines) {
        if (&line == &lines.front()) {
            node.value = plainPayload(line.text);
        } else if (line.text.indexOf(':') > 0) {
            node.children.push_back(fieldDetail(line, base, part, key));
        }
    }
    return node;
}

struct PartNames {
    QString head;
    QString body;
};

void addMessage(DetailNode& root, const PartNames& names, const QByteArray& message, qsizetype base,
                HandshakePart part, const QByteArray& key)
{
    if (message.isEmpty()) {
        return;
    }
    const HttpMessage read = readHttpMessage(message);
    const qsizetype head = read.startLine.isEmpty() ? message.size() : read.headBytes;
    root.children.push_back(headDetail(names.head, message.first(head), base, part, key));
    if (message.size() > head) {
        root.children.push_back(bodyDetail(message.sliced(head), base + head, names.body));
    }
}

} // namespace

DetailNode handshakeTree(const link::FrameDetail& detail)
{
    DetailNode root;
    const QByteArray key = fieldOf(linesOf(detail.handshakeRequest), "Sec-WebSocket-Key");
    addMessage(root, {Handshake::tr("Request"), Handshake::tr("Request body")}, detail.handshakeRequest, 0,
               HandshakePart::Request, key);
    addMessage(root, {Handshake::tr("Answer"), Handshake::tr("Answer body")}, detail.handshakeResponse,
               detail.handshakeRequest.size(), HandshakePart::Answer, key);
    return root;
}

} // namespace signalbox::ui
