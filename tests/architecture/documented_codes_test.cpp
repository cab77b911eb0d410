// SPDX-License-Identifier: GPL-3.0-or-later
// The section "Codes" of README.md against the tables in the code, both ways: no code is missing there, and
// none is there that the program does not know.
#include "server/control/control_fault.h"
#include "server/core/name.h"
#include "server/http/http_error.h"
#include "server/managed/managed_fault.h"
#include "server/message/envelope_error.h"
#include "server/settings/settings_table.h"
#include "server/websocket/close_code.h"
#include "server/websocket/protocol_error.h"
#include "server/xsockets/fault.h"

#include "tests/architecture/source_tree.h"
#include "tests/support/test_registry.h"

#include <QtCore/QMetaEnum>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace signalbox::tests {

namespace {

/// Code → status or close code; 0: the table has none.
using Codes = QMap<QString, int>;

/// The rows of the tables in README's section whose first cell matches.
Codes documented(const QString& firstCell)
{
    const QString readme = readSourceFile(u"README.md"_s).text;
    const qsizetype begin = readme.indexOf("\n## Codes\n"_L1);
    const QString section = readme.sliced(begin, readme.indexOf("\n## "_L1, begin + 1) - begin);
    const QRegularExpression row(u"^\\| `?(%1)`? \\|(?: (\\d+) \\|)?"_s.arg(firstCell),
                                 QRegularExpression::MultilineOption);
    Codes codes;
    for (const QRegularExpressionMatch& match : row.globalMatch(section)) {
        codes.insert(match.captured(1), match.captured(2).toInt());
    }
    return codes;
}

QList<websocket::ProtocolFault> allProtocolFaults()
{
    const auto faults = QMetaEnum::fromType<websocket::ProtocolFault>();
    QList<websocket::ProtocolFault> all;
    for (int i = 0; i < faults.keyCount(); ++i) {
        all += static_cast<websocket::ProtocolFault>(faults.value(i));
    }
    return all;
}

/// Every string in the source of these folders that looks like a code of one of these kinds.
Codes codesInSource(const QStringList& folders, const QString& kinds)
{
    const QRegularExpression literal(u"\"((?:%1)\\.[a-z_]+)\""_s.arg(kinds));
    Codes codes;
    for (const SourceFile& file : readSourceTree(folders)) {
        for (const QRegularExpressionMatch& match : literal.globalMatch(file.code())) {
            codes.insert(match.captured(1), 0);
        }
    }
    return codes;
}

} // namespace

class DocumentedCodesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryEnvelopeFault()
    {
        Codes known;
        for (const message::EnvelopeFault fault : message::allEnvelopeFaults) {
            known.insert(QString::fromLatin1(message::envelopeFaultCode(fault)), 400);
        }
        QCOMPARE(documented(u"envelope\\.[a-z_0-9]+"_s), known);
    }

    void listsEveryHttpFault()
    {
        Codes known;
        for (const http::Fault fault : http::allFaults()) {
            const http::HttpError error = http::httpError(fault);
            known.insert(QString::fromLatin1(error.code), error.status);
        }
        QCOMPARE(documented(u"(?:http|handshake)\\.[a-z_0-9]+"_s), known);
    }

    void listsEveryManagedFault()
    {
        Codes known;
        for (const managed::ManagedFault fault : managed::allManagedFaults()) {
            const http::HttpError error = managed::managedError(fault);
            known.insert(QString::fromLatin1(error.code), error.status);
        }
        QCOMPARE(documented(u"managed\\.[a-z_0-9]+"_s), known);
    }

    void listsEveryControlFault()
    {
        Codes known;
        for (const control::ControlFault fault : control::allControlFaults()) {
            const http::HttpError error = control::controlError(fault);
            known.insert(QString::fromLatin1(error.code), error.status);
        }
        QCOMPARE(documented(u"control\\.[a-z_0-9]+"_s), known);
    }

    void listsEveryProtocolFault()
    {
        Codes known;
        for (const websocket::ProtocolFault fault : allProtocolFaults()) {
            const websocket::ProtocolError error = websocket::protocolError(fault);
            known.insert(QString::fromLatin1(error.code), error.closeCode);
        }
        QCOMPARE(documented(u"websocket\\.[a-z_0-9]+"_s), known);
    }

    void listsEveryCloseCodeThatTheBrokerSends()
    {
        namespace close_code = websocket::close_code;
        Codes known;
        for (const quint16 code :
             {close_code::goingAway, close_code::policyViolation, close_code::slowClient}) {
            known.insert(QString::number(code), 0);
        }
        for (const websocket::ProtocolFault fault : allProtocolFaults()) {
            known.insert(QString::number(websocket::protocolError(fault).closeCode), 0);
        }
        QCOMPARE(documented(u"\\d{4}"_s), known);
        // The other place where close codes are chosen: a new name there is a new row here.
        QCOMPARE(codesNamedIn(u"server/transport/connection.cpp"_s).keys(),
                 QStringList({u"abnormal"_s, u"invalidPayload"_s, u"messageTooBig"_s, u"policyViolation"_s,
                              u"slowClient"_s}));
    }

    void listsEveryFaultOfAName()
    {
        Codes known;
        for (const QString& kind : {u"user"_s, u"group"_s, u"tag"_s}) {
            for (const NameFault fault :
                 {NameFault::TooLong, NameFault::NotUtf8, NameFault::ControlCharacter}) {
                known.insert(kind + u'.' + QString::fromLatin1(nameFaultCode(fault).toByteArray()), 400);
            }
        }
        known.insert(u"user.ambiguous"_s, 400);
        known.insert(u"group.too_many"_s, 400);
        known.insert(u"tag.too_many"_s, 400);
        Codes refusals = documented(u"(?:user|group|tag)\\.[a-z_0-9]+"_s);
        refusals.removeIf([](const auto& code) { return code.value() == 0; }); // an answer to the operator
        QCOMPARE(refusals, known);
    }

    void listsEveryAnswerToTheOperator()
    {
        const QString kinds = u"client|command|frame|listener|link|origin|payload|test_clients"_s;
        const QStringList folders{u"server/broker"_s, u"server/transport"_s, u"server/testclients"_s,
                                  u"server/link"_s, u"server/remote"_s};
        QCOMPARE(documented(u"(?:%1)\\.[a-z_]+"_s.arg(kinds)), codesInSource(folders, kinds));
        Codes ofGroups = codesInSource(folders, u"group"_s);
        ofGroups.remove(u"group.too_many"_s); // of a handshake too: it has a status
        Codes answers = documented(u"group\\.[a-z_]+"_s);
        answers.removeIf([](const auto& code) { return code.value() != 0; });
        QCOMPARE(answers, ofGroups);
        Codes ofTags = codesInSource(folders, u"tag"_s);
        ofTags.remove(u"tag.too_many"_s);
        Codes tagAnswers = documented(u"tag\\.[a-z_]+"_s);
        tagAnswers.removeIf([](const auto& code) { return code.value() != 0; });
        QCOMPARE(tagAnswers, ofTags);
    }

    void listsEveryFaultOfTheWebhook()
    {
        QCOMPARE(documented(u"webhook\\.[a-z_]+"_s), codesInSource({u"server/webhook"_s}, u"webhook"_s));
    }

    void listsEveryFaultOfAnXSocketsMessage()
    {
        Codes known;
        for (const xsockets::Fault fault : xsockets::allFaults) {
            known.insert(QString::fromLatin1(xsockets::fault(fault).code), 0);
        }
        QCOMPARE(documented(u"xsockets\\.[a-z_]+"_s), known);
    }

    void listsEveryErrorOfAService()
    {
        QCOMPARE(documented(u"service\\.[a-z_]+"_s),
                 codesInSource({u"server/services"_s, u"server/broker"_s}, u"service"_s));
    }

    void namesOnlySettingsThatExist()
    {
        QString text = readSourceFile(u"README.md"_s).text;
        for (const http::Fault fault : http::allFaults()) {
            text += u'\n' + http::httpError(fault).reason;
        }
        static const QRegularExpression setting(u"\\b((?:limits|http|listener)\\.[a-z]+_[a-z_]+)\\b"_s);
        const Codes codes = documented(u"(?:http|listener)\\.[a-z_0-9]+"_s);
        int found = 0;
        for (const QRegularExpressionMatch& match : setting.globalMatch(text)) {
            if (!codes.contains(match.captured(1))) {
                QVERIFY2(findSettingKey(match.captured(1).toLatin1()) != nullptr,
                         qPrintable(match.captured(1)));
                ++found;
            }
        }
        QVERIFY(found > 10);
    }

private:
    static Codes codesNamedIn(const QString& path)
    {
        static const QRegularExpression name(u"close_code::(\\w+)"_s);
        Codes names;
        for (const QRegularExpressionMatch& match : name.globalMatch(readSourceFile(path).code())) {
            names.insert(match.captured(1), 0);
        }
        return names;
    }
};

} // namespace signalbox::tests

using signalbox::tests::DocumentedCodesTest;
SIGNALBOX_TEST(DocumentedCodesTest)
#include "documented_codes_test.moc"
