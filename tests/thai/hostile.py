"""Text that nobody should type and somebody will: input for every reader of this room."""

from typing import Final

from hypothesis import strategies as st

HOSTILE: Final = (
    "",
    " \t\n ",
    "\x00",
    "30\x00/6/2568",
    "\ud800",
    "😀👨‍👩‍👧‍👦🇹🇭",
    "<b>นาย</b> &amp; <script>alert(1)</script>",
    "'; DROP TABLE member; --",
    '=HYPERLINK("http://example.invalid","x")',
    "%s%n{0}{__class__}",
    "๑2๓4/๖/๒5๖8",
    "٣٠/٦/٢٥٦٨",
    "³⁰/⁶/²⁵⁶⁸",
    "１２３４５",
    "้้้้้้",
    "ํ้าํ้าำ้ำ้",
    "เเเเเเ",
    "\u202e8652/6/03",
    "-" * 10_000,
    "9" * 10_000,
    "๙" * 10_000,
    "ก" * 10_000,
    "ำ้" * 5_000,
    "ุ่" * 5_000,
    "้ิ์ัํ" * 2_000 + "า",
    "น. " * 3_334,
    "ว่าที่ " * 1_400,
    "พระครู" * 1_600,
    " " * 10_000 + "x",
    "1,234" * 2_000,
    "วันที่ 30 เดือน " * 600 + "มิถุนายน",
    "\r\n".join(f"{row}\tนายสมชาย ใจดี\t1-2345-67890-12-1\t30/6/2568\t500.00" for row in range(200)),
)

_PIECES: Final = st.sampled_from(
    [
        *"กขคนปฟญฐอรฤ",
        *"เแโใไะัาำิีึืุูๅๆฯ",
        *"็่้๊๋์ํ๎ฺ",
        *"0123456789๐๑๒๓๔๕๖๗๘๙",
        *" /.,-\t\n\u200b\u00a0\ufeff\x00",
        *"Aaé😀",
        "นาย",
        "น.ส.",
        "พ.ศ.",
        "มิ.ย.",
        "บาท",
    ]
)

thai_like: Final = st.lists(_PIECES, max_size=40).map("".join)
any_text: Final = st.one_of(
    thai_like, st.text(max_size=60), st.sampled_from([text for text in HOSTILE if len(text) < 100])
)

given_names: Final = st.sampled_from(
    [
        "กตัญญู",
        "แก้วตา",
        "เกรียงไกร",
        "น้ำผึ้ง",
        "สาวิตรี",
        "คุณากร",
        "ดรุณี",
        "นิแว",
        "แมะซง",
        "อับดุลเลาะ",
        "ณรงค์",
        "ใหม่",
        "ฤทัย",
        "หญิงดี",
        "ไพโรจน์",
    ]
)
family_names: Final = st.sampled_from(
    ["", "ศรีสุข", "ณ นคร", "บิน อาแว", "แซ่ตั้ง", "เจ๊ะมะ", "น้ำใจ", "เอื้อเฟื้อ", "ฐิตธมฺโม", "อิศรางกูร ณ อยุธยา"]
)
