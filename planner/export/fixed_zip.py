"""Zipped files (Word, workbooks) whose bytes depend on their content alone."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def with_fixed_times(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """The same members in the same order, each of the earliest time that a zip file knows; some of them changed."""
    fixed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _TIME)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, _READABLE
            content = source.read(name)
            change = (changes or {}).get(name)
            target.writestr(member, change(content) if change else content)
    return fixed.getvalue()
