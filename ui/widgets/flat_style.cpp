// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flat_style.h"

#include "ui/widgets/palette.h"

#include <QtGui/QPainter>
#include <QtWidgets/QStyleOption>

#include <algorithm>

namespace signalbox::ui {

namespace {

constexpr int cornerRadius = 4;

void drawBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(border);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
    painter.restore();
}

// The default button is filled with the accent.
bool isFilled(const QStyleOptionButton& button)
{
    const bool isDefault = (button.features & QStyleOptionButton::DefaultButton) != 0;
    return isDefault && (button.state & QStyle::State_Enabled) != 0;
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto mix = [share](int from, int to) { return static_cast<int>(from + (to - from) * share); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

/// Of what can be written in or chosen.
QColor edgeOf(const QStyleOption& option)
{
    return (option.state & QStyle::State_HasFocus) != 0
               ? colorsFor(option.palette).accent
               : mixed(option.palette.color(QPalette::Base), option.palette.color(QPalette::Text), 0.28);
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) { // an enum of Qt's with hundreds of values, so a default is right here
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return 7;
    case PM_HeaderMargin:
        return 6;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ToolBarFrameWidth:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 4;
    case PM_TabBarTabHSpace:
        return 18;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    if (hint == SH_ItemView_ShowDecorationSelected) {
        return 1;
    }
    if (hint == SH_ItemView_ActivateItemOnSingleClick) {
        return 0; // a click selects, on every desktop
    }
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) {
        return 0; // the style's red cross is of no family of ours
    }
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText) {
        return 0;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    switch (element) {
    case CE_HeaderSection:
        drawHeaderSection(*option, *painter);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0),
                          colorsFor(option->palette).line);
        return;
    case CE_Splitter:
        drawHandle(*option, *painter);
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0),
                          colorsFor(option->palette).line);
        return;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button != nullptr && isFilled(*button)) {
            QStyleOptionButton filled = *button;
            filled.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &filled, painter, widget);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
            header != nullptr && header->sortIndicator == QStyleOptionHeader::None) {
            QStyleOptionHeader aligned = *header;
            const int cell = proxy()->pixelMetric(PM_FocusFrameHMargin, option, widget) + 1;
            const int more = std::max(0, proxy()->pixelMetric(PM_HeaderMargin, option, widget) - cell);
            aligned.rect.adjust(-more, 0, more, 0); // a heading begins and ends where its cells do
            QProxyStyle::drawControl(element, &aligned, painter, widget);
            return;
        }
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    case CE_MenuBarItem: // the style's line would end with the last menu
        QProxyStyle::drawControl(element, option, painter, widget);
        if ((option->state & State_Selected) == 0) {
            painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0),
                              option->palette.color(QPalette::Window));
        }
        return;
    case CE_MenuBarEmptyArea:
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

