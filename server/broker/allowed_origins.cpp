// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/allowed_origins.h"

#include "server/core/log_categories.h"
#include "server/core/plain_text.h"
#include "server/http/origin.h"
#include "server/settings/allowed_name.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

namespace signalbox::broker {

namespace {

constexpr qint64 maxFileBytes = 1024 * 1024;

void addOnce(QList<QByteArray>& list, const QByteArray& origin)
{
    if (!list.contains(origin)) {
        list += origin;
    }
}

} // namespace

AllowedOrigins::AllowedOrigins(AllowedAccess configured, QString file)
    : m_configured(std::move(configured))
    , m_file(std::move(file))
{
    readOrigins(readFile());
}

AllowedAccess AllowedOrigins::access() const
{
    AllowedAccess all = m_configured;
    all.origins += m_thisRun;
    all.origins += m_always;
    return all;
}

void AllowedOrigins::configure(AllowedAccess configured)
{
    m_configured = std::move(configured);
    readOrigins(readFile());
}

Result<QByteArray> AllowedOrigins::comparable(const QByteArray& origin)
{
    const Result<QByteArray> read = readAllowedOrigin(QString::fromUtf8(origin));
    if (!read) {
        return Error{"origin.invalid", read.error().message};
    }
    if (!http::Origin::parse(read.value())) { // it would be allowed, and never match
        return Error{"origin.invalid",
                     QStringLiteral("%1 is no origin that a page can have.").arg(quoted(origin))};
    }
    return read.value();
}

void AllowedOrigins::allowForThisRun(const QByteArray& origin)
{
    addOnce(m_thisRun, origin);
}

Result<void> AllowedOrigins::allowAlways(const QByteArray& origin)
{
    const QByteArray text = readFile(); // another program may have added to it
    readOrigins(text);
    if (m_always.contains(origin)) {
        return {};
    }
    const Result<void> saved = save(text, origin);
    if (saved) {
        m_always += origin;
    } else {
        allowForThisRun(origin);
    }
    return saved;
}

QByteArray AllowedOrigins::readFile() const
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(logBroker).noquote()
            << QStringLiteral("cannot read %1: %2").arg(m_file, file.errorString());
        return {};
    }
    return file.read(maxFileBytes);
}

void AllowedOrigins::readOrigins(const QByteArray& text)
{
    m_always.clear();
    for (const QByteArray& part : text.split('\n')) {
        const QByteArray line = part.trimmed();
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        if (const Result<QByteArray> origin = comparable(line)) {
            addOnce(m_always, origin.value());
        } else {
            qCWarning(logBroker).noquote() << QStringLiteral("%1: %2").arg(m_file, origin.error().message);
        }
    }
}

Result<void> AllowedOrigins::save(QByteArray text, const QByteArray& origin) const
{
    const auto notSaved = [](const QString& why) {
        return Error{"origin.not_saved",
                     QStringLiteral("Allowed until the broker stops, but not saved: %1.").arg(why)};
    };
    if (m_file.isEmpty()) {
        return notSaved(QStringLiteral("there is no state folder"));
    }
    if (text.size() >= maxFileBytes) {
        return notSaved(QStringLiteral("%1 is too large").arg(m_file));
    }
    QDir().mkpath(QFileInfo(m_file).absolutePath()); // when it cannot, open() says why
    if (!text.isEmpty() && !text.endsWith('\n')) {
        text += '\n';
    }
    text += origin + '\n';
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return notSaved(file.errorString());
    }
    return {};
}

} // namespace signalbox::broker
