"""A letter as an .eml file that a mail program opens as a draft; the program itself sends nothing."""

from collections.abc import Sequence
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from hashlib import sha256
from typing import NamedTuple

from planner.export.mail_addresses import address_of

# The newer EmailMessage takes five times as long, which two hundred drafts feel.
_POLICY = compat32.clone(linesep="\r\n")


class Attachment(NamedTuple):
    """A PDF, or with a ``method`` a calendar file."""

    name: str
    content: bytes
    method: str = ""


def mail_draft(address: str, subject: str, text: str, attachments: Sequence[Attachment]) -> bytes:
    """RFC 5322 with CRLF, UTF-8. No To without a plain address, no date, no Message-ID: the same again each time."""
    message = MIMEMultipart("mixed", _boundary(subject, text, attachments), policy=_POLICY)
    message["X-Unsent"] = "1"
    message["Subject"] = Header(" ".join(subject.split()), header_name="Subject").encode(linesep="\r\n")
    if address_of(address):
        message["To"] = address_of(address)
    message.attach(MIMEText(text.replace("\n", "\r\n"), "plain", "utf-8", policy=_POLICY))
    for attachment in attachments:
        message.attach(_part(attachment))
    return message.as_bytes()


def _part(attachment: Attachment) -> MIMENonMultipart:
    part: MIMENonMultipart
    if attachment.method:
        calendar = attachment.content.decode("utf-8")
        part = MIMEText(calendar, "calendar", "utf-8", policy=_POLICY)
        part.set_param("method", attachment.method)
    else:
        part = MIMEApplication(attachment.content, "pdf", policy=_POLICY)
    part.add_header("Content-Disposition", "attachment", filename=attachment.name)
    return part


def _boundary(subject: str, text: str, attachments: Sequence[Attachment]) -> str:
    """Of the content instead of chance. Its underscore stands in no base64, so it cannot end a part too early."""
    digest = sha256(f"{subject}\n{text}".encode("utf-8", "replace"))
    for attachment in attachments:
        digest.update(attachment.content)
    return f"=_{digest.hexdigest()[:40]}"
