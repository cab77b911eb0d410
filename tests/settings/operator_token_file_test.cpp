// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/operator_token_file.h"

#include "server/core/random_token.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class OperatorTokenFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void makesOneForItsOwnerAlone()
    {
        const OperatorTokenFile file(state());
        QCOMPARE(file.read().error().code, QByteArray("token.not_found"));
        const Result<QByteArray> made = file.readOrMake();
        QVERIFY(made);
        QVERIFY(isRandomToken(made.value()));
        QCOMPARE(QFile::permissions(file.path()) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY((QFile::permissions(state()) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
        QCOMPARE(QDir(state()).entryList(QDir::Files), QStringList{u"operator_token"_s}); // nothing is left
        QCOMPARE(file.readOrMake().value(), made.value());
        QCOMPARE(file.read().value(), made.value());
    }

    void putsANewOneInItsPlace()
    {
        const OperatorTokenFile file(state());
        const QByteArray old = file.readOrMake().value();
        const QByteArray made = file.rotate().value();
        QVERIFY(made != old);
        QCOMPARE(file.read().value(), made);
        QCOMPARE(QDir(state()).entryList(QDir::Files), QStringList{u"operator_token"_s});
    }

    void refusesAFileThatOthersMayRead()
    {
        const OperatorTokenFile file(state());
        const QByteArray token = file.readOrMake().value();
        QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const Error error = file.readOrMake().error();
        QCOMPARE(error.code, QByteArray("token.unsafe_permissions"));
        QVERIFY(error.message.contains(file.path()));
        QVERIFY(!error.message.contains(QString::fromLatin1(token)));
    }

    void refusesWhatIsNoToken()
    {
        const OperatorTokenFile file(state());
        QVERIFY(file.readOrMake());
        QFile broken(file.path());
        QVERIFY(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
        broken.write("secret\n");
        broken.close();
        QCOMPARE(file.read().error().code, QByteArray("token.malformed"));
    }

    void saysWhenItCannotBeWritten()
    {
        QFile inTheWay(state());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QCOMPARE(OperatorTokenFile(state() + u"/below"_s).readOrMake().error().code,
                 QByteArray("token.not_written"));
    }

private:
    [[nodiscard]] QString state() const { return m_folder->filePath(u"state"_s); }

    std::optional<QTemporaryDir> m_folder;
};

SIGNALBOX_TEST(OperatorTokenFileTest)
#include "operator_token_file_test.moc"
