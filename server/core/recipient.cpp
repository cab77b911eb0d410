// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/recipient.h"

#include "server/core/ascii_case.h"

#include <array>

namespace signalbox {

namespace {

struct Spelling {
    QByteArrayView name;
    RecipientType type;
};

// The first spelling of a type is the one that we write; the others are aliases.
constexpr std::array spellings{
    Spelling{"group", RecipientType::Group},
    Spelling{"user", RecipientType::User},
    Spelling{"client", RecipientType::Client},
    Spelling{"tag", RecipientType::Tag},
    Spelling{"all", RecipientType::All},
    Spelling{"allButUser", RecipientType::AllButUser},
    Spelling{"allButClient", RecipientType::AllButClient},
    Spelling{"socket", RecipientType::Client},
    Spelling{"allExceptUser", RecipientType::AllButUser},
};

} // namespace

std::optional<RecipientType> recipientTypeFromName(QByteArrayView name)
{
    for (const Spelling& spelling : spellings) {
        if (equalButForCase(name, spelling.name)) {
            return spelling.type;
        }
    }
    return std::nullopt;
}

QByteArrayView recipientTypeName(RecipientType type)
{
    for (const Spelling& spelling : spellings) {
        if (spelling.type == type) {
            return spelling.name;
        }
    }
    Q_UNREACHABLE();
}

bool isExclusion(RecipientType type)
{
    return type == RecipientType::AllButUser || type == RecipientType::AllButClient;
}

} // namespace signalbox
