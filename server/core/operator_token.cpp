// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/operator_token.h"

#include <QtCore/QCryptographicHash>

namespace signalbox {

namespace {

QByteArray digestOf(QByteArrayView token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(token.toByteArray());
    return hash.result();
}

} // namespace

OperatorToken::OperatorToken(QByteArrayView token)
    : m_digest(digestOf(token))
{
}

bool OperatorToken::matches(QByteArrayView presented) const
{
    const QByteArray digest = digestOf(presented);
    if (isNull()) {
        return false;
    }
    unsigned difference = 0; // every byte is looked at: how long it takes tells nothing
    for (qsizetype i = 0; i < digest.size(); ++i) {
        difference |= static_cast<unsigned char>(digest[i]) ^ static_cast<unsigned char>(m_digest[i]);
    }
    return difference == 0;
}

} // namespace signalbox
