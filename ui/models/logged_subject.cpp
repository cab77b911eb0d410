// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/logged_subject.h"

#include "ui/models/client_names.h"

namespace signalbox::ui {

void LoggedSubject::set(const link::FrameRow& row, const RowRecipients& recipients)
{
    begin();
    m_row = &row;
    m_recipients = recipients;
}

QByteArrayView LoggedSubject::userOf(ClientId client)
{
    m_user = m_recipients.names == nullptr ? QByteArray() : m_recipients.names->name(client).toUtf8();
    return m_user;
}

} // namespace signalbox::ui
