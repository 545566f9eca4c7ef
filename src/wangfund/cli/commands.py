"""The list of commands: where each lives and what it does in a line, without loading any."""

from __future__ import annotations

from typing import Final, NamedTuple


class Command(NamedTuple):
    """A command: its module in this room, its function there (its options: `NAME_options`), and its line of help."""

    module: str
    function: str
    does: str


COMMANDS: Final[dict[str, Command]] = {
    "demo": Command("demo", "demo", "สร้างกองทุนฝึก กองทุนสวัสดิการชุมชนตำบลบ้านนาสุข"),
    "new": Command("new", "new", "สร้างไฟล์กองทุนใหม่จากข้อมูลกองทุน"),
    "opening": Command("opening", "opening", "ลงยอดยกมา"),
    "info": Command("info", "info", "ดูว่ากองทุนมีสมาชิกและเงินเท่าไร"),
    "verify": Command("verify", "verify", "ตรวจว่าไฟล์กองทุนสมบูรณ์และไม่ถูกแก้"),
    "backup": Command("backup", "backup", "ทำสำเนาสำรองที่ตรวจแล้ว"),
    "restore": Command("backup", "restore", "เรียกคืนจากสำเนาสำรอง โดยเก็บไฟล์เดิมไว้"),
    "import": Command("import_file", "import_file", "นำเข้าทะเบียนสมาชิกหรือตารางเงินสมทบจาก Excel"),
    "past": Command("past", "past", "บันทึกสวัสดิการที่จ่ายไปก่อนใช้โปรแกรม ให้นับในเพดานและกันจ่ายซ้ำ"),
    "join": Command("membership", "join", "รับสมาชิกใหม่พร้อมค่าสมัคร"),
    "leave": Command("membership", "leave", "สมาชิกลาออก เสียชีวิต หรือพ้นสภาพ"),
    "paid-through": Command("membership", "paid_through", "บอกเดือนที่สมาชิกชำระแล้วถึง เมื่อยังไม่มีใครรู้"),
    "exempt": Command("membership", "exempt", "ยกเว้นหรือผ่อนผันเงินสมทบบางเดือนตามมติ"),
    "collect": Command("collect", "collect", "ลงรอบเก็บเงินสมทบของหมู่บ้าน"),
    "pay": Command("pay", "pay", "รับเงินสมทบของสมาชิกคนหนึ่งที่โต๊ะ"),
    "receive": Command("other_money", "receive", "รับเงินอื่น เช่น เงินสนับสนุน บริจาค ดอกเบี้ย"),
    "spend": Command("other_money", "spend", "จ่ายค่าใช้จ่าย"),
    "move": Command("other_money", "move", "ย้ายเงินระหว่างเงินสด ธนาคาร และลูกหนี้ผู้เก็บเงิน"),
    "transfer": Command("other_money", "transfer", "โอนระหว่างกองเงินตามมติ"),
    "reverse": Command("reverse", "reverse", "ลงรายการกลับของรายการที่ผิด"),
    "claim": Command("claim", "claim", "พิจารณา อนุมัติ และจ่ายสวัสดิการ"),
    "rulebook": Command("rulebook", "rulebook", "ตรวจระเบียบกองทุน"),
    "close": Command("close", "close", "นับเงินและปิดงวด"),
    "month": Command("month", "month", "พิมพ์ชุดเอกสารประชุมประจำเดือน"),
    "paper": Command("paper", "paper", "พิมพ์เอกสารใบใดใบหนึ่ง"),
    "payday": Command("payday", "payday", "จ่ายสวัสดิการที่จ่ายพร้อมกันในวันเดียว"),
    "network": Command("network", "network", "ทำสมุดข้อมูลส่งเครือข่ายจังหวัด"),
    "ledger": Command("ledger", "ledger", "ส่งบัญชีทั้งหมดออกเป็นข้อความสำหรับผู้ตรวจสอบ"),
}


def overview() -> str:
    """What the program can do, for a person who asks."""
    width = max(map(len, COMMANDS))
    return "\n".join(
        [
            "wangfund – บัญชีและทะเบียนสมาชิกของกองทุนสวัสดิการชุมชนหนึ่งกองทุน",
            "",
            "วิธีใช้: wangfund คำสั่ง ไฟล์.wangfund [ตัวเลือก]",
            "",
            *(f"  {name:<{width}}  {command.does}" for name, command in COMMANDS.items()),
            "",
            "ทุกคำสั่งมี --json --today วันที่ และ --help",
            "วันที่และเดือนพิมพ์เป็น พ.ศ. หรือ ค.ศ. ก็ได้ จำนวนเงินพิมพ์เป็นบาท",
            "ไม่บอกคำสั่ง หรือบอกเพียงไฟล์.wangfund: เปิดหน้าต่าง ถ้าเครื่องมีจอ",
        ]
    )
