"""A letter as an .eml file that a mail program opens as a draft; the program itself sends nothing."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import NamedTuple

from planner.export.mail_addresses import address_of


class Attachment(NamedTuple):
    """``kind`` is a media type such as "application/pdf"; ``method`` that of a calendar."""

    name: str
    kind: str
    content: bytes
    method: str = ""


def mail_draft(address: str, subject: str, text: str, attachments: Sequence[Attachment]) -> bytes:
    """RFC 5322 with CRLF, UTF-8. No To without a plain address, no date, no Message-ID: the same again each time."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(subject.split())
    if address_of(address):
        message["To"] = address_of(address)
    message.set_content(text, charset="utf-8", cte="base64")
    for attachment in attachments:
        main, _slash, sub = attachment.kind.partition("/")
        parameters = {"method": attachment.method, "charset": "utf-8"} if attachment.method else {}
        message.add_attachment(
            attachment.content, maintype=main, subtype=sub, filename=attachment.name, params=parameters
        )  # fmt: skip
    if message.is_multipart():
        message.set_boundary(_boundary(subject, text, attachments))
    return message.as_bytes()


def _boundary(subject: str, text: str, attachments: Sequence[Attachment]) -> str:
    """Of the content instead of chance. Its underscore stands in no base64, so it cannot end a part too early."""
    digest = sha256(f"{subject}\n{text}".encode("utf-8", "replace"))
    for attachment in attachments:
        digest.update(attachment.content)
    return f"=_{digest.hexdigest()[:40]}"
