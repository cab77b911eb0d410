// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/utf8_validator.h"
#include "tests/support/test_registry.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace signalbox::websocket;

/// The cases follow the Autobahn suite's category 6 (UTF-8 handling).
class Utf8ValidatorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesValidText_data();
    void takesValidText();
    void failsWithTheFirstWrongByte_data();
    void failsWithTheFirstWrongByte();
    void knowsAnUnfinishedCharacter_data();
    void knowsAnUnfinishedCharacter();
    void judgesEveryTwoBytesLikeTheGrammar();
    void judgesPiecesLikeTheWhole();
    void staysFailed();
};

namespace {

/// How many bytes were taken before the first refusal, one byte at a time; all of them when none was refused.
qsizetype bytesTaken(const QByteArray& text)
{
    Utf8Validator validator;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!validator.append(QByteArrayView(text).sliced(i, 1))) {
            return i;
        }
    }
    return text.size();
}

bool isValidInTwoPieces(const QByteArray& text, qsizetype split)
{
    Utf8Validator validator;
    const bool first = validator.append(QByteArrayView(text).first(split));
    const bool second = validator.append(QByteArrayView(text).sliced(split));
    return first && second && validator.isComplete();
}

QByteArray bytes(const char* hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

void Utf8ValidatorTest::takesValidText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("ASCII") << QByteArray("Hello-@");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("Greek, as in 6.2") << bytes("cebae1bdb9cf83cebcceb5");
    QTest::newRow("a text of all lengths") << QByteArray("Hello-µ@ßöäüàá-UTF-8!! €😀");
    QTest::newRow("U+FEFF at the start") << bytes("efbbbf61");
    QTest::newRow("smallest of 1 byte, U+0000") << bytes("00");
    QTest::newRow("largest of 1 byte, U+007F") << bytes("7f");
    QTest::newRow("smallest of 2 bytes, U+0080") << bytes("c280");
    QTest::newRow("largest of 2 bytes, U+07FF") << bytes("dfbf");
    QTest::newRow("smallest of 3 bytes, U+0800") << bytes("e0a080");
    QTest::newRow("before the surrogates, U+D7FF") << bytes("ed9fbf");
    QTest::newRow("behind the surrogates, U+E000") << bytes("ee8080");
    QTest::newRow("replacement character, U+FFFD") << bytes("efbfbd");
    QTest::newRow("no character, U+FFFF") << bytes("efbfbf");
    QTest::newRow("smallest of 4 bytes, U+10000") << bytes("f0908080");
    QTest::newRow("largest of all, U+10FFFF") << bytes("f48fbfbf");
    QTest::newRow("longer than a vector register") << QByteArray("€uro ").repeated(100);
}

void Utf8ValidatorTest::takesValidText()
{
    QFETCH(QByteArray, text);
    QVERIFY(isUtf8(text));
    QCOMPARE(bytesTaken(text), text.size());
    for (qsizetype split = 0; split <= text.size(); ++split) {
        QVERIFY2(isValidInTwoPieces(text, split), QByteArray::number(split).constData());
    }
}

void Utf8ValidatorTest::failsWithTheFirstWrongByte_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("taken");
    const auto row = [](const char* name, const char* hex, qsizetype taken) {
        QTest::newRow(name) << bytes(hex) << taken;
    };
    row("a surrogate in Greek, as in 6.3", "cebae1bdb9cf83cebcceb5eda080656469746564", 12);
    row("over U+10FFFF in Greek, as in 6.4", "cebae1bdb9cf83cebcceb5f4908080656469746564", 12);
    row("continuation alone", "80", 0);
    row("continuation behind ASCII", "61bf", 1);
    row("one continuation too many", "c3a4a4", 2);
    row("lead and ASCII", "c361", 1);
    row("lead of 3 and ASCII", "e28261", 2);
    row("lead of 4 and ASCII", "f09f9861", 3);
    row("lead and lead", "c3c3", 1);
    row("overlong NUL in 2 bytes", "c080", 0);
    row("overlong U+007F in 2 bytes", "c1bf", 0);
    row("overlong U+0000 in 3 bytes", "e08080", 1);
    row("overlong U+07FF in 3 bytes", "e09fbf", 1);
    row("overlong U+0000 in 4 bytes", "f0808080", 1);
    row("overlong U+FFFF in 4 bytes", "f08fbfbf", 1);
    row("5 bytes", "f888808080", 0);
    row("6 bytes", "fc8480808080", 0);
    row("smallest over U+10FFFF", "f4908080", 1);
    row("lead F5", "f5808080", 0);
    row("first surrogate, U+D800", "eda080", 1);
    row("last surrogate, U+DFFF", "edbfbf", 1);
    row("a pair of surrogates", "eda080edb080", 1);
    row("FE", "fe", 0);
    row("FF", "ff", 0);
}

