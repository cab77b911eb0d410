// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translations.h"

#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>
#include <QtTest/QTest>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class TranslationsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksGerman()
    {
        const Translations german(u"de"_s);
        QCOMPARE(german.language(), u"de"_s);
        QCOMPARE(QCoreApplication::translate("signalbox::ui::ProgramActions", "&Quit"), u"&Beenden"_s);
    }

    void speaksEnglishAgainAfterwards()
    {
        {
            const Translations german(u"de"_s);
        }
        QCOMPARE(QCoreApplication::translate("signalbox::ui::ProgramActions", "&Quit"), u"&Quit"_s);
    }

    void writesNumbersAsTheLanguageDoes()
    {
        const QLocale before;
        {
            const Translations german(u"de"_s);
            QCOMPARE(QLocale().toString(65'613), u"65.613"_s);
        }
        QCOMPARE(QLocale(), before);
        const Translations english(u"en"_s);
        QCOMPARE(QLocale().toString(65'613), u"65,613"_s);
    }

    void countsInEnglish_data()
    {
        QTest::addColumn<int>("clients");
        QTest::addColumn<QString>("start");
        QTest::newRow("one") << 1 << u"1 client is"_s;
        QTest::newRow("more") << 12 << u"12 clients are"_s;
    }

    void countsInEnglish()
    {
        QFETCH(const int, clients);
        const Translations english(u"en"_s);
        const QString text = QCoreApplication::translate(
            "signalbox::ui::ClosingDialog", "%n client(s) are connected and would lose their connection.",
            nullptr, clients);
        QFETCH(const QString, start);
        QVERIFY2(text.startsWith(start), qPrintable(text));
    }

    void takesTheLanguageOfTheSystemWhenNoneIsGiven()
    {
        QVERIFY(languages().contains(Translations({}).language()));
    }
};

SIGNALBOX_TEST(TranslationsTest)
#include "translations_test.moc"
