// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipient_text.h"

#include "server/core/ids.h"
#include "server/core/name.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct RecipientWords {
    Q_DECLARE_TR_FUNCTIONS(RecipientText)
};

struct Prefix {
    QLatin1StringView text;
    RecipientType type;
};

constexpr std::array prefixes{
    Prefix{"group:"_L1, RecipientType::Group},
    Prefix{"user:"_L1, RecipientType::User},
    Prefix{"tag:"_L1, RecipientType::Tag},
    Prefix{"client:"_L1, RecipientType::Client},
};

bool meansEveryone(QStringView name)
{
    return name.compare("everyone"_L1, Qt::CaseInsensitive) == 0 || name.compare("all"_L1) == 0 ||
           name == u"*" || name.compare(RecipientWords::tr("everyone"), Qt::CaseInsensitive) == 0;
}

bool isMinus(QChar character)
{
    return character == u'-' || character == u'−';
}

QString nameFaultText(NameFault fault)
{
    switch (fault) {
    case NameFault::Empty:
        return RecipientWords::tr("Type a name.");
    case NameFault::TooLong:
        return RecipientWords::tr("A name has 128 bytes at most.");
    case NameFault::NotUtf8:
    case NameFault::ControlCharacter:
        return RecipientWords::tr("A name has no control characters.");
    }
    Q_UNREACHABLE();
}

} // namespace

TypedRecipient typedRecipient(const QString& text)
{
    TypedRecipient typed;
    QStringView rest(text);
    const QStringView start = rest.trimmed();
    if (!start.isEmpty() && isMinus(start.front())) {
        typed.isExclusion = true;
        rest = start.sliced(1);
        while (!rest.isEmpty() && rest.front() == u' ') {
            rest = rest.sliced(1);
        }
    }
    for (const Prefix& prefix : prefixes) {
        if (rest.startsWith(prefix.text, Qt::CaseInsensitive)) {
            typed.type = prefix.type;
            rest = rest.sliced(prefix.text.size());
            break;
        }
    }
    if (!typed.type && rest.startsWith("topic:"_L1, Qt::CaseInsensitive)) { // of XSockets, which is a group
        typed.type = RecipientType::Group;
        rest = rest.sliced(6);
        if (rest.startsWith("generic/"_L1, Qt::CaseInsensitive)) {
            rest = rest.sliced(8);
        }
    }
    typed.name = rest.toString();
    return typed;
}

Result<Recipient> recipientOf(const TypedRecipient& typed, RecipientType fallback)
{
    if (!typed.type && !typed.isExclusion && meansEveryone(typed.name)) {
        return Recipient{RecipientType::All, {}};
    }
    RecipientType type = typed.type.value_or(fallback);
    const QByteArray name = typed.name.toUtf8();
    if (const auto fault = nameFault(name)) {
        return Error{"recipient.bad_name", nameFaultText(*fault)};
    }
    if (type == RecipientType::Client && !ClientId::fromText(name)) {
        return Error{"recipient.bad_client", RecipientWords::tr("A client is written like c7.")};
    }
    if (!typed.isExclusion) {
        return Recipient{type, name};
    }
    if (!typed.type) {
        type = fallback == RecipientType::Client ? fallback : RecipientType::User;
    }
    if (type != RecipientType::User && type != RecipientType::Client) {
        return Error{"recipient.bad_exclusion",
                     RecipientWords::tr("Only a user or a client can be left out.")};
    }
    return Recipient{type == RecipientType::User ? RecipientType::AllButUser : RecipientType::AllButClient,
                     name};
}

QString typedText(const Recipient& recipient)
{
    const QString name = QString::fromUtf8(recipient.value);
    switch (recipient.type) {
    case RecipientType::Group:
        return u"group:"_s + name;
    case RecipientType::User:
        return u"user:"_s + name;
    case RecipientType::Client:
        return u"client:"_s + name;
    case RecipientType::Tag:
        return u"tag:"_s + name;
    case RecipientType::All:
        return u"everyone"_s;
    case RecipientType::AllButUser:
        return u"−user:"_s + name;
    case RecipientType::AllButClient:
        return u"−client:"_s + name;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
