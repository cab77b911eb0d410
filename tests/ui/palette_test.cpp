// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/line_icon.h"
#include "ui/widgets/meaning_label.h"
#include "ui/widgets/palette.h"

#include <QtCore/QDirIterator>
#include <QtGui/QImage>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>

using namespace signalbox::ui;

Q_DECLARE_METATYPE(signalbox::ui::Theme)

class PaletteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs();
    void everyMeaningReadsOnEverySurface_data();
    void everyMeaningReadsOnEverySurface();
    void textReadsOnEverySurface_data() { everyMeaningReadsOnEverySurface_data(); }
    void textReadsOnEverySurface();
    void labelsFollowTheTheme();
    void everyIconDraws();
};

void PaletteTest::contrastOfKnownPairs()
{
    QCOMPARE(qRound(contrast(Qt::white, Qt::black) * 10), 210);
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 10), 210);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QCOMPARE(qRound(contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448); // just too little
}

void PaletteTest::everyMeaningReadsOnEverySurface_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
    QTest::newRow("high contrast") << Theme::HighContrast;
}

void PaletteTest::everyMeaningReadsOnEverySurface()
{
    QFETCH(const Theme, theme);
    const QPalette palette = paletteOf(theme);
    QCOMPARE(themeOf(palette), theme);
    for (int meaning = 0; meaning <= static_cast<int>(Meaning::Outgoing); ++meaning) {
        const QColor color = meaningColor(palette, static_cast<Meaning>(meaning));
        for (const QPalette::ColorRole surface :
             {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            const double ratio = contrast(color, palette.color(surface));
            QVERIFY2(
                ratio >= 4.5,
                qPrintable(QStringLiteral("meaning %1 on role %2: %3").arg(meaning).arg(surface).arg(ratio)));
        }
    }
    const Colors& colors = colorsOf(theme);
    QVERIFY(contrast(colors.warning, colors.warningFill) >= 4.5);
}

void PaletteTest::textReadsOnEverySurface()
{
    QFETCH(const Theme, theme);
    const QPalette palette = paletteOf(theme);
    const Colors& colors = colorsOf(theme);
    const QColor text = palette.color(QPalette::Text);
    for (const QColor& fill :
         {palette.color(QPalette::Base), palette.color(QPalette::Window), palette.color(QPalette::Button),
          palette.color(QPalette::ToolTipBase), colors.warningFill, colors.headFill, colors.markFill}) {
        QVERIFY2(contrast(text, fill) >= 4.5, qPrintable(fill.name()));
    }
    QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
}

void PaletteTest::labelsFollowTheTheme()
{
    Appearance appearance;
    QWidget parent;
    MeaningLabel label(Meaning::Bad, &parent);
    parent.show();
    appearance.choose(ThemeChoice::Dark);
    QApplication::processEvents();
    QCOMPARE(label.palette().color(QPalette::WindowText), colorsOf(Theme::Dark).bad);
    appearance.choose(ThemeChoice::Light);
    QApplication::processEvents();
    QCOMPARE(label.palette().color(QPalette::WindowText), colorsOf(Theme::Light).bad);
    QCOMPARE(appearance.choice(), ThemeChoice::Light);
}

void PaletteTest::everyIconDraws()
{
    int icons = 0;
    for (QDirIterator files(QStringLiteral(":/icons"), {QStringLiteral("*.svg")}); files.hasNext();) {
        files.next();
        const QImage image = lineIcon(files.fileInfo().baseName()).pixmap(32).toImage();
        bool isDrawn = false;
        for (int y = 0; y < image.height() && !isDrawn; ++y) {
            for (int x = 0; x < image.width() && !isDrawn; ++x) {
                isDrawn = image.pixelColor(x, y).alpha() > 0;
            }
        }
        QVERIFY2(isDrawn, qPrintable(files.fileName()));
        ++icons;
    }
    QVERIFY(icons >= 14);
}

SIGNALBOX_TEST(PaletteTest)
#include "palette_test.moc"
