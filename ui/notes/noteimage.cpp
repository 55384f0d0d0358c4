// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/noteimage.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QXmlStreamReader>

namespace unmoor {

namespace {

/// Pictures in a picture, style sheets and entities of a document type may all be in other files.
bool namesNoFiles(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const bool isPicture =
            token == QXmlStreamReader::StartElement && xml.name().compare(u"image", Qt::CaseInsensitive) == 0;
        if (isPicture || token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference
            || token == QXmlStreamReader::ProcessingInstruction)
            return false;
    }
    return !xml.hasError();
}

} // namespace

QImage noteImage(const QByteArray &bytes)
{
    static const QList<QByteArray> shown{"png", "jpg", "jpeg", "gif", "webp", "bmp", "ico"};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    return shown.contains(format) || (format == "svg" && namesNoFiles(bytes)) ? reader.read() : QImage();
}

QImage missingImage(const QColor &color)
{
    QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setPen(color);
    painter.drawRect(1, 1, 13, 13);
    painter.drawLine(1, 14, 14, 1);
    return image;
}

} // namespace unmoor
