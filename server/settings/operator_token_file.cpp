// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/operator_token_file.h"

#include "server/core/random_token.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryFile>

#include <filesystem>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

constexpr QFileDevice::Permissions ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup |
                                            QFileDevice::ExeGroup | QFileDevice::ReadOther |
                                            QFileDevice::WriteOther | QFileDevice::ExeOther;

Error notWritten(const QString& path, const QString& why)
{
    return {"token.not_written", u"The operator token cannot be written to %1: %2."_s.arg(path, why)};
}

} // namespace

OperatorTokenFile::OperatorTokenFile(const QString& stateFolder)
    : m_folder(stateFolder)
    , m_path(stateFolder + u"/operator_token"_s)
{
}

Result<QByteArray> OperatorTokenFile::read() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{"token.not_found",
                     u"There is no operator token at %1: %2."_s.arg(m_path, file.errorString())};
    }
    if ((file.permissions() & others) != 0) {
        return Error{"token.unsafe_permissions",
                     u"Others may read or write the operator token in %1: chmod 600 it, and make a new one "
                     "with signalbox token rotate."_s.arg(m_path)};
    }
    const QByteArray token = file.read(randomTokenBytes + 2).trimmed();
    if (!isRandomToken(token)) {
        return Error{"token.malformed",
                     u"%1 holds no operator token; signalbox token rotate makes a new one."_s.arg(m_path)};
    }
    return token;
}

Result<QByteArray> OperatorTokenFile::readOrMake() const
{
    if (!QFileInfo::exists(m_path)) {
        const Result<QByteArray> written = write(Existing::Keep);
        if (written || !QFileInfo::exists(m_path)) {
            return written;
        }
    }
    return read();
}

Result<QByteArray> OperatorTokenFile::rotate() const
{
    return write(Existing::Replace);
}

Result<QByteArray> OperatorTokenFile::write(Existing existing) const
{
    if (!QFileInfo::exists(m_folder) &&
        !(QDir().mkpath(m_folder) && QFile::setPermissions(m_folder, ownersOnly | QFileDevice::ExeOwner))) {
        return notWritten(m_path, u"the folder cannot be made"_s);
    }
    QTemporaryFile file(m_path + u".XXXXXX"_s); // made for its owner alone, under a name that is free
    const QByteArray token = randomToken();
    if (!file.open() || !file.setPermissions(ownersOnly) || file.write(token + '\n') < 0 || !file.flush()) {
        return notWritten(m_path, file.errorString());
    }
    file.close();
    if (existing == Existing::Keep && !QFile::rename(file.fileName(), m_path)) {
        return notWritten(m_path, u"it is there already"_s); // by another program, just now
    }
    std::error_code error;
    if (existing == Existing::Replace) {
        std::filesystem::rename(file.fileName().toStdString(), m_path.toStdString(), error);
    }
    if (error) {
        return notWritten(m_path, QString::fromStdString(error.message()));
    }
    file.setAutoRemove(false);
    return token;
}

} // namespace signalbox
