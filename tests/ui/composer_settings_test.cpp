// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/settings/composer_settings.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using signalbox::ui::ComposerSettings;

class ComposerSettingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsUnlessItWasSwitchedOff()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window.ini"));
        QVERIFY(ComposerSettings(file).holdsMany());
        QVERIFY(!ComposerSettings(file).isFolded());
        ComposerSettings(file).setHoldsMany(false);
        ComposerSettings(file).setFolded(true);
        QVERIFY(!ComposerSettings(file).holdsMany());
        QVERIFY(ComposerSettings(file).isFolded());
    }
    void remembersNothingWithoutAFile()
    {
        const ComposerSettings settings{QString()};
        settings.setHoldsMany(false);
        QVERIFY(settings.holdsMany());
    }
};

SIGNALBOX_TEST(ComposerSettingsTest)
#include "composer_settings_test.moc"
