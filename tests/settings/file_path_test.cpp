// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/file_path.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class FilePathTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAbsolutePaths()
    {
        QCOMPARE(readFilePath(u" /etc/ssl//own/../ca.pem ").value(), QByteArray("/etc/ssl/ca.pem"));
        QCOMPARE(readFilePath(u"/srv/übung.pem").value(), QByteArray("/srv/übung.pem"));
        QCOMPARE(readFilePath(u"").value(), QByteArray());
        QCOMPARE(readFilePath(u"  ").value(), QByteArray());
    }

    void refusesRelativeOnes()
    {
        for (const QString& path : {u"ca.pem"_s, u"./ca.pem"_s, u"~/ca.pem"_s}) {
            QCOMPARE(readFilePath(path).error().code, QByteArray("config.bad_path"));
        }
    }
};

SIGNALBOX_TEST(FilePathTest)
#include "file_path_test.moc"
