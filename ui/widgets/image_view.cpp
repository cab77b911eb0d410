// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/image_view.h"

#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/payload_image.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/palette.h"

#include <QtCore/QBuffer>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int maxMemoryMebibytes = 64;

} // namespace

ImageView::ImageView(QWidget* parent)
    : QWidget(parent)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Picture in the payload"));
}

void ImageView::setImage(const QByteArray& encoded)
{
    m_image = {};
    const QByteArray format = imageFormat(encoded);
    QBuffer buffer;
    buffer.setData(encoded);
    QImageReader::setAllocationLimit(maxMemoryMebibytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false); // as its first bytes say, and nothing else
    const QSize size = reader.size();       // read from its head, nothing is decoded yet
    const QString name = QString::fromLatin1(format);
    if (format.isEmpty() || !size.isValid()) {
        m_words = name.isEmpty() ? tr("No picture.") : tr("This %1 picture cannot be read here.").arg(name);
    } else if (qint64{size.width()} * size.height() > maxPixels) {
        m_words = tr("This picture says that it has %1 × %2 pixels: too many to be shown.")
                      .arg(countText(qint64{size.width()}), countText(qint64{size.height()}));
    } else {
        m_image = reader.read();
        m_words = m_image.isNull()
                      ? tr("This %1 picture is broken: %2").arg(name, isolated(reader.errorString()))
                      : tr("%1, %2 × %3, %4")
                            .arg(name, countText(qint64{size.width()}), countText(qint64{size.height()}),
                                 exactBytesText(encoded.size()));
    }
    setAccessibleDescription(m_words);
    update();
}

void ImageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int margin = spacing(1);
    const QRect room = rect().adjusted(margin, margin, -margin, -margin);
    const int line = fontMetrics().height();
    painter.setPen(colorsFor(palette()).muted);
    if (m_image.isNull()) {
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    painter.drawText(room, Qt::AlignHCenter | Qt::AlignBottom, m_words);
    const QSize bounds(room.width(), std::max(1, room.height() - line - margin));
    QSize size = m_image.size();
    if (size.width() > bounds.width() || size.height() > bounds.height()) {
        size.scale(bounds, Qt::KeepAspectRatio);
    }
    const QRect target(room.left() + (room.width() - size.width()) / 2,
                       room.top() + (bounds.height() - size.height()) / 2, size.width(), size.height());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_image);
    painter.setPen(colorsFor(palette()).line);
    painter.drawRect(target.adjusted(-1, -1, 0, 0));
}

} // namespace signalbox::ui
