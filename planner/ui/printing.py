"""A paper through the system's print dialog; loaded when somebody prints."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from planner.export.previewing import PaperPages
from planner.ui.page_pictures import POINTS_AN_INCH, picture_of
from planner.wording import say

_MOST_DOTS_AN_INCH = 400
"""Finer than what office printers show, and a page stays below 60 MB."""


def has_printer() -> bool:
    return bool(QPrinterInfo.availablePrinterNames())


def prefers_pdf(title: str, window: QWidget) -> bool:
    """Without a printer: says so, and whether the person wants a PDF instead."""
    box = QMessageBox(window)
    box.setWindowTitle(say("Print"))
    box.setText(say("No printer is set up on this computer."))
    box.setInformativeText(say("“{paper}” can be saved as PDF instead, to print elsewhere.", paper=title))
    save = box.addButton(say("Save as PDF…"), QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(save)
    box.exec()
    chosen = box.clickedButton() is save
    box.deleteLater()
    return chosen


def ask_and_print(pages: PaperPages, title: str, window: QWidget) -> bool:
    """The system's dialog, then the pages; False when it was given up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_page(printer, pages)
    printer.setDocName(title)
    printer.setFromTo(1, pages.count)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(say("Print “{paper}”", paper=title))
    dialog.setMinMax(1, pages.count)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted and print_pages(pages, printer, window)


def set_page(printer: QPrinter, pages: PaperPages) -> None:
    """The paper's own size; its margins are on the page already."""
    width, height = pages.size
    landscape = width > height
    size = QPageSize(QRectF(0, 0, min(width, height), max(width, height)).size(), QPageSize.Unit.Point)
    printer.setPageSize(size)
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(orientation)
    printer.setFullPage(True)


def print_pages(pages: PaperPages, printer: QPrinter, window: QWidget) -> bool:
    """Page by page, with progress and a way to stop. Returns whether all were printed."""
    numbers = list(_numbers(printer, pages.count))
    progress = QProgressDialog(say("Printing…"), say("Cancel"), 0, len(numbers), window)
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for done, number in enumerate(numbers):
        progress.setValue(done)
        if progress.wasCanceled():
            printer.abort()
            break
        if done:
            printer.newPage()
        _paint(painter, pages, number, printer)
    painter.end()
    stopped = progress.wasCanceled()
    progress.setValue(len(numbers))
    progress.deleteLater()
    return not stopped


def _numbers(printer: QPrinter, count: int) -> Iterator[int]:
    """The pages chosen in the dialog, from 0, in the order in which the printer wants them."""
    first, last = (printer.fromPage() or 1), (printer.toPage() or count)
    chosen = range(first - 1, min(last, count))
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    yield from reversed(chosen) if backwards else chosen


def _paint(painter: QPainter, pages: PaperPages, number: int, printer: QPrinter) -> None:
    dots = min(printer.resolution(), _MOST_DOTS_AN_INCH)
    image = picture_of(pages.pdf_of(number), dots / POINTS_AN_INCH, text=False).image
    width, height = (side * printer.resolution() / POINTS_AN_INCH for side in pages.size)
    painter.drawImage(QRectF(QPoint(0, 0), QRectF(0, 0, width, height).size()), image)
