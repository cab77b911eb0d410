// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/fragment_chain.h"

#include <algorithm>

namespace signalbox::recording {

namespace {

constexpr quint64 maxRowsAhead = 200'000;

/// The frames before the one at `position`, and that one, newest first.
std::vector<quint64> backwards(const KeptFrames& kept, quint64 position, quint32 maxFragments)
{
    std::vector<quint64> positions;
    while (positions.size() < maxFragments) {
        positions.push_back(position);
        const quint32 back = kept.rows().at(position).previousFragment;
        if (back == 0 || position < kept.rows().begin() + back) {
            break;
        }
        position -= back;
    }
    return positions;
}

void addFollowing(const KeptFrames& kept, std::vector<quint64>& positions, quint32 maxFragments)
{
    const quint64 begin = positions.back() + 1;
    const quint64 end = std::min(kept.rows().end(), begin + maxRowsAhead);
    const ClientId client = kept.rows().at(positions.back()).body.client;
    for (quint64 position = begin; position < end && positions.size() < maxFragments; ++position) {
        const KeptRow& row = kept.rows().at(position);
        if (row.body.client != client) {
            continue;
        }
        if (row.body.kind == RecordKind::Closed) {
            return;
        }
        if (row.previousFragment != 0 && position - row.previousFragment == positions.back()) {
            positions.push_back(position);
            if (row.body.header.fin) {
                return;
            }
        }
    }
}

bool isWhole(const KeptFrames& kept, const std::vector<quint64>& positions)
{
    quint32 expected = 1;
    for (const quint64 position : positions) {
        if (kept.rows().at(position).body.fragment != expected++) {
            return false; // one was lost between
        }
    }
    return kept.rows().at(positions.back()).body.header.fin;
}

} // namespace

FragmentChain findFragments(const KeptFrames& kept, quint64 position, quint32 maxFragments)
{
    FragmentChain chain;
    const RecordBody& body = kept.rows().at(position).body;
    if (body.kind != RecordKind::Frame || body.fragment == 0 || body.fragment > maxFragments) {
        return chain;
    }
    chain.positions = backwards(kept, position, maxFragments);
    std::reverse(chain.positions.begin(), chain.positions.end());
    if (!body.header.fin) {
        addFollowing(kept, chain.positions, maxFragments);
    }
    chain.isWhole = isWhole(kept, chain.positions);
    return chain;
}

QByteArray joinFragments(const KeptFrames& kept, const FragmentChain& chain)
{
    QByteArray whole;
    if (chain.isWhole) {
        for (const quint64 position : chain.positions) {
            whole += kept.bytes(kept.rows().at(position).body.payload);
        }
    }
    return whole;
}

} // namespace signalbox::recording
