// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/act_notes.h"
#include "tests/support/test_registry.h"
#include "ui/format/act_words.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;
using ui::actText;

class ActWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::removeTranslator(&m_german); }

    void everyActIsInTheWindowsLanguage_data()
    {
        QTest::addColumn<QByteArray>("act");
        for (const char* const act : link::actTemplates) {
            QTest::newRow(act) << QByteArray(act);
        }
    }

    void everyActIsInTheWindowsLanguage()
    {
        QFETCH(const QByteArray, act);
        const QByteArrayList values{"ann %2 <b>", "blue", "1000"};
        const QString note = QString::fromUtf8(link::actNote(act.constData(), values));
        QCOMPARE(actText(note), note); // English is what the broker wrote
        speakGerman();
        const QString german = actText(note);
        QVERIFY2(german != note, qPrintable(german));
        for (int place = 0; place < 3; ++place) {
            const QString value = QString::fromUtf8(values[place]);
            QCOMPARE(german.contains(value), note.contains(value));
        }
    }

    void namesStayWhatTheyAre()
    {
        speakGerman();
        QCOMPARE(actText(u"mute ann until c1 until 2026-11-26 10:12:00"_s),
                 u"ann until c1 bis 2026-11-26 10:12:00 stummschalten"_s);
        QCOMPARE(actText(u"put %2 c1 into group a%1\nb"_s), u"%2 c1 in die Gruppe a%1\nb aufnehmen"_s);
    }

    void saysWhatWasAskedForOverHttp()
    {
        QCOMPARE(actText(u"unmute ann c1, over the control API"_s), u"unmute ann c1, over the control API"_s);
        speakGerman();
        const QString alone = actText(u"unmute ann c1"_s);
        QCOMPARE(actText(u"unmute ann c1, over the control API"_s), alone + u", über die Steuer-API"_s);
    }

    void whatNoTemplateFitsStaysAsItIs()
    {
        speakGerman();
        QCOMPARE(actText(u"paint the signal box"_s), u"paint the signal box"_s);
    }

private:
    void speakGerman()
    {
        QVERIFY(m_german.load(QStringLiteral(SIGNALBOX_GERMAN)));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
    }

    QTranslator m_german;
};

SIGNALBOX_TEST(ActWordsTest)
#include "act_words_test.moc"
