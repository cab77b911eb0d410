// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/managed_paths.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::http;

class ManagedPathsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEachResource_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<ManagedResource>("resource");
        QTest::addColumn<QByteArray>("socket");
        const auto row = [](const char* path, ManagedResource resource, const char* socket = "") {
            QTest::newRow(path) << QByteArray(path) << resource << QByteArray(socket);
        };
        row("/v1", ManagedResource::Root);
        row("/v1/websocket_uri", ManagedResource::WebSocketUri);
        row("/v1/messages", ManagedResource::Messages);
        row("/v1/sockets", ManagedResource::Sockets);
        row("/v1/sockets/ab", ManagedResource::Socket, "ab");
        row("/v1/webhook_receivers/enginio", ManagedResource::EnginioReceiver);
        row("/v1/configuration", ManagedResource::Configuration);
        row("/v1/gateways/g1", ManagedResource::Root);
        row("/v1/gateways/g1/messages", ManagedResource::Messages);
        row("/v1/gateways/g1/sockets/ab", ManagedResource::Socket, "ab");
        row("/v1/gateways", ManagedResource::None);
        row("/v1/gateways/g1/gateways/g2/messages", ManagedResource::None);
        row("/v1/sockets/ab/c", ManagedResource::None);
        row("/v1/Messages", ManagedResource::None);
        row("/v12/messages", ManagedResource::None);
        row("/messages", ManagedResource::None);
    }

    void knowsEachResource()
    {
        QFETCH(QByteArray, path);
        QFETCH(ManagedResource, resource);
        QFETCH(QByteArray, socket);
        const ManagedTarget target = matchManaged(path);
        QCOMPARE(target.resource, resource);
        QCOMPARE(target.socket, socket);
    }

    void knowsTheMethods()
    {
        QCOMPARE(managedMethods(ManagedResource::Socket), QByteArray("GET, DELETE"));
        QCOMPARE(managedMethods(ManagedResource::Root), QByteArray("GET, HEAD"));
        QVERIFY(isBelowManagedRoot("/v1/nothing"));
        QVERIFY(!isBelowManagedRoot("/v12"));
    }
};

SIGNALBOX_TEST(ManagedPathsTest)
#include "managed_paths_test.moc"
