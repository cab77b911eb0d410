// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/plain_text.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class PlainTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesSoThatTextStaysInItsField();
    void escapesWhatIsDangerous_data();
    void escapesWhatIsDangerous();
    void leavesNoControlCharacter();
    void cutsInTheMiddle_data();
    void cutsInTheMiddle();
    void keepsAByteOrderMark();
};

void PlainTextTest::escapesWhatIsDangerous_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QString>("safe");
    const auto row = [](const char* name, const QByteArray& utf8, const QString& safe) {
        QTest::newRow(name) << utf8 << safe;
    };
    row("empty", "", QString());
    row("plain", "red group, 7 €", QStringLiteral("red group, 7 €"));
    row("markup is text", "<img src=x>", QStringLiteral("<img src=x>"));
    row("at both ends",
        "\x1B"
        "a"
        "\x7F",
        QStringLiteral("\\u{1b}a\\u{7f}"));
    row("in a row, and text behind", "\x1B\\\x07é", QStringLiteral("\\u{1b}\\\\\\u{7}é"));
    row("terminal escape", "\x1B[31mred", QStringLiteral("\\u{1b}[31mred"));
    row("line feed and carriage return", "a\r\nb", QStringLiteral("a\\u{d}\\u{a}b"));
    row("NUL", QByteArray("a\0b", 3), QStringLiteral("a\\u{0}b"));
    row("DEL", "\x7F", QStringLiteral("\\u{7f}"));
    row("C1: next line", "\xC2\x85", QStringLiteral("\\u{85}"));
    row("C1: one-byte CSI", "\xC2\x9B", QStringLiteral("\\u{9b}"));
    row("line separator", "\xE2\x80\xA8", QStringLiteral("\\u{2028}"));
    row("paragraph separator", "\xE2\x80\xA9", QStringLiteral("\\u{2029}"));
    row("right-to-left override", "a\xE2\x80\xAEgpj.exe", QStringLiteral("a\\u{202e}gpj.exe"));
    row("right-to-left mark", "\xE2\x80\x8F", QStringLiteral("\\u{200f}"));
    row("isolate", "\xE2\x81\xA6", QStringLiteral("\\u{2066}"));
    row("Arabic letter mark", "\xD8\x9C", QStringLiteral("\\u{61c}"));
    row("a forged escape", "\\u{1b}", QStringLiteral("\\\\u{1b}"));
    row("not UTF-8", "a\xFFz", QStringLiteral("a\uFFFDz"));
    row("cut character", "ab\xE2\x82", QStringLiteral("ab\uFFFD\uFFFD"));
    row("emoji", "😀", QStringLiteral("😀"));
}

void PlainTextTest::escapesWhatIsDangerous()
{
    QFETCH(QByteArray, utf8);
    QTEST(printable(utf8), "safe");
    QTEST(printable(QString::fromUtf8(utf8)), "safe");
}

void PlainTextTest::leavesNoControlCharacter()
{
    for (char32_t character = 0; character < 0x3000; ++character) {
        for (const QChar safe : printable(QString::fromUcs4(&character, 1))) {
            const auto category = safe.category();
            QVERIFY(category != QChar::Other_Control && category != QChar::Separator_Line &&
                    category != QChar::Separator_Paragraph);
            const auto direction = safe.direction();
            QVERIFY(direction != QChar::DirRLO && direction != QChar::DirLRO && direction != QChar::DirRLE &&
                    direction != QChar::DirLRE && direction != QChar::DirPDF && direction != QChar::DirRLI &&
                    direction != QChar::DirLRI && direction != QChar::DirFSI && direction != QChar::DirPDI);
        }
    }
}

void PlainTextTest::cutsInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<int>("maxCharacters");
    QTest::addColumn<QString>("cut");
    const QByteArray digits("0123456789");
    QTest::newRow("fits") << digits << 10 << QStringLiteral("0123456789");
    QTest::newRow("one too long") << digits << 9 << QStringLiteral("0123…6789");
    QTest::newRow("even") << digits << 6 << QStringLiteral("01…789");
    QTest::newRow("two") << digits << 2 << QStringLiteral("…9");
    QTest::newRow("one") << digits << 1 << QStringLiteral("…");
    QTest::newRow("nothing") << digits << 0 << QString();
    QTest::newRow("before a surrogate pair") << QByteArray("😀😀😀😀") << 6 << QStringLiteral("😀…😀");
    QTest::newRow("inside two pairs") << QByteArray("a😀😀😀b") << 5 << QStringLiteral("a…b");
}

void PlainTextTest::cutsInTheMiddle()
{
    QFETCH(QByteArray, utf8);
    QFETCH(int, maxCharacters);
    QTEST(printable(utf8, maxCharacters), "cut");
}

void PlainTextTest::keepsAByteOrderMark()
{
    // Without it the name "<U+FEFF>red" would look like "red", which is another group.
    QCOMPARE(printable(QByteArrayView("\xEF\xBB\xBFred")), QStringLiteral("\\u{feff}red"));
}

void PlainTextTest::quotesSoThatTextStaysInItsField()
{
    QCOMPARE(quoted("ann"), QStringLiteral("\"ann\""));
    const QByteArray hostile = "\", group \"admin";
    const QString safe = QStringLiteral("\"\\\", group \\\"admin\"");
    QCOMPARE(quoted(hostile), safe);
    QCOMPARE(quoted(""), QStringLiteral("\"\""));
    const QByteArray zeroWidth = "a\xE2\x80\x8B.";
    QCOMPARE(quoted(zeroWidth), QStringLiteral("\"a\\u{200b}.\""));
}

SIGNALBOX_TEST(PlainTextTest)
#include "plain_text_test.moc"
