// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/open_api.h"

#include "server/control/control_fault.h"
#include "server/control/routes.h"
#include "server/control/schemas.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;

class OpenApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QJsonParseError error;
        m_text = openApiDocument("1.2.3");
        m_document = QJsonDocument::fromJson(m_text, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
    }

    void saysWhatItIs()
    {
        QCOMPARE(m_document[u"openapi"].toString(), QStringLiteral("3.1.0"));
        QCOMPARE(m_document[u"info"][u"version"].toString(), QStringLiteral("1.2.3"));
        QCOMPARE(m_document[u"security"].toArray().size(), 1);
    }

    void hasEveryRouteAndNothingElse()
    {
        qsizetype operations = 0;
        for (const QJsonValue& path : m_document[u"paths"].toObject()) {
            operations += path.toObject().size();
        }
        QCOMPARE(operations, static_cast<qsizetype>(routes().size()));
        for (const Route& route : routes()) {
            const QJsonValue operation = operationOf(route);
            QCOMPARE(operation[u"operationId"].toString(), QString::fromLatin1(route.name));
            for (const Success& success : route.successes) {
                QVERIFY(operation[u"responses"].toObject().contains(QString::number(success.status)));
            }
            for (const QByteArray& code : route.errors) {
                const QJsonValue response = operation[u"responses"][QString::number(statusOf(code))];
                QVERIFY2(response[u"description"].toString().contains(QString::fromLatin1(code)),
                         code.constData());
            }
        }
    }

    void namesEveryPartOfAPath()
    {
        static const QRegularExpression part(QStringLiteral("\\{([a-z]+)\\}"));
        for (const Route& route : routes()) {
            QStringList names;
            for (const auto& match : part.globalMatch(QString::fromLatin1(route.path))) {
                names.append(match.captured(1));
            }
            QStringList described;
            for (const QJsonValue& parameter : operationOf(route)[u"parameters"].toArray()) {
                if (parameter[u"in"] == QStringLiteral("path")) {
                    described.append(parameter[u"name"].toString());
                }
            }
            QCOMPARE(described, names);
        }
    }

    void refersToSchemasThatAreThere()
    {
        static const QRegularExpression reference(
            QStringLiteral("\"\\$ref\":\"#/components/schemas/([A-Za-z]+)\""));
        const QJsonObject known = m_document[u"components"][u"schemas"].toObject();
        QCOMPARE(known.size(), static_cast<qsizetype>(schemas().size()));
        QSet<QString> used;
        for (const auto& match : reference.globalMatch(QString::fromUtf8(m_text))) {
            QVERIFY2(known.contains(match.captured(1)), qPrintable(match.captured(1)));
            used.insert(match.captured(1));
        }
        QCOMPARE(used.size(), known.size()); // none is there in vain
    }

private:
    QJsonValue operationOf(const Route& route) const
    {
        const QByteArray path = rootPath.toByteArray() + route.path.toByteArray();
        return m_document[u"paths"][QString::fromLatin1(path)]
                         [QString::fromLatin1(route.method.toByteArray().toLower())];
    }

    QByteArray m_text;
    QJsonObject m_document;
};

SIGNALBOX_TEST(OpenApiTest)
#include "open_api_test.moc"
