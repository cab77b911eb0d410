// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/persistent_values.h"

#include "server/xsockets/fault.h"

namespace signalbox::xsockets {

namespace {

qint64 sizeOf(const PropertyKey& key, const QByteArray& value)
{
    return key.first.size() + key.second.size() + value.size();
}

} // namespace

PersistentValues::Entry* PersistentValues::findConnected(const QByteArray& id)
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() || found->second.connections == 0 ? nullptr : &found->second;
}

void PersistentValues::connected(const QByteArray& id)
{
    Entry& entry = m_entries[id];
    if (++entry.connections == 1) {
        m_absent.erase({entry.leftAt, id});
        m_expiring.erase({entry.leftAt, id});
    }
}

int PersistentValues::connections(const QByteArray& id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? 0 : found->second.connections;
}

void PersistentValues::left(const QByteArray& id, SteadyTime now)
{
    Entry* const entry = findConnected(id);
    if (entry == nullptr || --entry->connections > 0) {
        return;
    }
    if (entry->bytes == 0) {
        m_entries.erase(id);
        return;
    }
    noteAbsent(id, now);
    if (m_absent.size() > maxAbsent) {
        forgetOldest();
    }
}

void PersistentValues::noteAbsent(const QByteArray& id, SteadyTime now)
{
    m_entries[id].leftAt = now;
    m_absent.insert({now, id});
    m_expiring.insert({now, id});
}

PropertyValues PersistentValues::restore(const QByteArray& id, SteadyTime now)
{
    expire(now);
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return {};
    }
    if (found->second.connections == 0) {
        m_absent.erase({found->second.leftAt, id});
        m_expiring.erase({found->second.leftAt, id});
        noteAbsent(id, now);
    }
    return found->second.properties;
}

bool PersistentValues::setProperty(const QByteArray& id, const PropertyKey& key, const QByteArray& valueJson)
{
    Entry* const entry = findConnected(id);
    if (entry == nullptr) {
        return false;
    }
    const auto before = entry->properties.constFind(key);
    const bool isNew = before == entry->properties.constEnd();
    const qint64 more = sizeOf(key, valueJson) - (isNew ? 0 : sizeOf(key, *before));
    if (!makeRoom(*entry, more)) {
        return false;
    }
    resize(*entry, more);
    entry->properties.insert(key, valueJson);
    return true;
}

Result<void> PersistentValues::store(const QByteArray& id, const QByteArray& key, const QByteArray& valueJson)
{
    Entry* const entry = findConnected(id);
    if (entry != nullptr) {
        const auto before = entry->storage.constFind(key);
        const bool isNew = before == entry->storage.constEnd();
        const qint64 more = key.size() + valueJson.size() - (isNew ? 0 : key.size() + before->size());
        if (makeRoom(*entry, more)) {
            resize(*entry, more);
            entry->storage.insert(key, valueJson);
            return {};
        }
    }
    return fault(Fault::StorageFull, QString::number(m_limits.maxBytesPerId));
}

QByteArray PersistentValues::stored(const QByteArray& id, const QByteArray& key) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? QByteArrayLiteral("null")
                                    : found->second.storage.value(key, QByteArrayLiteral("null"));
}

void PersistentValues::removeStored(const QByteArray& id, const QByteArray& key)
{
    Entry* const entry = findConnected(id);
    if (entry != nullptr && entry->storage.contains(key)) {
        resize(*entry, -(key.size() + entry->storage.take(key).size()));
    }
}

void PersistentValues::clearStored(const QByteArray& id)
{
    if (Entry* const entry = findConnected(id)) {
        const QList<QByteArray> keys = entry->storage.keys();
        for (const QByteArray& key : keys) {
            removeStored(id, key);
        }
    }
}

void PersistentValues::expire(SteadyTime now)
{
    while (!m_expiring.empty() && now - m_expiring.begin()->first >= m_limits.keep) {
        const auto [leftAt, id] = *m_expiring.begin();
        m_expiring.erase(m_expiring.begin());
        dropProperties(m_entries[id]);
        if (m_entries[id].bytes == 0) {
            m_absent.erase({leftAt, id});
            m_entries.erase(id);
        }
    }
}

void PersistentValues::dropProperties(Entry& entry)
{
    for (auto property = entry.properties.cbegin(); property != entry.properties.cend(); ++property) {
        resize(entry, -sizeOf(property.key(), property.value()));
    }
    entry.properties.clear();
}

/// May forget ids without a connection; `wanting` has one.
bool PersistentValues::makeRoom(const Entry& wanting, qint64 more)
{
    if (more > 0 && wanting.bytes + more > m_limits.maxBytesPerId) {
        return false;
    }
    while (m_bytes + more > m_limits.maxBytes && !m_absent.empty()) {
        forgetOldest();
    }
    return more <= 0 || m_bytes + more <= m_limits.maxBytes;
}

void PersistentValues::resize(Entry& entry, qint64 by)
{
    entry.bytes += by;
    m_bytes += by;
}

void PersistentValues::forgetOldest()
{
    const auto oldest = *m_absent.begin();
    m_bytes -= m_entries[oldest.second].bytes;
    m_entries.erase(oldest.second);
    m_expiring.erase(oldest);
    m_absent.erase(oldest);
    ++m_forgotten;
}

} // namespace signalbox::xsockets
