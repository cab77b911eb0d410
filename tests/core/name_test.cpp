// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/name.h"
#include "tests/support/test_registry.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace signalbox;

class NameTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheFault_data();
    void findsTheFault();
    void refusesEachControlCharacter();
    void givesEachFaultACode();
    void keepsExactBytes();
    void isEmptyUntilMade();
    void comparesBytes();
};

namespace {

using Fault = std::optional<NameFault>;

} // namespace

Q_DECLARE_METATYPE(Fault)

void NameTest::findsTheFault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Fault>("fault");
    const auto row = [](const char* name, const QByteArray& bytes, Fault fault) {
        QTest::newRow(name) << bytes << fault;
    };
    row("empty", "", NameFault::Empty);
    row("1 byte", "a", std::nullopt);
    row("128 bytes", QByteArray(128, 'a'), std::nullopt);
    row("129 bytes", QByteArray(129, 'a'), NameFault::TooLong);
    row("128 bytes in 64 characters", QByteArray("ä").repeated(64), std::nullopt);
    row("130 bytes in 65 characters", QByteArray("ä").repeated(65), NameFault::TooLong);
    row("one blank", " ", std::nullopt);
    row("7 trailing blanks", "red       ", std::nullopt);
    row("slash, quotes, backslash", "c/t\"'\\", std::nullopt);
    row("an emoji", "😀", std::nullopt);
    row("U+00A0, the first behind C1", "\xC2\xA0", std::nullopt);
    row("U+00A9 beside its continuation byte", "\xC2\xA9", std::nullopt);
    row("letter with a byte of the C1 range", "\xC3\x80", std::nullopt); // À
    row("cut character", "ab\xE2\x82", NameFault::NotUtf8);
    row("lead byte at the end", "ab\xC2", NameFault::NotUtf8);
    row("surrogate", "\xED\xA0\x80", NameFault::NotUtf8);
    row("FF", "\xFF", NameFault::NotUtf8);
    row("overlong NUL", "\xC0\x80", NameFault::NotUtf8);
    row("too long and not UTF-8", QByteArray(129, '\xFF'), NameFault::TooLong);
}

void NameTest::findsTheFault()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Fault, fault);
    QVERIFY(nameFault(bytes) == fault);
    QCOMPARE(GroupName::make(bytes).has_value(), !fault.has_value());
}

void NameTest::refusesEachControlCharacter()
{
    for (char32_t character = 0; character < 0x180; ++character) {
        const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0); // C0, DEL, C1
        const QByteArray utf8 = QString::fromUcs4(&character, 1).toUtf8();
        for (const QByteArray& bytes : {utf8, "red" + utf8, utf8 + "red", "a" + utf8 + "z"}) {
            const Fault expected = control ? Fault(NameFault::ControlCharacter) : std::nullopt;
            QVERIFY2(nameFault(bytes) == expected, bytes.toHex().constData());
        }
    }
}

void NameTest::givesEachFaultACode()
{
    QCOMPARE(nameFaultCode(NameFault::Empty).toByteArray(), QByteArray("name_empty"));
    QCOMPARE(nameFaultCode(NameFault::TooLong).toByteArray(), QByteArray("name_too_long"));
    QCOMPARE(nameFaultCode(NameFault::NotUtf8).toByteArray(), QByteArray("name_not_utf8"));
    QCOMPARE(nameFaultCode(NameFault::ControlCharacter).toByteArray(),
             QByteArray("name_has_control_character"));
}

void NameTest::keepsExactBytes()
{
    for (const QByteArray& bytes :
         {QByteArray("Red "), QByteArray("\xEF\xBB\xBFred"), QByteArray("e\xCC\x81")}) {
        const auto name = GroupName::make(bytes);
        QVERIFY(name.has_value());
        QCOMPARE(name->bytes(), bytes); // not folded, not trimmed, not composed
        QCOMPARE(name->text().toUtf8(), bytes);
    }
    QCOMPARE(GroupName::make("grün")->text(), QStringLiteral("grün"));
}

void NameTest::isEmptyUntilMade()
{
    QVERIFY(GroupName().isEmpty());
    QVERIFY(!GroupName::make("").has_value());
    QVERIFY(!GroupName::make("a")->isEmpty());
}

void NameTest::comparesBytes()
{
    QVERIFY(*GroupName::make("red") != *GroupName::make("Red"));
    QVERIFY(*GroupName::make("red") != *GroupName::make("red "));
    QVERIFY(*GroupName::make("red") == GroupName::trusted("red"));
    QVERIFY(*GroupName::make("a") < *GroupName::make("b"));
    const QSet<UserName> users{UserName::trusted("x"), UserName::trusted("x"), UserName::trusted("y")};
    QCOMPARE(users.size(), 2);
}

SIGNALBOX_TEST(NameTest)
#include "name_test.moc"
