// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/path_names.h"

namespace signalbox::control {

namespace {

template <typename Kind>
Result<Name<Kind>> readName(QByteArrayView segment, const QByteArray& kind)
{
    if (const std::optional<NameFault> fault = nameFault(segment)) {
        return Error{
            kind + '.' + nameFaultCode(*fault).toByteArray(),
            QStringLiteral("The name of a %1 has 1 to 128 bytes of UTF-8 without control characters.")
                .arg(QString::fromLatin1(kind))};
    }
    return Name<Kind>::trusted(segment.toByteArray());
}

} // namespace

Result<ClientId> readClientId(QByteArrayView segment)
{
    if (const std::optional<ClientId> client = ClientId::fromText(segment)) {
        return *client;
    }
    return Error{"client.not_found",
                 QStringLiteral("That is not the id of a client, which is written like c3.")};
}

Result<GroupName> readGroupName(QByteArrayView segment)
{
    return readName<GroupKind>(segment, "group");
}

Result<TagName> readTagName(QByteArrayView segment)
{
    return readName<TagKind>(segment, "tag");
}

} // namespace signalbox::control
