// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operator_token_watch.h"

#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;

class OperatorTokenWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheFile()
    {
        const QTemporaryDir folder;
        const OperatorTokenFile file(folder.path());
        OperatorTokenWatch watch(folder.path());
        OperatorToken token;
        connect(&watch, &OperatorTokenWatch::changed, this,
                [&token](const OperatorToken& changed) { token = changed; });
        QVERIFY(watch.start());
        QVERIFY(token.matches(file.read().value()));
        const QByteArray rotated = file.rotate().value();
        QTRY_VERIFY(token.matches(rotated)); // by itself
        QFile::setPermissions(file.path(), QFile::ReadOwner | QFile::ReadOther);
        watch.check();
        QVERIFY(token.isNull());
    }

    void hasNoneWhereNothingIsKept()
    {
        OperatorTokenWatch watch({});
        connect(&watch, &OperatorTokenWatch::changed, this, [] { QFAIL("there is no token"); });
        QVERIFY(watch.start());
        watch.check();
    }
};

SIGNALBOX_TEST(OperatorTokenWatchTest)
#include "operator_token_watch_test.moc"
