// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/cbor_items.h"

namespace signalbox::link {

namespace {

constexpr int maxSkippedDepth = 64;

} // namespace

CborItems::CborItems(const QByteArray& bytes)
    : m_bytes(bytes)
    , m_stream(m_bytes)
{
}

bool CborItems::isBad()
{
    return m_malformed || m_stream.lastError() != QCborError::NoError;
}

void CborItems::read(bool& value)
{
    if (isBad() || !m_stream.isBool()) {
        fail();
        return;
    }
    value = m_stream.toBool();
    m_stream.next();
}

void CborItems::read(QString& value)
{
    if (isBad() || !m_stream.isString()) {
        fail();
        return;
    }
    value.clear();
    auto chunk = m_stream.readString();
    while (chunk.status == QCborStreamReader::Ok) {
        value += chunk.data;
        chunk = m_stream.readString();
    }
    if (chunk.status == QCborStreamReader::Error) {
        fail();
    }
}

void CborItems::read(QByteArray& value)
{
    if (isBad() || !m_stream.isByteArray()) {
        fail();
        return;
    }
    value.clear();
    auto chunk = m_stream.readByteArray();
    while (chunk.status == QCborStreamReader::Ok) {
        value += chunk.data;
        chunk = m_stream.readByteArray();
    }
    if (chunk.status == QCborStreamReader::Error) {
        fail();
    }
}

bool CborItems::readNumber(quint64& number, bool& negative)
{
    if (isBad() || !m_stream.isInteger()) {
        fail();
        return false;
    }
    negative = m_stream.isNegativeInteger();
    number = negative ? quint64(m_stream.toNegativeInteger()) : m_stream.toUnsignedInteger();
    m_stream.next();
    return true;
}

bool CborItems::readNull()
{
    if (isBad() || !m_stream.isNull()) {
        return false;
    }
    m_stream.next();
    return true;
}

bool CborItems::enter(bool isContainer)
{
    if (isBad() || !isContainer || !m_stream.enterContainer()) {
        fail();
        return false;
    }
    return true;
}

bool CborItems::enterArray()
{
    return enter(m_stream.isArray());
}

bool CborItems::enterMap()
{
    return enter(m_stream.isMap());
}

void CborItems::leave()
{
    while (hasNext()) {
        skip();
    }
    if (!isBad() && !m_stream.leaveContainer()) {
        fail();
    }
}

void CborItems::skip()
{
    if (isBad() || !m_stream.next(maxSkippedDepth)) {
        fail();
    }
}

bool CborItems::hasNext()
{
    return !isBad() && m_stream.hasNext();
}

bool CborItems::isWhole()
{
    return !isBad() && m_stream.currentOffset() == m_bytes.size();
}

} // namespace signalbox::link
