// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace signalbox::ui {

/// A picture out of a payload, never larger than it is and never larger than the room. The bytes are a
/// stranger's: only PNG, JPEG, GIF and WebP are read, nothing over 16 million pixels or 64 MiB of memory is
/// decoded, and of an animation only the first picture.
class ImageView final : public QWidget {
    Q_OBJECT

public:
    static constexpr qint64 maxPixels = 16'000'000;

    explicit ImageView(QWidget* parent = nullptr);

    void setImage(const QByteArray& encoded);
    [[nodiscard]] const QImage& image() const { return m_image; }
    /// "png, 640 × 480, 12,345 bytes", or why it is not shown.
    [[nodiscard]] QString words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image; ///< null when it is not shown
    QString m_words;
};

} // namespace signalbox::ui
