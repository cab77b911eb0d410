// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/authority.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace signalbox::http {

namespace {

constexpr qsizetype maxHostNameBytes = 253; // RFC 1035 §2.3.4, without the root's dot

bool isHostNameCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
           character == '-' || character == '.' || character == '_';
}

bool isHostName(QByteArrayView lower)
{
    return !lower.isEmpty() && lower.size() <= maxHostNameBytes + 1 &&
           std::all_of(lower.begin(), lower.end(), isHostNameCharacter);
}

bool isAddressCharacter(char character)
{
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f') ||
           character == ':' || character == '.';
}

/// The digits after the colon. An empty port is legal (RFC 3986 §3.2.3) and means none.
bool parsePort(QByteArrayView digits, std::optional<quint16>& port)
{
    if (digits.isEmpty()) {
        return true;
    }
    const bool numeric = digits.size() <= 5 && std::all_of(digits.begin(), digits.end(),
                                                           [](char c) { return c >= '0' && c <= '9'; });
    const uint number = numeric ? digits.toUInt() : std::numeric_limits<uint>::max();
    if (number > std::numeric_limits<quint16>::max()) {
        return false;
    }
    port = static_cast<quint16>(number);
    return true;
}

using Ipv4Text = std::array<char, sizeof "255.255.255.255:65535">;

/// QHostAddress::toString() takes ten times as long, and every connection has its address written down.
/// Returns where it ends.
char* writeIpv4(Ipv4Text& text, quint32 address)
{
    char* end = text.data();
    for (const int shift : {24, 16, 8, 0}) {
        end = std::to_chars(end, text.data() + text.size(), (address >> shift) & 0xFF).ptr;
        *end++ = '.';
    }
    return end - 1;
}

std::optional<QByteArray> comparableIpv6(QByteArrayView lower)
{
    QHostAddress address;
    // Qt would take a zone ("fe80::1%eth0") too, which has no place in a URL of another machine.
    if (!lower.contains(':') || !std::all_of(lower.begin(), lower.end(), isAddressCharacter) ||
        !address.setAddress(QString::fromLatin1(lower))) {
        return std::nullopt;
    }
    return comparableAddress(address);
}

} // namespace

std::optional<Authority> Authority::parse(QByteArrayView text)
{
    const QByteArray lower = text.toByteArray().toLower();
    Authority authority;
    qsizetype hostEnd = 0;
    if (lower.startsWith('[')) {
        const qsizetype bracket = lower.indexOf(']');
        const auto address =
            bracket > 0 ? comparableIpv6(QByteArrayView(lower).sliced(1, bracket - 1)) : std::nullopt;
        if (!address) {
            return std::nullopt;
        }
        authority.host = *address;
        hostEnd = bracket + 1;
    } else {
        const qsizetype colon = lower.indexOf(':');
        hostEnd = colon < 0 ? lower.size() : colon;
        authority.host = lower.first(hostEnd);
        if (!isHostName(authority.host)) {
            return std::nullopt;
        }
    }
    const QByteArrayView rest = QByteArrayView(lower).sliced(hostEnd);
    if (!rest.isEmpty() && (rest.front() != ':' || !parsePort(rest.sliced(1), authority.port))) {
        return std::nullopt;
    }
    return authority;
}

QByteArray comparableAddress(const QHostAddress& address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of one that is mapped into IPv6
    if (isIpv4) {
        Ipv4Text text;
        return {text.data(), writeIpv4(text, ipv4) - text.data()};
    }
    QHostAddress withoutZone = address;
    withoutZone.setScopeId({});
    return withoutZone.toString().toLatin1();
}

QByteArray addressAndPort(const QHostAddress& address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        Ipv4Text text;
        char* end = writeIpv4(text, address.toIPv4Address());
        *end++ = ':';
        end = std::to_chars(end, text.data() + text.size(), port).ptr;
        return {text.data(), end - text.data()};
    }
    const QByteArray host = address.toString().toLatin1();
    return (host.contains(':') ? '[' + host + ']' : host) + ':' + QByteArray::number(port);
}

bool isLoopbackHost(QByteArrayView host)
{
    if (host == "localhost" || host == "::1") {
        return true;
    }
    // Only the form that browsers write: four decimal numbers, none with a leading zero.
    QHostAddress address;
    return host.startsWith("127.") && address.setAddress(QString::fromLatin1(host)) &&
           address.toString().toLatin1() == host && address.isLoopback();
}

} // namespace signalbox::http
