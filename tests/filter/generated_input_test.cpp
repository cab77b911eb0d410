// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field_words.h"
#include "server/filter/filter.h"
#include "server/filter/operators.h"
#include "tests/filter/filter_invariants.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace signalbox;

/// Texts out of the language's own pieces and out of any characters, the same ones every time. The fuzzer
/// (tests/fuzz) goes on where this ends.
class GeneratedInputTest final : public QObject {
    Q_OBJECT

    static QStringList pieces()
    {
        QStringList all{u"("_s,          u")"_s,
                        u"{"_s,          u"}"_s,
                        u","_s,          u"\""_s,
                        u"'"_s,          u"and"_s,
                        u"or"_s,         u"not"_s,
                        u"&&"_s,         u"||"_s,
                        u"!"_s,          u"in"_s,
                        u"12"_s,         u"1..5"_s,
                        u".."_s,         u"0x7f"_s,
                        u"64K"_s,        u"-1.5e3"_s,
                        u"true"_s,       u"null"_s,
                        u"c3"_s,         u"m18"_s,
                        u"ann"_s,        u"\"a b\""_s,
                        u"\"\\d+\""_s,   u"\"(\""_s,
                        u"\\"_s,         u"from:"_s,
                        u"-from:"_s,     u"[0]"_s,
                        u".price"_s,     u"frame."_s,
                        u"ß"_s,          u":"_s,
                        u"10:12"_s,      u"\"2026-11-26T10:12:01Z\""_s,
                        u"\U0001F600"_s, u"\"\""_s};
        for (const filter::FieldInfo& info : filter::fieldTable()) {
            all.append(info.name);
            all.append(filter::operatorWords(info.type));
            for (const filter::FieldWord& word : filter::wordsOf(info.field)) {
                all.append(word.word);
            }
        }
        return all;
    }

private Q_SLOTS:
    void holdsWhatIsPromised()
    {
        std::mt19937 random(2026); // NOLINT: the same every time
        const QStringList all = pieces();
        int good = 0;
        for (int round = 0; round < 60'000; ++round) {
            QString text;
            for (auto count = random() % 12; count > 0; --count) {
                text += all[static_cast<qsizetype>(random() % static_cast<size_t>(all.size()))];
                text += random() % 4 == 0 ? QString() : u" "_s;
            }
            const QString broken = tests::brokenInvariant(text);
            QVERIFY2(broken.isEmpty(), qPrintable(text + u": "_s + broken));
            good += filter::compile(text).ok() ? 1 : 0;
        }
        QVERIFY(good > 1'000); // both ways are tried
    }

    void holdsForAnyCharacters()
    {
        std::mt19937 random(6455); // NOLINT
        for (int round = 0; round < 30'000; ++round) {
            QString text;
            for (auto count = random() % 24; count > 0; --count) {
                const bool isAscii = random() % 8 != 0;
                text += QChar(static_cast<char16_t>(isAscii ? random() % 128 : random() % 65'536));
            }
            const QString valid = QString::fromUtf8(text.toUtf8()); // no half surrogates
            const QString broken = tests::brokenInvariant(valid);
            QVERIFY2(broken.isEmpty(), qPrintable(valid + u": "_s + broken));
        }
    }
};

SIGNALBOX_TEST(GeneratedInputTest)
#include "generated_input_test.moc"
