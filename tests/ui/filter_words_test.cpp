// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field.h"
#include "tests/support/test_registry.h"
#include "ui/format/filter_words.h"

#include <QtCore/QTranslator>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;

namespace {

/// Says everything in capitals.
class Capitals final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// The operators that a fault names.
QString usable(const filter::Fault& fault)
{
    return fault.sentence.section(u"use "_s, 1).chopped(1);
}

} // namespace

class FilterWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultAndFieldIsSaidInTheWindowsLanguage()
    {
        const Capitals capitals;
        QCoreApplication::installTranslator(const_cast<Capitals*>(&capitals));
        for (const char* sentence : filter::faultSentences()) {
            const QStringList values{u"1"_s, u"2"_s, u"3"_s, u"4"_s};
            const filter::Fault fault{"filter.syntax", filter::faultSentence(sentence, values)};
            QCOMPARE(faultText(fault), filter::faultSentence(sentence, values).toUpper());
        }
        for (const filter::FieldInfo& info : filter::fieldTable()) {
            QCOMPARE(fieldMeaning(info.meaning), QString(info.meaning).toUpper());
        }
        const auto fault = std::get<filter::Fault>(filter::read(u"action < 3"));
        QCOMPARE(faultText(fault),
                 u"< CANNOT BE USED WITH action, WHICH IS A TEXT; USE %1."_s.arg(usable(fault)));
        QCoreApplication::removeTranslator(const_cast<Capitals*>(&capitals));
    }

    void saysHowAFilterWasRead()
    {
        const auto read = [](QStringView text) {
            return readingText(std::get<filter::Filter>(filter::read(text)));
        };
        QCOMPARE(read(u"\"hello\""), u"searching payloads for hello"_s);
        QCOMPARE(read(u"a b"), u"searching payloads and names for a and b"_s);
        QCOMPARE(read(u"opcode==ping"), u"opcode == ping"_s);
        QCOMPARE(read(u""), QString());
    }
};

SIGNALBOX_TEST(FilterWordsTest)
#include "filter_words_test.moc"
