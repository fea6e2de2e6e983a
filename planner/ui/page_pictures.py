"""Pages of a PDF as pictures and as text, by PDFium. Called from threads beside the window."""

from contextlib import closing
from functools import cache
from threading import Lock
from typing import NamedTuple

from PySide6.QtGui import QImage

POINTS_AN_INCH = 72.0


class PagePicture(NamedTuple):
    """A page as it will print; ``px_per_point`` is the scale of the picture, ``text`` the words for those who hear."""

    image: QImage
    text: str
    px_per_point: float


@cache
def pdfium_lock() -> Lock:
    """PDFium works for one thread at a time."""
    return Lock()


def picture_of(pdf: bytes, px_per_point: float, *, text: bool = True) -> PagePicture:
    """The first page of a PDF."""
    # Loaded with the first page that is looked at.
    import pypdfium2

    with pdfium_lock(), closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[0]) as page:
        with closing(page.render(scale=px_per_point, prefer_bgrx=True, no_smoothtext=False)) as bitmap:
            form = QImage.Format.Format_RGB32
            # A copy: the bitmap's memory is PDFium's.
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form).copy()
        if not text:
            return PagePicture(image, "", px_per_point)
        with closing(page.get_textpage()) as words:
            return PagePicture(image, str(words.get_text_range()).replace("\r\n", "\n"), px_per_point)
