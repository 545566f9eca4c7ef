"""What is printed can be copied and found again, whichever program reads the file."""

import re
from collections.abc import Callable

import pytest

from tests.documents.typeset.extractors import EXTRACTORS
from tests.documents.typeset.golden import SENTENCE, WORDS
from tests.documents.typeset.papers import blank, statement
from wangfund.documents.typeset.style import BODY

_NAMES = [f"นางสาวกตัญญู น้ำผึ้ง{number}" for number in range(40)]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _golden_paper() -> bytes:
    paper = blank()
    for start in range(0, len(WORDS), 3):
        for column, word in enumerate(WORDS[start : start + 3]):
            paper.text(paper.left + 170 * column, paper.y - 20, word, BODY.sized(14))
        paper.skip(28)
    paper.paragraph(SENTENCE, BODY)
    return paper.to_bytes()


# เเก็บ is typed with two เ; paper has the one spelling, which looks the same and can be searched.
_PRINTED = ["แก็บ" if word == "เเก็บ" else word for word in WORDS]


@pytest.mark.parametrize("extract", EXTRACTORS.values(), ids=EXTRACTORS)
def test_golden_words_and_sentence_are_found_again(extract: Callable[[bytes], str]) -> None:
    text = extract(_golden_paper())
    assert [word for word in _PRINTED if word not in text] == []
    assert _bare(SENTENCE) in _bare(text)
    assert not [c for c in text if "\ue000" <= c <= "\uf8ff" or c >= "\U000f0000" or c == "\u200b"]


@pytest.mark.parametrize("extract", EXTRACTORS.values(), ids=EXTRACTORS)
def test_every_part_of_a_statement_is_found_again(extract: Callable[[bytes], str]) -> None:
    text = _bare(extract(statement().to_bytes()))
    for part in [
        "รายงานรับ–จ่ายและฐานะกองทุน",
        "ญาติผู้กู้กตัญญูฐู",
        "1,172,480.75",
        "หน่วยพันบาท",
        "มิ.ย.",
        "7K4R",
        "หน้า1/1",
    ]:
        assert part in text, part


@pytest.mark.parametrize("extract", EXTRACTORS.values(), ids=EXTRACTORS)
def test_names_over_several_subsets_of_one_file_are_found_again(extract: Callable[[bytes], str]) -> None:
    clusters = [f"{c}{v}{t}" for c in "กขคงจชซดตทนบปผฝพฟมยรลวสหอ" for v in "ิีึืุู" for t in "่้๊"]
    paper = blank()
    for start in range(0, len(clusters), 10):
        paper.write("".join(clusters[start : start + 10]))
    for name in _NAMES:
        paper.write(name)
    text = extract(paper.to_bytes())
    assert [name for name in _NAMES if name not in text] == []
    # -layout and pdfminer may part a long run of clusters; none may be lost.
    assert [cluster for cluster in clusters if cluster not in text] == []
