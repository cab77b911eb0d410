// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/envelope_error.h"

#include "tests/support/test_registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::message;
using namespace Qt::StringLiterals;

class EnvelopeErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAreTheDocumentedOnes();
    void answersPlainTextWithTheDocumentedSentence();
    void fillsTheGapOfASentence();
    void errorEnvelopeIsJsonWhateverTheSentence();
};

void EnvelopeErrorTest::codesAreTheDocumentedOnes()
{
    QList<QByteArray> codes;
    for (const EnvelopeFault fault : allEnvelopeFaults) {
        codes << envelopeFaultCode(fault);
    }
    const QByteArray documented =
        "not_json not_object duplicate_key wrong_type missing_action reserved_action "
        "bad_recipient too_many_recipients name_invalid too_deep too_many_keys "
        "lone_surrogate binary_not_supported";
    QList<QByteArray> expected;
    for (const QByteArray& code : documented.split(' ')) {
        expected << "envelope." + code;
    }
    QCOMPARE(codes, expected);
}

void EnvelopeErrorTest::answersPlainTextWithTheDocumentedSentence()
{
    QCOMPARE(
        errorEnvelope(envelopeError(EnvelopeFault::NotJson)),
        QByteArray(
            "{\"action\":\"$error\",\"code\":\"envelope.not_json\",\"message\":\"Not an envelope: expected "
            "{\\\"action\\\":\xe2\x80\xa6}. For plain text use /echo or /raw.\"}"));
}

void EnvelopeErrorTest::fillsTheGapOfASentence()
{
    const Error error = envelopeError(EnvelopeFault::DuplicateKey, u"100%2 %1"_s);
    QCOMPARE(error.code, QByteArray("envelope.duplicate_key"));
    QCOMPARE(error.message,
             u"The key \"100%2 %1\" is there twice; upper and lower case count as the same."_s);
}

void EnvelopeErrorTest::errorEnvelopeIsJsonWhateverTheSentence()
{
    const Error error{"a.\"code\"", u"line\none \\ \"two\" \u2026"_s};
    const QJsonObject answer = QJsonDocument::fromJson(errorEnvelope(error)).object();
    QCOMPARE(answer.value("action"_L1).toString(), u"$error"_s);
    QCOMPARE(answer.value("code"_L1).toString().toUtf8(), error.code);
    QCOMPARE(answer.value("message"_L1).toString(), error.message);
    QCOMPARE(answer.size(), 3);
}

SIGNALBOX_TEST(EnvelopeErrorTest)
#include "envelope_error_test.moc"
