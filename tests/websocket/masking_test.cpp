// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/masking.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::websocket;

class MaskingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksLikeTheRfcAtEveryLengthAndAlignment();
    void touchesNothingElse();
};

namespace {

constexpr std::array<quint8, 4> key{0x37, 0xFA, 0x21, 0x3D};

} // namespace

void MaskingTest::masksLikeTheRfcAtEveryLengthAndAlignment()
{
    for (int offset = 0; offset < 8; ++offset) {
        for (int length = 0; length <= 40; ++length) {
            QByteArray memory(offset + length, '\0');
            QByteArray expected = memory;
            for (int i = 0; i < length; ++i) {
                memory[offset + i] = static_cast<char>(i * 7);
                // RFC 6455 §5.3: octet i is combined with octet i modulo 4 of the key
                expected[offset + i] = static_cast<char>((i * 7) ^ key[static_cast<size_t>(i % 4)]);
            }
            applyMask({memory.data() + offset, static_cast<size_t>(length)}, key);
            QCOMPARE(memory, expected);
        }
    }
}

void MaskingTest::touchesNothingElse()
{
    QByteArray memory(32, 'x');
    applyMask({memory.data() + 8, 13}, key);
    QCOMPARE(memory.first(8), QByteArray(8, 'x'));
    QCOMPARE(memory.sliced(21), QByteArray(11, 'x'));
    applyMask({memory.data() + 8, 13}, key);
    QCOMPARE(memory, QByteArray(32, 'x'));
}

SIGNALBOX_TEST(MaskingTest)
#include "masking_test.moc"
