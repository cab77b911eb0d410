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

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace signalbox::ui;

Q_DECLARE_METATYPE(signalbox::ui::Theme)

namespace {

using Triple = std::array<double, 3>;

Triple times(const std::array<Triple, 3>& matrix, const Triple& vector)
{
    Triple result{};
    for (size_t row = 0; row < 3; ++row) {
        result[row] = std::inner_product(vector.begin(), vector.end(), matrix[row].begin(), 0.0);
    }
    return result;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double lightness(double share)
{
    return share > 216.0 / 24389.0 ? std::cbrt(share) : (24389.0 / 27.0 * share + 16) / 116;
}

struct Eyes {
    const char* name;
    std::array<Triple, 3> seen; ///< of linear red, green and blue
};

/// Machado, Oliveira and Fernandes, 2009: a kind of cones is missing.
constexpr std::array<Eyes, 4> everyKindOfEyes{
    {{"usual", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
     {"protanopia",
      {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
     {"deuteranopia",
      {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
     {"tritanopia",
      {{{1.255528, -0.076749, -0.178779},
        {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}}}}}};

/// CIELAB of what these eyes see.
Triple lab(const QColor& color, const Eyes& eyes)
{
    static constexpr std::array<Triple, 3> toShareOfWhite{
        {{0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047},
         {0.2126, 0.7152, 0.0722},
         {0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883}}};
    Triple seen = times(eyes.seen, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double& channel : seen) {
        channel = std::clamp(channel, 0.0, 1.0);
    }
    Triple share = times(toShareOfWhite, seen);
    std::transform(share.begin(), share.end(), share.begin(), lightness);
    return {116 * share[1] - 16, 500 * (share[0] - share[1]), 200 * (share[1] - share[2])};
}

/// CIE76; 2 is just noticeable side by side.
double difference(const QColor& one, const QColor& other, const Eyes& eyes)
{
    const Triple first = lab(one, eyes);
    const Triple second = lab(other, eyes);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

} // namespace

class PaletteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs();
    void everyMeaningReadsOnEverySurface_data();
    void everyMeaningReadsOnEverySurface();
    void textReadsOnEverySurface_data() { everyMeaningReadsOnEverySurface_data(); }
    void textReadsOnEverySurface();
    void meaningsStayApartForEveryKindOfEyes_data() { everyMeaningReadsOnEverySurface_data(); }
    void meaningsStayApartForEveryKindOfEyes();
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
    for (const Meaning meaning : {Meaning::Good, Meaning::Bad}) { // behind the filter's text
        const QColor fill = meaningFill(palette, meaning);
        QVERIFY(contrast(palette.color(QPalette::Text), fill) >= 4.5);
        QVERIFY(fill != palette.color(QPalette::Base));
    }
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

// A glyph and a word say the meaning as well; the colours help to find it among others.
void PaletteTest::meaningsStayApartForEveryKindOfEyes()
{
    QFETCH(const Theme, theme);
    QVERIFY(std::abs(difference(Qt::black, Qt::white, everyKindOfEyes[0]) - 100) < 0.1);
    QVERIFY(difference(Qt::red, QColor(0x66, 0x5A, 0x00), everyKindOfEyes[2]) <
            30); // far apart for usual ones
    const QPalette palette = paletteOf(theme);
    const std::array meanings{Meaning::Good, Meaning::Warning, Meaning::Bad, Meaning::Incoming,
                              Meaning::Outgoing};
    for (const Eyes& eyes : everyKindOfEyes) {
        for (auto one = meanings.begin(); one != meanings.end(); ++one) {
            for (auto other = std::next(one); other != meanings.end(); ++other) {
                const double apart =
                    difference(meaningColor(palette, *one), meaningColor(palette, *other), eyes);
                QVERIFY2(apart >= 10, qPrintable(QStringLiteral("%1: meanings %2 and %3: %4")
                                                     .arg(QLatin1StringView(eyes.name))
                                                     .arg(static_cast<int>(*one))
                                                     .arg(static_cast<int>(*other))
                                                     .arg(apart)));
            }
        }
    }
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
