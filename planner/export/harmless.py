"""Cells that no spreadsheet takes for a formula (OWASP, "CSV Injection")."""

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def could_run(text: str) -> bool:
    """Whether a spreadsheet could take this text for a formula, also after spaces."""
    return text.startswith(_STARTS_A_FORMULA) or text.lstrip(" ").startswith(_STARTS_A_FORMULA)


def harmless(text: str) -> str:
    """The text, after an apostrophe when a spreadsheet could run it."""
    return f"'{text}" if could_run(text) else text
