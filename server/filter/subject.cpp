// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/subject.h"

#include <QtCore/QStringDecoder>

#include <algorithm>

namespace signalbox::filter {

message::JsonLookup& Subject::json()
{
    if (!m_hasJson) {
        m_json.setText(message());
        m_hasJson = true;
    }
    return m_json;
}

QStringView Subject::decoded(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    m_decoded.resize(std::max(m_decoded.size(), decoder.requiredSpace(utf8.size())));
    const QChar* const end = decoder.appendToBuffer(m_decoded.data(), utf8);
    return QStringView(m_decoded.constData(), end);
}

} // namespace signalbox::filter
