"""The PDF file under a paper: embedded fonts only, Thai as its language, the same bytes for the same data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from wangfund.documents.typeset.fonts import Face, font_of
from wangfund.documents.typeset.page_ink import Pieces


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the file says of itself. `made_on` is the day the paper was asked for, not the machine's clock."""

    title: str
    author: str
    made_on: date
    subject: str = ""


class Document(Canvas):
    """A PDF in the making; pages are handed over as finished operators."""

    _doc: PDFDocument

    def __init__(self, info: DocumentInfo, size: tuple[float, float]) -> None:
        font_of(Face.REGULAR)
        self._file = BytesIO()
        self._pieces: dict[tuple[Face, str], Pieces] = {}
        super().__init__(
            self._file,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang="th-TH",
            initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub says float
        )
        self.setTitle(info.title)
        self.setAuthor(info.author)
        self.setSubject(info.subject)
        self.setCreator("wangfund")
        self.setProducer("wangfund")
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setDateFormatter(lambda *_: f"D:{info.made_on:%Y%m%d}000000+07'00'")

    def pieces_of(self, face: Face, text: str) -> Pieces:
        """`text` as codes of the subsets embedded in this file."""
        known = self._pieces.get((face, text))
        if known is None:
            font = font_of(face)
            split = font.splitString(text, self._doc)
            known = [(font.getSubsetInternalName(subset, self._doc), codes.hex()) for subset, codes in split]
            self._pieces[face, text] = known
        return known

    def add_page(self, operators: Iterable[str]) -> None:
        self.addLiteral("\n".join(operators))
        self.showPage()

    def to_bytes(self) -> bytes:
        """The finished file; nothing may be drawn afterwards."""
        self.save()
        return self._file.getvalue()
