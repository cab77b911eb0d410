// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/service_folder.h"

#include "tests/support/test_registry.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::services;
using namespace Qt::StringLiterals;

class ServiceFolderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_told.clear();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void tellsOfScriptsAndOfNothingElse()
    {
        write(u"b.js"_s, "two");
        write(u"a.js"_s, "one");
        write(u"types.d.ts"_s, "none");
        ServiceFolder folder(m_folder->path(), listener());
        folder.scan();
        QCOMPARE(m_told, (QStringList{u"a.js: one"_s, u"b.js: two"_s}));
        folder.scan(); // nothing has changed
        QCOMPARE(m_told.size(), 2);
    }

    void noticesWhatChangesComesAndGoes()
    {
        write(u"a.js"_s, "one");
        ServiceFolder folder(m_folder->path(), listener());
        folder.scan();
        write(u"a.js"_s, "two");
        QTRY_COMPARE(m_told.last(), u"a.js: two"_s);
        write(u"b.js"_s, "new");
        QTRY_COMPARE(m_told.last(), u"b.js: new"_s);
        QVERIFY(QFile::remove(m_folder->filePath(u"a.js"_s)));
        QTRY_COMPARE(m_told.last(), u"a.js is gone"_s);
        QCOMPARE(m_told.size(), 4);
    }

    void noticesAFileThatAnEditorPutsInItsPlace()
    {
        write(u"a.js"_s, "one");
        ServiceFolder folder(m_folder->path(), listener());
        folder.scan();
        for (const QByteArray& text : {QByteArray("two"), QByteArray("three")}) { // another file each time
            write(u"a.js.new"_s, text);
            QVERIFY(QFile::remove(m_folder->filePath(u"a.js"_s)));
            QVERIFY(QFile::rename(m_folder->filePath(u"a.js.new"_s), m_folder->filePath(u"a.js"_s)));
            QTRY_COMPARE(m_told.last(), u"a.js: "_s + QString::fromUtf8(text));
        }
    }

    void waitsForAFolderThatIsNotThereYet()
    {
        const QString path = m_folder->filePath(u"services"_s);
        ServiceFolder folder(path, listener());
        folder.scan();
        QVERIFY(m_told.isEmpty());
        QVERIFY(QDir().mkdir(path));
        write(u"services/a.js"_s, "one");
        QTRY_COMPARE(m_told, QStringList{u"a.js: one"_s});
    }

private:
    void write(const QString& name, const QByteArray& text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    ServiceFolder::Listener listener()
    {
        return {[this](const QString& file, const QByteArray& source) {
                    m_told.append(file + u": "_s + QString::fromUtf8(source));
                },
                [this](const QString& file) { m_told.append(file + u" is gone"_s); }};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_told;
};

SIGNALBOX_TEST(ServiceFolderTest)
#include "service_folder_test.moc"
