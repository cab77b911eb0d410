// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says, in each language: complete, and with the same places to fill in.
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

const QString folder = QStringLiteral(SIGNALBOX_SOURCE_DIR "/resources/translations");

struct TranslatedText {
    QString context;
    QString source;
    QString comment;
    QStringList forms; ///< one, or one for each plural form
    bool isCount = false;
    bool isUnfinished = false;

    /// By which lupdate knows it, and a reader too.
    [[nodiscard]] QString key() const { return u"%1: %2 [%3]"_s.arg(context, source, comment); }
};

void readTranslation(QXmlStreamReader& xml, TranslatedText& text)
{
    text.isUnfinished = xml.attributes().value("type"_L1) == "unfinished"_L1;
    if (!text.isCount) {
        text.forms = {xml.readElementText()};
        return;
    }
    while (xml.readNextStartElement()) {
        text.forms += xml.readElementText();
    }
}

TranslatedText readMessage(QXmlStreamReader& xml, const QString& context)
{
    TranslatedText text;
    text.context = context;
    text.isCount = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            text.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            text.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            readTranslation(xml, text);
        } else {
            xml.skipCurrentElement();
        }
    }
    return text;
}

QList<TranslatedText> readTexts(const QString& path)
{
    QList<TranslatedText> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return texts;
    }
    QXmlStreamReader xml(&file);
    QString context;
    xml.readNextStartElement(); // <TS>
    while (xml.readNextStartElement()) {
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else {
                texts += readMessage(xml, context);
            }
        }
    }
    return xml.hasError() ? QList<TranslatedText>{} : texts;
}

QStringList keysOf(const QList<TranslatedText>& texts)
{
    QStringList keys;
    for (const TranslatedText& text : texts) {
        keys += text.key();
    }
    keys.sort();
    return keys;
}

QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(u"%(n|L?[0-9]+)"_s);
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();) {
        places += match.next().captured();
    }
    places.removeDuplicates();
    places.sort();
    return places;
}

bool hasAccelerator(const QString& text)
{
    static const QRegularExpression accelerator(u"(?<!&)&[^&\\s]"_s);
    return text.contains(accelerator);
}

void addLanguages()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("German") << u"signalbox_de.ts"_s;
    QTest::newRow("English") << u"signalbox_en.ts"_s;
}

} // namespace

class TranslatedTextsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString& name : QDir(folder).entryList({u"*.ts"_s})) {
            QVERIFY(QFile::copy(QDir(folder).filePath(name), m_updated.filePath(name)));
        }
        QProcess update;
        update.setProcessChannelMode(QProcess::MergedChannels);
        update.start(u"bash"_s, {folder + u"/update.sh"_s, m_updated.path()});
        QVERIFY(update.waitForFinished());
        QVERIFY2(update.exitCode() == 0, update.readAll().constData());
    }

    void everyTextOfTheWindowIsThereAndNoOther_data() { addLanguages(); }

    void everyTextOfTheWindowIsThereAndNoOther()
    {
        QFETCH(const QString, file);
        const QStringList written = keysOf(readTexts(QDir(folder).filePath(file)));
        const QStringList inTheSource = keysOf(readTexts(m_updated.filePath(file)));
        QVERIFY(!inTheSource.isEmpty());
        for (const QString& key : inTheSource) {
            QVERIFY2(written.contains(key),
                     qPrintable(u"run resources/translations/update.sh and translate: "_s + key));
        }
        for (const QString& key : written) {
            QVERIFY2(inTheSource.contains(key), qPrintable(u"nobody says this any more: "_s + key));
        }
    }

    void everyTextIsTranslated_data() { addLanguages(); }

    void everyTextIsTranslated()
    {
        QFETCH(const QString, file);
        for (const TranslatedText& text : readTexts(m_updated.filePath(file))) {
            QVERIFY2(!text.isUnfinished, qPrintable(text.key()));
            QCOMPARE(text.forms.size(), text.isCount ? 2 : 1);
            for (const QString& form : text.forms) {
                QVERIFY2(!form.trimmed().isEmpty(), qPrintable(text.key()));
            }
        }
    }

    void everyTranslationHasThePlacesOfItsSource_data() { addLanguages(); }

    void everyTranslationHasThePlacesOfItsSource()
    {
        QFETCH(const QString, file);
        for (const TranslatedText& text : readTexts(QDir(folder).filePath(file))) {
            for (const QString& form : text.forms) {
                QVERIFY2(placesIn(form) == placesIn(text.source), qPrintable(text.key()));
            }
        }
    }

    void everyTranslationHasAKeyWhereItsSourceHasOne_data() { addLanguages(); }

    void everyTranslationHasAKeyWhereItsSourceHasOne()
    {
        QFETCH(const QString, file);
        for (const TranslatedText& text : readTexts(QDir(folder).filePath(file))) {
            for (const QString& form : text.forms) {
                QVERIFY2(hasAccelerator(form) == hasAccelerator(text.source), qPrintable(text.key()));
            }
        }
    }

    void everyTranslationKeepsTheDotsAndBlanksAroundItsSource_data() { addLanguages(); }

    void everyTranslationKeepsTheDotsAndBlanksAroundItsSource()
    {
        QFETCH(const QString, file);
        for (const TranslatedText& text : readTexts(QDir(folder).filePath(file))) {
            for (const QString& form : text.forms) {
                QVERIFY2(form.endsWith(u'…') == text.source.endsWith(u'…'), qPrintable(text.key()));
                QVERIFY2(form.startsWith(u' ') == text.source.startsWith(u' '), qPrintable(text.key()));
                QVERIFY2(form.endsWith(u' ') == text.source.endsWith(u' '), qPrintable(text.key()));
                QVERIFY2(!form.contains(u'"') || text.source.contains(u'"'), qPrintable(text.key()));
            }
        }
    }

private:
    QTemporaryDir m_updated; ///< the same files, after lupdate
};

} // namespace signalbox::tests

using signalbox::tests::TranslatedTextsTest;
SIGNALBOX_TEST(TranslatedTextsTest)
#include "translated_texts_test.moc"