void Utf8ValidatorTest::failsWithTheFirstWrongByte()
{
    QFETCH(QByteArray, text);
    QFETCH(qsizetype, taken);
    QVERIFY(!isUtf8(text));
    QCOMPARE(bytesTaken(text), taken);
    for (qsizetype split = 0; split <= text.size(); ++split) {
        Utf8Validator validator;
        // A piece is refused as soon as it holds the wrong byte, not only by what follows.
        QCOMPARE(validator.append(QByteArrayView(text).first(split)), split <= taken);
        QVERIFY(!validator.append(QByteArrayView(text).sliced(split)));
        QVERIFY(!validator.isComplete());
    }
}

void Utf8ValidatorTest::knowsAnUnfinishedCharacter_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* hex :
         {"c3", "e2", "e282", "f0", "f09f", "f09f98", "e0a0", "ed9f", "f090", "f48f", "f48fbf"}) {
        QTest::newRow(hex) << bytes(hex);
        QTest::addRow("text before %s", hex) << QByteArray(100, 'a') + bytes(hex);
    }
}

void Utf8ValidatorTest::knowsAnUnfinishedCharacter()
{
    QFETCH(QByteArray, text);
    Utf8Validator validator;
    QVERIFY(validator.append(text));
    QVERIFY(!validator.isComplete());
    QVERIFY(validator.append({}));
    QVERIFY(!validator.isComplete());
}

/// Whether `text` can be continued into valid UTF-8. The continuations tried reach each border of RFC 3629
/// §4.
bool hasValidContinuation(const QByteArray& text, int depth = 3)
{
    if (isUtf8(text)) {
        return true;
    }
    const QByteArray borders = bytes("808f909fa0bf");
    return depth > 0 && std::any_of(borders.begin(), borders.end(),
                                    [&](char byte) { return hasValidContinuation(text + byte, depth - 1); });
}

void Utf8ValidatorTest::judgesEveryTwoBytesLikeTheGrammar()
{
    for (int first = 0; first < 256; ++first) {
        const QByteArray lead(1, static_cast<char>(first));
        const bool leadIsPossible = hasValidContinuation(lead);
        for (int second = 0; second < 256; ++second) {
            const QByteArray text = lead + static_cast<char>(second);
            Utf8Validator validator;
            const bool possible = leadIsPossible && hasValidContinuation(text);
            QCOMPARE(validator.append(text), possible);
            QCOMPARE(validator.isComplete(), isUtf8(text));
            QCOMPARE(bytesTaken(text) == 2, possible);
        }
    }
}

void Utf8ValidatorTest::judgesPiecesLikeTheWhole()
{
    QRandomGenerator random(20240607); // fixed: a failure can be repeated
    const QByteArray alphabet = bytes("00417f808f909fa0bfc0c2c3dfe0e1edeeeff0f1f3f4f5ff");
    const QByteArray characters[] = {"a", "ß", "€", "😀", bytes("ed9fbf"), bytes("f48fbfbf")};
    int valid = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text;
        for (int i = random.bounded(40); i > 0; --i) {
            text += characters[random.bounded(6)];
        }
        if (random.bounded(2) == 0) { // half of the texts get a wrong byte, mostly
            text.insert(random.bounded(static_cast<int>(text.size()) + 1),
                        alphabet[random.bounded(static_cast<int>(alphabet.size()))]);
        }
        Utf8Validator validator;
        bool taken = true;
        for (QByteArrayView rest(text); !rest.isEmpty();) {
            const qsizetype size = std::min<qsizetype>(rest.size(), random.bounded(1, 9));
            taken = validator.append(rest.first(size));
            rest = rest.sliced(size);
        }
        QCOMPARE(taken && validator.isComplete(), isUtf8(text));
        valid += isUtf8(text) ? 1 : 0;
    }
    QVERIFY(valid > 5'000 && valid < 15'000); // both answers were asked for
}

void Utf8ValidatorTest::staysFailed()
{
    Utf8Validator validator;
    QVERIFY(!validator.append("\xFF"));
    QVERIFY(!validator.append("fine"));
    QVERIFY(!validator.isComplete());
}

SIGNALBOX_TEST(Utf8ValidatorTest)
#include "utf8_validator_test.moc"
