// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/curl_command.h"

#include "ui/format/http_message.h"
#include "ui/format/shell_words.h"

#include <QtCore/QByteArrayList>
#include <QtCore/QUrl>

#include <algorithm>

namespace signalbox::ui {

using link::RowKind;

namespace {

/// Linux takes arguments of 128 KiB each; what is longer goes through a pipe.
constexpr qsizetype maxArgumentBytes = 60'000;

/// What curl is to be told about one request.
class CurlArguments final {
public:
    explicit CurlArguments(const HttpMessage& request)
        : m_request(request)
        , m_method(request.startLine.first(std::max<qsizetype>(request.startLine.indexOf(' '), 0)))
    {
        m_lacksBody = request.body.isEmpty() && announcesBody();
    }

    [[nodiscard]] bool lacksBody() const { return m_lacksBody; }

    void addTarget(const QByteArray& server)
    {
        const qsizetype begin = m_request.startLine.indexOf(' ') + 1;
        const QByteArray target =
            m_request.startLine.sliced(begin, m_request.startLine.lastIndexOf(' ') - begin).trimmed();
        const bool isPath = target.startsWith('/') && !target.contains('#');
        addUrl(isPath ? server + target : server + '/');
        if (!isPath) { // a proxy's form, or OPTIONS *: RFC 9112 §3.2
            m_words += {"--request-target", shellWord(target)};
        }
    }

    void addMethod()
    {
        if (m_request.field("Upgrade")) { // the answer is all that there is to see
            m_words += {"--include", "--no-buffer"};
        }
        if (m_method == "HEAD") {
            m_words += "--head";
        } else if (m_method != (m_request.body.isEmpty() ? "GET" : "POST")) {
            m_words += "-X " + shellWord(m_method);
        }
        if (m_request.startLine.endsWith("HTTP/1.0")) {
            m_words += "--http1.0";
        }
    }

    void addFields()
    {
        for (const HttpField& field : m_request.fields) {
            addField(field);
        }
        leaveOut("Accept");
        leaveOut("User-Agent");
        if (!m_request.body.isEmpty()) {
            leaveOut("Content-Type");
        }
    }

    /// With the command that the body comes from, where it does not fit into an argument.
    [[nodiscard]] QByteArray command()
    {
        const QByteArray& body = m_request.body;
        QByteArray source;
        if (body.contains('\0')) {
            source = "printf " + printfWord(body) + " | ";
        } else if (body.size() > maxArgumentBytes) {
            source = "printf %s " + shellWord(body) + " | ";
        } else if (!body.isEmpty()) {
            m_words += "--data-raw " + shellWord(body);
        }
        if (!source.isEmpty()) {
            m_words += "--data-binary @-";
        }
        return source + "curl " + m_words.join(" \\\n  ");
    }

private:
    [[nodiscard]] bool announcesBody() const
    {
        return m_request.field("Content-Length").value_or("0") != "0" ||
               m_request.field("Transfer-Encoding").has_value();
    }

    void addUrl(const QByteArray& url)
    {
        m_authority = QUrl(QString::fromUtf8(url)).authority(QUrl::FullyEncoded).toUtf8();
        m_words.prepend(shellWord(url));
        if (url.contains("/.")) {
            m_words += "--path-as-is";
        }
        if (url.contains('[') || url.contains(']') || url.contains('{') || url.contains('}')) {
            m_words += "--globoff";
        }
    }

    /// Whether curl says it by itself, or must not say it again for what it sends.
    [[nodiscard]] bool isCurlsOwn(const QByteArray& lower, const QByteArray& value) const
    {
        if (lower == "host") {
            return value == m_authority;
        }
        if (lower == "content-length") {
            return !m_request.body.isEmpty();
        }
        if (lower == "transfer-encoding") {
            return !m_lacksBody;
        }
        if (lower == "connection") {
            return !value.toLower().contains("upgrade");
        }
        return lower == "expect" || (lower == "accept" && value == "*/*") ||
               (lower == "user-agent" && value.startsWith("curl/"));
    }

    void addField(const HttpField& field)
    {
        const QByteArray lower = field.name.toLower();
        if (lower == "authorization" || lower == "proxy-authorization") {
            m_words += "-H \"" + field.name + ": Bearer $SIGNALBOX_TOKEN\"";
        } else if (!isCurlsOwn(lower, field.value)) {
            m_words +=
                "-H " + shellWord(field.value.isEmpty() ? field.name + ';' : field.name + ": " + field.value);
        }
    }

    /// What curl would add.
    void leaveOut(const QByteArray& name)
    {
        if (!m_request.field(name)) {
            m_words += "-H " + shellWord(name + ':');
        }
    }

    const HttpMessage& m_request;
    QByteArray m_method;
    QByteArray m_authority;
    QByteArrayList m_words;
    bool m_lacksBody = false;
};

/// http://127.0.0.1:5210 of ws://127.0.0.1:5210
QByteArray serverOf(const QByteArray& brokerUrl)
{
    return brokerUrl.startsWith("ws") ? "http" + brokerUrl.sliced(2) : brokerUrl;
}

/// http://localhost:81 of http://localhost:81/app/
QByteArray originOf(const QByteArray& url)
{
    const qsizetype path = url.indexOf('/', url.indexOf("//") + 2);
    return path < 0 ? url : url.first(path);
}

} // namespace

CurlCommand curlCommand(const link::FrameDetail& detail, const QByteArray& brokerUrl)
{
    const HttpMessage request = readHttpMessage(detail.handshakeRequest);
    if (request.startLine.count(' ') < 2) {
        return {};
    }
    CurlArguments arguments(request);
    const bool isCall = detail.row.kind == RowKind::Called;
    arguments.addTarget(isCall ? originOf(detail.row.target) : serverOf(brokerUrl));
    arguments.addMethod();
    arguments.addFields();
    return {QString::fromUtf8(arguments.command()), arguments.lacksBody()};
}

} // namespace signalbox::ui
