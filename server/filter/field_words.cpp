// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field_words.h"

#include <algorithm>
#include <array>

namespace signalbox::filter {

using namespace Qt::StringLiterals;
using link::Direction;
using link::RowKind;
using link::SenderKind;
using websocket::Opcode;

namespace {

template <typename Enum>
constexpr FieldWord word(QLatin1StringView name, Enum value)
{
    return {name, static_cast<int>(value)};
}

constexpr int kindsInTypes = 16; // above all opcodes

constexpr FieldWord kindAsType(QLatin1StringView name, RowKind kind)
{
    return {name, kindsInTypes + static_cast<int>(kind)};
}

constexpr std::array kinds{
    word("frame"_L1, RowKind::Frame),      word("push"_L1, RowKind::Push),
    word("opened"_L1, RowKind::Opened),    word("ended"_L1, RowKind::Closed),
    word("closed"_L1, RowKind::Closed),    word("joined"_L1, RowKind::Joined),
    word("left"_L1, RowKind::Left),        word("refused"_L1, RowKind::Refused),
    word("request"_L1, RowKind::Answered), word("called"_L1, RowKind::Called),
    word("act"_L1, RowKind::OperatorAct),  word("gap"_L1, RowKind::Gap),
};
constexpr std::array opcodes{
    word("continuation"_L1, Opcode::Continuation),
    word("text"_L1, Opcode::Text),
    word("binary"_L1, Opcode::Binary),
    word("close"_L1, Opcode::Close),
    word("ping"_L1, Opcode::Ping),
    word("pong"_L1, Opcode::Pong),
    FieldWord{"0"_L1, 0},
    FieldWord{"1"_L1, 1},
    FieldWord{"2"_L1, 2},
    FieldWord{"8"_L1, 8},
    FieldWord{"9"_L1, 9},
    FieldWord{"10"_L1, 10},
};
constexpr std::array types{
    word("continuation"_L1, Opcode::Continuation),
    word("text"_L1, Opcode::Text),
    word("binary"_L1, Opcode::Binary),
    word("close"_L1, Opcode::Close),
    word("ping"_L1, Opcode::Ping),
    word("pong"_L1, Opcode::Pong),
    kindAsType("push"_L1, RowKind::Push),
    kindAsType("opened"_L1, RowKind::Opened),
    kindAsType("ended"_L1, RowKind::Closed),
    kindAsType("joined"_L1, RowKind::Joined),
    kindAsType("left"_L1, RowKind::Left),
    kindAsType("refused"_L1, RowKind::Refused),
    kindAsType("request"_L1, RowKind::Answered),
    kindAsType("called"_L1, RowKind::Called),
    kindAsType("act"_L1, RowKind::OperatorAct),
    kindAsType("gap"_L1, RowKind::Gap),
};
constexpr std::array directions{
    word("received"_L1, Direction::Received),
    word("sent"_L1, Direction::Sent),
    word("in"_L1, Direction::Received),
    word("out"_L1, Direction::Sent),
};
constexpr std::array senders{
    word("client"_L1, SenderKind::Client),     word("http"_L1, SenderKind::Http),
    word("operator"_L1, SenderKind::Operator), word("broker"_L1, SenderKind::Broker),
    word("service"_L1, SenderKind::Service),
};
constexpr std::array ends{
    word("closed"_L1, EndReason::PeerClosed),
    word("vanished"_L1, EndReason::Vanished),
    word("protocol_error"_L1, EndReason::ProtocolError),
    word("invalid_payload"_L1, EndReason::InvalidPayload),
    word("too_big"_L1, EndReason::MessageTooBig),
    word("slow"_L1, EndReason::SlowClient),
    word("timed_out"_L1, EndReason::FrameTimedOut),
    word("disconnected"_L1, EndReason::DisconnectedByOperator),
    word("shutdown"_L1, EndReason::Shutdown),
    word("policy"_L1, EndReason::PolicyViolation),
};
constexpr std::array flags{
    FieldWord{"true"_L1, 1}, FieldWord{"false"_L1, 0}, FieldWord{"1"_L1, 1},
    FieldWord{"0"_L1, 0},    FieldWord{"yes"_L1, 1},   FieldWord{"no"_L1, 0},
};

struct FieldWords {
    Field field;
    std::span<const FieldWord> words;
};
constexpr std::array worded{
    FieldWords{Field::Kind, kinds},           FieldWords{Field::Type, types},
    FieldWords{Field::Direction, directions}, FieldWords{Field::Opcode, opcodes},
    FieldWords{Field::Sender, senders},       FieldWords{Field::End, ends},
};

} // namespace

std::span<const FieldWord> wordsOf(Field field)
{
    if (infoOf(field).type == FieldType::Flag) {
        return flags;
    }
    const auto known = std::ranges::find(worded, field, &FieldWords::field);
    return known == worded.end() ? std::span<const FieldWord>() : known->words;
}

std::optional<int> valueOfWord(Field field, QStringView word)
{
    for (const FieldWord& known : wordsOf(field)) {
        if (word.compare(known.word, Qt::CaseInsensitive) == 0) {
            return known.value;
        }
    }
    return std::nullopt;
}

QLatin1StringView wordOfValue(Field field, int value)
{
    const auto words = wordsOf(field);
    const auto found =
        std::ranges::find_if(words, [value](const FieldWord& known) { return known.value == value; });
    return found == words.end() ? QLatin1StringView() : found->word;
}

int typeOf(const link::FrameRow& row)
{
    return row.kind == RowKind::Frame ? static_cast<int>(row.header.opcode)
                                      : kindsInTypes + static_cast<int>(row.kind);
}

QLatin1StringView typeWord(const link::FrameRow& row)
{
    return wordOfValue(Field::Type, typeOf(row));
}

} // namespace signalbox::filter
