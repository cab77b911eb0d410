// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtNetwork/QHostAddress>

#include <optional>

namespace signalbox::http {

/// A host and perhaps a port, as in the Host header, in an origin and in a target in absolute form (RFC 3986
/// §3.2).
///
/// `host` is made comparable: lower case, an IPv6 address without brackets in its shortest form, an IPv4
/// address that is mapped into IPv6 as IPv4. A name that only looks like an address to lenient programs
/// ("127.1", "0x7f.1") stays a name, and so equals nothing that is allowed.
struct Authority {
    QByteArray host;
    std::optional<quint16> port;

    /// Nothing when `text` is empty, has user information, blanks, a bad port, or bytes that no host name
    /// has.
    [[nodiscard]] static std::optional<Authority> parse(QByteArrayView text);

    friend bool operator==(const Authority&, const Authority&) = default;
};

/// An address in the form of Authority::host.
[[nodiscard]] QByteArray comparableAddress(const QHostAddress& address);
/// An address and a port: "127.0.0.1:40312", "[fe80::1%eth0]:40312".
[[nodiscard]] QByteArray addressAndPort(const QHostAddress& address, quint16 port);
/// Whether `host`, in the form of Authority::host, is localhost, in 127.0.0.0/8, or ::1.
[[nodiscard]] bool isLoopbackHost(QByteArrayView host);

} // namespace signalbox::http
