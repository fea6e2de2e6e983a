"""A picture that somebody chose as the logo, read as something hostile and written anew as PNG or JPEG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from planner.errors import FileProblem, InputProblem
from planner.wording import say

_MOST_FILE_BYTES = 20_000_000
_MOST_SIDE_PX = 20_000
_MOST_PX = 60_000_000
_SIDES_PX = (1200, 800, 500, 300)
_MOST_LOGO_BYTES = 600_000
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}
_JPEG_QUALITY = 90


def logo_from(path: Path) -> bytes:
    """The picture, at most 1200 pixels a side, without what else the file held. Raises FileProblem, InputProblem."""
    data = _bytes_of(path)
    form = next((form for beginning, form in _BEGINNINGS.items() if data.startswith(beginning)), "")
    if not form:
        raise _no_picture(path)
    image = _decoded(data, form, path)
    for side in _SIDES_PX:
        written = _written(_within(image, side))
        if len(written) <= _MOST_LOGO_BYTES:
            return written
    raise _no_picture(path)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_FILE_BYTES + 1)
    except OSError as problem:
        raise FileProblem(say("“{name}” cannot be read. Choose another file.", name=path.name)) from problem
    if len(data) > _MOST_FILE_BYTES:
        raise InputProblem(say("“{name}” is larger than 20 MB. Choose a smaller picture.", name=path.name))
    return data


def _decoded(data: bytes, form: str, path: Path) -> QImage:
    """The size is asked before anything is unpacked: a small file can claim to be a huge picture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise _no_picture(path)
    if max(size.width(), size.height()) > _MOST_SIDE_PX or size.width() * size.height() > _MOST_PX:
        raise InputProblem(say("“{name}” has too many pixels. Choose a smaller picture.", name=path.name))
    image = reader.read()
    if image.isNull():
        raise _no_picture(path)
    return image


def _within(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(QSize(side, side), keep, smooth)
    # A line of pixels would be rounded to nothing.
    return scaled if not scaled.isNull() else image.scaled(QSize(side, 1))


def _written(image: QImage) -> bytes:
    plain = image.convertToFormat(
        QImage.Format.Format_RGBA8888 if image.hasAlphaChannel() else QImage.Format.Format_RGB888
    )
    for key in plain.textKeys():
        plain.setText(key, "")
    form, quality = ("PNG", -1) if plain.hasAlphaChannel() else ("JPEG", _JPEG_QUALITY)
    return min((_saved(plain, form, quality), _saved(plain, "PNG", -1)), key=len)


def _saved(image: QImage, form: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


def _no_picture(path: Path) -> InputProblem:
    return InputProblem(say("“{name}” is no picture that can be read. Choose a PNG or JPEG file.", name=path.name))
