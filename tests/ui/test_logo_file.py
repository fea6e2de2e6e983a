"""A logo is decoded with care and written anew."""

from pathlib import Path
from zlib import crc32

import pytest
from PySide6.QtGui import QColor, QImage

from planner.errors import FileProblem, InputProblem
from planner.export.letterhead import picture_size
from planner.ui.logo_file import logo_from


def picture(path: Path, width: int, height: int, form: QImage.Format = QImage.Format.Format_RGB32) -> Path:
    image = QImage(width, height, form)
    image.fill(QColor(11, 107, 181, 120))
    image.setText("Comment", "a secret of the camera")
    assert image.save(str(path))
    return path


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    assert picture_size(logo_from(picture(tmp_path / "logo.png", 3000, 1500))) == (1200, 600)


def test_a_small_picture_keeps_its_size_and_loses_what_else_the_file_held(tmp_path: Path) -> None:
    data = logo_from(picture(tmp_path / "logo.jpg", 40, 20))
    assert picture_size(data) == (40, 20)
    assert b"secret" not in data


def test_a_picture_that_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    seen_through = picture(tmp_path / "logo.png", 40, 20, QImage.Format.Format_ARGB32)
    assert QImage.fromData(logo_from(seen_through)).pixelColor(5, 5).alpha() == 120


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x00\x00\x00\x00\x00\x08\x06\x00\x00\x00",
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(InputProblem) as refused:
        logo_from(path)
    assert refused.value.sentence == "“logo.png” is no picture that can be read. Choose a PNG or JPEG file."


def test_a_picture_that_claims_to_be_huge_is_not_unpacked(tmp_path: Path) -> None:
    path = picture(tmp_path / "logo.png", 4, 4)
    data = bytearray(path.read_bytes())
    data[16:24] = (50_000).to_bytes(4) * 2
    checksum = crc32(bytes(data[12:29]))
    data[29:33] = checksum.to_bytes(4)
    path.write_bytes(data)
    with pytest.raises(InputProblem) as refused:
        logo_from(path)
    assert refused.value.sentence == "“logo.png” has too many pixels. Choose a smaller picture."


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as refused:
        logo_from(tmp_path / "gone.png")
    assert refused.value.sentence == "“gone.png” cannot be read. Choose another file."
