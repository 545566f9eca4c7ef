"""The text of a PDF as four independent programs read it."""

import logging
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from typing import Final

import pypdf
import pypdfium2 as pdfium
from pdfminer.high_level import extract_text


def by_pdfium(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)


def by_pdfminer(pdf: bytes) -> str:
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    return extract_text(BytesIO(pdf))


def by_pdftotext(pdf: bytes) -> str:
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def by_pdftotext_layout(pdf: bytes) -> str:
    command = ["pdftotext", "-layout", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


# poppler is not part of the project; where it is installed, it is asked too.
EXTRACTORS: Final[dict[str, Callable[[bytes], str]]] = {
    "pdfium": by_pdfium,
    "pypdf": by_pypdf,
    "pdfminer": by_pdfminer,
    **(
        {"pdftotext": by_pdftotext, "pdftotext-layout": by_pdftotext_layout}
        if shutil.which("pdftotext")
        else {}
    ),
}
