// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/name.h"
#include "server/core/name_hash.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <algorithm>
#include <bit>
#include <set>
#include <vector>

using namespace signalbox;

namespace {

constexpr size_t seeds[] = {0, 1, 0x8000000000000000, 0x123456789abcdef0};

/// How full the fullest of `buckets` is when `names` are spread by the bits of their hashes from `shift` on.
int fullestBucket(const QByteArrayList& names, size_t seed, size_t buckets, int shift)
{
    std::vector<int> counts(buckets);
    for (const QByteArray& name : names) {
        ++counts[(nameHash(name, seed) >> shift) % buckets];
    }
    return *std::max_element(counts.begin(), counts.end());
}

} // namespace

class NameHashTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForTheSameBytesWhereverTheyLie();
    void takesEveryLengthApart();
    void spreadsNamesThatAreNearlyAlike();
    void changesHalfOfItsBitsWithOneBitOfTheName();
    void cannotBeForetoldWithoutTheSeed();
    void isWhatNamesAreKeptBy();
};

void NameHashTest::isTheSameForTheSameBytesWhereverTheyLie()
{
    const QByteArray name = "operator@example.org";
    for (qsizetype offset = 0; offset < 16; ++offset) {
        const QByteArray moved = QByteArray(offset, '-') + name + "behind";
        QCOMPARE(nameHash(QByteArrayView(moved).sliced(offset, name.size()), 7), nameHash(name, 7));
    }
}

void NameHashTest::takesEveryLengthApart()
{
    for (const size_t seed : seeds) {
        std::set<size_t> seen;
        for (qsizetype size = 0; size <= maxNameBytes; ++size) {
            seen.insert(nameHash(QByteArray(size, '\0'), seed)); // zeros, as a short word is filled up with
        }
        QCOMPARE(seen.size(), static_cast<size_t>(maxNameBytes) + 1);
    }
    QCOMPARE(nameHash(QByteArrayView(), 3), nameHash(QByteArrayView(""), 3));
}

void NameHashTest::spreadsNamesThatAreNearlyAlike()
{
    QByteArrayList names;
    for (int number = 0; number < 65536; ++number) {
        names.append("user-" + QByteArray::number(number));
    }
    for (const size_t seed : seeds) {
        // QHash takes the lowest bits for the place, higher ones for the span.
        for (const int shift : {0, 7, 32, 52}) {
            // 16 in a bucket on average; by chance none of 4,096 has 44 (the odds are below one in a million)
            QVERIFY2(fullestBucket(names, seed, 4096, shift) < 44, qPrintable(QString::number(shift)));
        }
    }
}

void NameHashTest::changesHalfOfItsBitsWithOneBitOfTheName()
{
    const QByteArray name = "a name of 27 bytes, no less";
    for (const size_t seed : seeds) {
        int changed = 0;
        int flips = 0;
        for (qsizetype bit = 0; bit < name.size() * 8; ++bit, ++flips) {
            QByteArray other = name;
            other[bit / 8] = static_cast<char>(other[bit / 8] ^ (1 << (bit % 8)));
            const int difference = std::popcount(nameHash(name, seed) ^ nameHash(other, seed));
            QVERIFY(difference > 8);
            changed += difference;
        }
        QVERIFY(changed > flips * 30 && changed < flips * 34);
    }
}

/// Two changes that undo each other where words are mixed with a fixed factor: the highest bit of one word,
/// and in the next what becomes of it. Here no change of the second word undoes it for any of the seeds.
void NameHashTest::cannotBeForetoldWithoutTheSeed()
{
    QByteArray name(16, 'n');
    QByteArray other = name;
    other[7] = static_cast<char>(other[7] ^ 0x80);
    for (qsizetype first = 0; first < 64; ++first) {
        for (qsizetype second = first; second < 64; ++second) {
            QByteArray undone = other;
            undone[8 + first / 8] = static_cast<char>(undone[8 + first / 8] ^ (1 << (first % 8)));
            undone[8 + second / 8] = static_cast<char>(undone[8 + second / 8] ^ (1 << (second % 8)));
            for (const size_t seed : seeds) {
                QVERIFY(nameHash(undone, seed) != nameHash(name, seed));
            }
        }
    }
}

void NameHashTest::isWhatNamesAreKeptBy()
{
    const UserName name = UserName::trusted("ann");
    QCOMPARE(qHash(name, 5), nameHash("ann", 5));
    QVERIFY(qHash(name, 5) != qHash(name, 6));
}

SIGNALBOX_TEST(NameHashTest)
#include "name_hash_test.moc"
