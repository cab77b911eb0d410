// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/payload_image.h"
#include "ui/widgets/image_view.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using signalbox::ui::imageFormat;
using signalbox::ui::imageInText;
using signalbox::ui::ImageView;

namespace {

QByteArray encoded(const QSize& size, const char* format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

class ImageViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsPicturesThatItKnows_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("png") << QByteArray("png");
        QTest::newRow("jpeg") << QByteArray("jpeg");
    }

    void showsPicturesThatItKnows()
    {
        QFETCH(const QByteArray, format);
        const QByteArray bytes = encoded({40, 30}, format.constData());
        QCOMPARE(imageFormat(bytes), format);
        ImageView view;
        view.setImage(bytes);
        QCOMPARE(view.image().size(), QSize(40, 30));
        QVERIFY(view.words().contains(u"40 × 30"_s));
        view.resize(20, 60);
        QVERIFY(!view.grab().isNull());
    }

    void refusesAPictureThatSaysItIsHuge()
    {
        QByteArray bytes = encoded({40, 30}, "png");
        // Width and height stand at the start of IHDR: 65,535 × 65,535.
        bytes.replace(16, 8, QByteArray("\x00\x00\xff\xff\x00\x00\xff\xff", 8));
        ImageView view;
        view.setImage(bytes);
        QVERIFY(view.image().isNull());
        QVERIFY2(!view.words().isEmpty(), qPrintable(view.words()));
    }

    void saysThatAPictureIsBroken()
    {
        const QByteArray bytes = encoded({400, 300}, "png");
        ImageView view;
        view.setImage(bytes.first(40));
        QVERIFY(view.image().isNull());
        QVERIFY(!view.words().isEmpty());
        view.setImage("<svg xmlns='http://www.w3.org/2000/svg'/>");
        QCOMPARE(view.words(), u"No picture."_s);
    }

    void findsPicturesInTexts()
    {
        const QByteArray bytes = encoded({4, 3}, "png");
        QCOMPARE(imageInText(bytes.toBase64()), bytes);
        QCOMPARE(imageInText("data:image/png;base64," + bytes.toBase64()), bytes);
        QCOMPARE(imageInText("data:image/svg+xml;base64," + QByteArray("<svg></svg>").toBase64()),
                 QByteArray());
        QCOMPARE(imageInText("hello, this is no picture at all"), QByteArray());
        QCOMPARE(imageFormat("GIF89a…"), QByteArray("gif"));
        QCOMPARE(imageFormat("RIFF\x10\x10\x10\x10WEBPVP8 "), QByteArray("webp"));
    }
};

SIGNALBOX_TEST(ImageViewTest)
#include "image_view_test.moc"
