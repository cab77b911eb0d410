// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routing/member.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::recording {

/// The groups and tags of a client, as a chunk holds them: one byte for the kind and one for the length
/// before each name.
[[nodiscard]] QByteArray packGroupsAndTags(const routing::Member& member);
/// Fills the groups and tags of `member` with what packGroupsAndTags() wrote.
void unpackGroupsAndTags(QByteArrayView packed, routing::Member& member);

} // namespace signalbox::recording