// A scroll bar without arrows: a rounded slider on nothing.
void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox ||
            control == CC_ComboBox) { // Fusion's edge is hardly seen on a dark ground
            drawBox(*painter, option->rect, Qt::transparent, edgeOf(*option));
        } else if (control == CC_ToolButton && (option->state & State_HasFocus) != 0) {
            drawBox(*painter, option->rect, Qt::transparent, colorsFor(option->palette).accent);
        }
        return;
    }
    const QPalette& palette = option->palette;
    painter->fillRect(option->rect, palette.color(QPalette::Base));
    const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
    const bool isActive = (option->activeSubControls & SC_ScrollBarSlider) != 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), isActive ? 0.45 : 0.25));
    painter->drawRoundedRect(slider.adjusted(3, 3, -3, -3), 3, 3);
    painter->restore();
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr) {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    const bool isHorizontal = bar->orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int wanted = static_cast<int>(qint64(length) * bar->pageStep / std::max(1, range + bar->pageStep));
    const int slider = range > 0 ? std::min(length, std::max(wanted, 24)) : length;
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - slider, bar->upsideDown);
    const auto span = [&](int from, int size) {
        const QRect rect =
            isHorizontal ? QRect(from, 0, size, bar->rect.height()) : QRect(0, from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return span(start, slider);
    case SC_ScrollBarSubPage:
        return span(0, start);
    case SC_ScrollBarAddPage:
        return span(start + slider, length - start - slider);
    case SC_ScrollBarGroove:
        return span(0, length);
    default: // the arrows and the ends, which are not there
        return {};
    }
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect.adjusted(0, 0, 0, 1 - option->rect.height()),
                          colorsFor(option->palette).line);
        return;
    case PE_IndicatorDockWidgetResizeHandle:
        drawHandle(*option, *painter);
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0) {
            drawField(*option, *painter);
            return;
        }
        break;
    case PE_Frame:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame && frame->lineWidth > 0) {
            drawField(*option, *painter);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(*option, *painter);
        return;
    case PE_PanelButtonCommand:
        drawButton(*option, *painter);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawHeaderSection(const QStyleOption& option, QPainter& painter) const
{
    const Colors& colors = colorsFor(option.palette);
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    painter.fillRect(option.rect.adjusted(0, option.rect.height() - 1, 0, 0), colors.line);
    const int inset = option.rect.height() / 4;
    painter.fillRect(option.rect.adjusted(option.rect.width() - 1, inset, 0, -inset - 1), colors.line);
}

void FlatStyle::drawField(const QStyleOption& option, QPainter& painter) const
{
    const bool isEnabled = (option.state & State_Enabled) != 0;
    drawBox(painter, option.rect, option.palette.color(isEnabled ? QPalette::Base : QPalette::Window),
            edgeOf(option));
}

void FlatStyle::drawRadioButton(const QStyleOption& option, QPainter& painter) const
{
    const bool isEnabled = (option.state & State_Enabled) != 0;
    const QRectF circle = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edgeOf(option));
    painter.setBrush(option.palette.color(isEnabled ? QPalette::Base : QPalette::Window));
    painter.drawEllipse(circle);
    if ((option.state & State_On) != 0) {
        const qreal inset = circle.width() * 0.28;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isEnabled ? colorsFor(option.palette).accent : colorsFor(option.palette).muted);
        painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

void FlatStyle::drawCheckBox(const QStyleOption& option, QPainter& painter) const
{
    drawField(option, painter);
    if ((option.state & (State_On | State_NoChange)) == 0) {
        return;
    }
    const QRectF box = option.rect;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsFor(option.palette).accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{box.left() + box.width() * 0.25, box.top() + box.height() * 0.52},
                                   {box.left() + box.width() * 0.43, box.top() + box.height() * 0.70},
                                   {box.left() + box.width() * 0.76, box.top() + box.height() * 0.32}});
    painter.restore();
}

void FlatStyle::drawButton(const QStyleOption& option, QPainter& painter) const
{
    const QPalette& palette = option.palette;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool isDefault = button != nullptr && isFilled(*button);
    const bool isEnabled = (option.state & State_Enabled) != 0;
    QColor fill = palette.color(isDefault ? QPalette::Highlight : QPalette::Button);
    if ((option.state & (State_Sunken | State_On)) != 0) {
        fill = mixed(fill, palette.color(QPalette::Text), 0.16);
    } else if ((option.state & State_MouseOver) != 0 && isEnabled) {
        fill = mixed(fill, palette.color(QPalette::Text), 0.07);
    }
    const bool hasFocus = (option.state & State_HasFocus) != 0;
    const QColor border = hasFocus    ? colorsFor(palette).accent
                          : isDefault ? fill
                                      : palette.color(QPalette::Shadow);
    drawBox(painter, option.rect, fill, border);
}

void FlatStyle::drawHandle(const QStyleOption& option, QPainter& painter) const
{
    const QRect& rect = option.rect;
    const QColor line = colorsFor(option.palette).line;
    if (rect.width() < rect.height()) {
        painter.fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), line);
    } else {
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), line);
    }
}

} // namespace signalbox::ui
