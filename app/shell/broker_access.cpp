// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/broker_access.h"

#include "server/settings/operator_token_file.h"

#include <QtCore/QFile>

#include <utility>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

QUrl urlOf(ListenAddress listen)
{
    if (listen.address == QHostAddress(QHostAddress::AnyIPv4) ||
        listen.address == QHostAddress(QHostAddress::Any)) {
        listen.address = QHostAddress(QHostAddress::LocalHost);
    } else if (listen.address == QHostAddress(QHostAddress::AnyIPv6)) {
        listen.address = QHostAddress(QHostAddress::LocalHostIPv6);
    }
    return QUrl(u"ws://"_s + listenAddressText(listen));
}

Result<QUrl> configuredUrl(const ConfigurationSources& sources)
{
    const Result<LoadedSettings> loaded = loadSettings(sources.settings);
    if (!loaded) {
        return loaded.error();
    }
    const auto& addresses = loaded->settings.listener.addresses;
    return addresses.isEmpty() || addresses.first().port == 0
               ? Error{"usage.no_url", u"the configuration names no port to find the broker at: give --url"_s}
               : Result<QUrl>(urlOf(addresses.first()));
}

Result<QByteArray> readTokenFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{"token.not_found", u"cannot read the token file %1: %2"_s.arg(path, file.errorString())};
    }
    return file.read(4096).trimmed();
}

} // namespace

Result<remote::RemoteLink::Options> brokerAccess(const BrokerChoice& choice,
                                                 const ConfigurationSources& sources)
{
    remote::RemoteLink::Options options;
    options.url = QUrl(choice.url);
    if (choice.url.isEmpty()) {
        Result<QUrl> url = configuredUrl(sources);
        if (!url) {
            return url.error();
        }
        options.url = std::move(url).value();
    }
    const QString state = sources.paths.state;
    options.token = [file = choice.tokenFile, state]() -> Result<QByteArray> {
        if (!file.isEmpty()) {
            return readTokenFrom(file);
        }
        return state.isEmpty() ? Error{"token.not_found", u"there is no state folder: give --token-file"_s}
                               : OperatorTokenFile(state).read();
    };
    return options;
}

} // namespace signalbox::app
