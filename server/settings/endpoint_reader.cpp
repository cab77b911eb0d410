// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/endpoint_reader.h"

#include "server/core/nearest_word.h"
#include "server/core/plain_text.h"
#include "server/settings/setting_value.h"

#include <algorithm>
#include <optional>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

bool isVisibleAscii(QChar c)
{
    return c > u' ' && c < QChar(0x7F);
}

/// RFC 3986 §3.3, as far as it matters here: the path that the request target begins with.
bool isPath(QStringView path)
{
    return path.startsWith(u'/') && std::all_of(path.begin(), path.end(), isVisibleAscii) &&
           !path.contains(u'?') && !path.contains(u'#');
}

/// RFC 6455 §4.1, item 10: a subprotocol is a token of RFC 2616.
bool isToken(QStringView text)
{
    constexpr QStringView separators = u"()<>@,;:\\\"/[]?={}";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](QChar c) {
        return isVisibleAscii(c) && !separators.contains(c);
    });
}

/// Reads one table. Stays for one call of readEndpoints.
class EndpointReader final {
public:
    EndpointReader(const WrittenTable& table, QStringList& errors)
        : m_table(table)
        , m_errors(errors)
    {
    }

    std::optional<EndpointSettings> read()
    {
        const qsizetype errorsBefore = m_errors.size();
        for (const WrittenSetting& entry : m_table.entries) {
            readEntry(entry);
        }
        if (m_endpoint.path.isEmpty() && m_errors.size() == errorsBefore) {
            complain(m_table.origin, u"endpoint: path is missing"_s);
        }
        return m_errors.size() == errorsBefore ? std::optional(m_endpoint) : std::nullopt;
    }

private:
    void complain(const SettingOrigin& origin, const QString& message)
    {
        m_errors.append(origin.text() + u": "_s + message);
    }

    void expected(const WrittenSetting& entry, const QString& what)
    {
        complain(entry.origin, u"endpoint.%1: expected %2, got %3"_s.arg(QString::fromUtf8(entry.key), what,
                                                                         describeValue(entry.value)));
    }

    void readEntry(const WrittenSetting& entry)
    {
        if (entry.key == "path") {
            readPath(entry, m_endpoint.path);
        } else if (entry.key == "base_path") {
            readPath(entry, m_endpoint.basePath);
            if (m_endpoint.basePath.endsWith('/')) {
                complain(entry.origin,
                         u"endpoint.base_path: must not end with a slash, the path begins with one"_s);
            }
        } else if (entry.key == "dialect") {
            readDialect(entry);
        } else if (entry.key == "subprotocols") {
            readSubprotocols(entry);
        } else {
            const QString near = nearestWord(QString::fromUtf8(entry.key), endpointKeys());
            complain(entry.origin, u"unknown key \"endpoint.%1\""_s.arg(printable(entry.key)) +
                                       (near.isEmpty() ? u"; an endpoint has "_s + endpointKeys().join(u", ")
                                                       : u"; did you mean \"endpoint.%1\"?"_s.arg(near)));
        }
    }

    void readPath(const WrittenSetting& entry, QByteArray& path)
    {
        const auto* text = std::get_if<QString>(&entry.value);
        const bool none = text != nullptr && text->isEmpty() && entry.key == "base_path";
        if (text == nullptr || !(none || isPath(*text))) {
            expected(entry, u"a path such as \"/mychat\", without a query"_s);
            return;
        }
        path = text->toLatin1();
    }

    void readDialect(const WrittenSetting& entry)
    {
        const auto* text = std::get_if<QString>(&entry.value);
        const qsizetype index = text != nullptr ? endpointDialectWords().indexOf(*text) : -1;
        if (index < 0) {
            expected(entry, u"one of "_s + endpointDialectWords().join(u", "));
            return;
        }
        m_endpoint.dialect = static_cast<EndpointDialect>(index);
    }

    void readSubprotocols(const WrittenSetting& entry)
    {
        const auto* list = std::get_if<QStringList>(&entry.value);
        if (list == nullptr) {
            expected(entry, u"a list of texts such as [\"chat\"]"_s);
            return;
        }
        for (const QString& item : *list) {
            if (!isToken(item)) {
                complain(entry.origin,
                         u"endpoint.subprotocols: \"%1\" is no subprotocol; it takes letters, digits "
                         "and !#$%&'*+-.^_`|~"_s.arg(printable(item)));
            } else if (m_endpoint.subprotocols.contains(item.toLatin1())) {
                complain(entry.origin,
                         u"endpoint.subprotocols: \"%1\" stands there twice"_s.arg(printable(item)));
            } else {
                m_endpoint.subprotocols.append(item.toLatin1());
            }
        }
    }

    const WrittenTable& m_table;
    QStringList& m_errors;
    EndpointSettings m_endpoint;
};

} // namespace

QStringList endpointKeys()
{
    return {u"path"_s, u"dialect"_s, u"subprotocols"_s, u"base_path"_s};
}

QStringList endpointDialectWords()
{
    return {u"envelope"_s, u"echo"_s, u"raw"_s, u"xsockets"_s}; // in the order of EndpointDialect
}

std::vector<EndpointSettings> readEndpoints(const std::vector<WrittenTable>& tables, QStringList& errors)
{
    std::vector<EndpointSettings> endpoints;
    for (const WrittenTable& table : tables) {
        const std::optional<EndpointSettings> endpoint = EndpointReader(table, errors).read();
        if (!endpoint) {
            continue;
        }
        const bool taken =
            std::any_of(endpoints.begin(), endpoints.end(), [&](const EndpointSettings& other) {
                return other.fullPath() == endpoint->fullPath();
            });
        if (taken) {
            errors.append(table.origin.text() +
                          u": endpoint \"%1\" stands there twice"_s.arg(printable(endpoint->fullPath())));
        } else {
            endpoints.push_back(*endpoint);
        }
    }
    return endpoints;
}

} // namespace signalbox
