"""What is done with a member from the page: joining, mending, leaving, sparing months, papers. Each asks, then does.

The dialogs are imported when they are asked for, so that the page itself is quick to show.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wangfund.domain.errors import FundError
from wangfund.domain.papers.receipt_paper import ReceiptPaper
from wangfund.ui.members.more_menu import entries, make_menu
from wangfund.ui.members.state import MembersState, edited_words, enrolled_words, left_words
from wangfund.ui.widgets.banner import Banner
from wangfund.ui.words import READING
from wangfund.ui.workplace import Changed, Workplace
from wangfund.usecases.edit_member import EditMember, edit_member
from wangfund.usecases.end_membership import EndMembership, end_membership
from wangfund.usecases.enrol_member import Enrolled, EnrolMember, enrol_member
from wangfund.usecases.find_members import MemberLine
from wangfund.usecases.grant_months import GrantMonths, grant_months
from wangfund.usecases.joining_terms import joining_terms, register_facts_of
from wangfund.usecases.member_view import ReceiptRow
from wangfund.usecases.paper_rows import member_receipts
from wangfund.usecases.rejoin_member import RejoinMember, rejoin_member
from wangfund.usecases.tell_paid_through import TellPaidThrough, tell_paid_through
from wangfund.usecases.undo_leaving import undo_leaving

if TYPE_CHECKING:
    from wangfund.ui.members.page import MembersPage
    from wangfund.ui.papers.made import MadePaper
    from wangfund.ui.worker.progress import Progress


class MemberActs:
    """The acts of one page."""

    def __init__(self, page: MembersPage, place: Workplace, state: MembersState) -> None:
        self._page, self._place, self._state = page, place, state

    def new(self) -> None:
        """F2: a new member."""
        self._enrol(None)

    def come_back(self) -> None:
        """A former member comes back."""
        view = self._page.counter.view
        if view is not None:
            self._enrol(next((m for m in self._state.search.rows if m.id == view.member.id), None))

    def _enrol(self, former: MemberLine | None) -> None:
        from wangfund.ui.members.enrol_dialog import EnrolDialog

        if not self._may_write():
            return
        place, page = self._place, self._page
        try:
            terms = joining_terms(place.books)
        except FundError as error:
            page.complain(error)
            return
        dialog = EnrolDialog(
            page.theme,
            terms,
            self._state.search.rows,
            lambda member_id: register_facts_of(place.books, member_id),
            page,
            former=former,
            drafts=place.drafts,
        )
        again = False

        def join(command: EnrolMember | RejoinMember) -> Enrolled:
            nonlocal again
            again = isinstance(command, RejoinMember)
            if isinstance(command, RejoinMember):
                return rejoin_member(place.books, command, place.who)
            return enrol_member(place.books, command, place.who)

        def done(made: Enrolled) -> None:
            page.show_done(enrolled_words(made, again=again), made.member_id)
            if made.receipt is not None:
                page.counter.show_list("receipts")

        page.ask(dialog, place, "รับสมาชิก", join, done, Changed.MEMBERS | Changed.MONEY)

    def edit(self) -> None:
        """F3: put the register right."""
        from wangfund.ui.members.edit_dialog import EditDialog

        view = self._page.counter.view
        if view is None or not self._may_write():
            return
        place, page = self._place, self._page
        try:
            terms = joining_terms(place.books)
        except FundError as error:
            page.complain(error)
            return
        dialog = EditDialog(page.theme, terms, self._state.search.rows, view.member, page, place.drafts)

        def write(command: EditMember) -> tuple[str, ...]:
            return edit_member(place.books, command, place.who)

        page.ask(
            dialog,
            place,
            "แก้ไขทะเบียน",
            write,
            lambda changed: page.show_done(edited_words(changed), view.member.id),
            Changed.MEMBERS,
        )

    def leave(self, cause: str) -> None:
        """Record that she leaves."""
        from wangfund.ui.members.leave_dialog import LeaveDialog

        view = self._page.counter.view
        if view is None or not self._may_write():
            return
        place, page, m = self._place, self._page, view.member
        dialog = LeaveDialog(page.theme, view, cause, place.clock.today(), page, place.drafts)
        said = cause

        def end(command: EndMembership) -> object:
            nonlocal said
            said = command.cause
            return end_membership(place.books, command, place.who)

        def done(_ended: object) -> None:
            self._state.undo = m.member_no
            page.show_done(left_words(m.name, said), m.id)

        page.ask(dialog, place, "บันทึก", end, done, Changed.MEMBERS)

    def grant(self, kind: str) -> None:
        """Spare her months."""
        from wangfund.ui.members.grant_dialog import GrantDialog

        view = self._page.counter.view
        if view is None or not self._may_write():
            return
        place, page, m = self._place, self._page, view.member
        dialog = GrantDialog(page.theme, view, kind, place.clock.today(), page, place.drafts)

        def write(command: GrantMonths) -> None:
            grant_months(place.books, command, place.who)

        words = "บันทึกการยกเว้นแล้ว" if kind == "exempt" else "บันทึกการผ่อนผันแล้ว"
        page.ask(dialog, place, "บันทึก", write, lambda _none: page.show_done(words, m.id), Changed.MEMBERS)

    def tell_through(self) -> None:
        """Say through which month she has paid, of whom nobody knew."""
        from wangfund.ui.members.through_dialog import ThroughDialog

        view = self._page.counter.view
        if view is None or not self._may_write():
            return
        place, page, m = self._place, self._page, view.member

        def write(command: TellPaidThrough) -> None:
            tell_paid_through(place.books, command, place.who)

        page.ask(
            ThroughDialog(page.theme, view, page, place.drafts),
            place,
            "บันทึก",
            write,
            lambda _none: page.show_done("บันทึกเดือนที่ชำระแล้วถึงแล้ว", m.id),
            Changed.MEMBERS,
        )

    def past(self) -> None:
        """Key what she was paid before the program."""
        from wangfund.ui.past.keyed import begin_keyed

        view = self._page.counter.view
        if view is None or not self._may_write():
            return
        page, m = self._page, view.member

        def done(words: str, _made: object) -> None:
            page.show_done(words, m.id)
            page.counter.show_list("claims")

        begin_keyed(page, self._place, done, member_no=m.member_no, member_name=m.name)

    def undo(self) -> None:
        """Ctrl Z: the leaving recorded last from this page is taken back."""
        if self._state.undo:
            self._undo_of(self._state.undo)
        else:
            self._page.head.say("ไม่มีรายการที่เลิกทำได้จากหน้านี้")

    def undo_hers(self) -> None:
        """The leaving of the one under the mark is taken back."""
        view = self._page.counter.view
        if view is not None:
            self._undo_of(view.member.member_no)

    def _undo_of(self, wanted: str) -> None:
        if not self._may_write():
            return
        place, page = self._place, self._page

        def done(_cause: str) -> None:
            self._state.undo = ""
            page.show_done(f"เลิกทำแล้ว สมาชิกเลขที่ {wanted} ยังเป็นสมาชิก", None)

        page.act(
            place,
            "เลิกทำ",
            lambda _progress: undo_leaving(place.books, wanted, place.who),
            done,
            Changed.MEMBERS,
        )

    def print_marked(self) -> None:
        """F7: what she may claim while that list is looked at; else the receipt under the mark, or the newest."""
        view = self._page.counter.view
        if self._state.tab == "claimable" and view is not None and view.member.ended_on is None:
            self.print_rights()
        else:
            self.print_newest()

    def print_newest(self) -> None:
        """The receipt under the mark, the newest where none is."""
        shown = self._page.counter.receipt
        if shown is not None:
            self.print_receipt(shown)
            return
        view = self._page.counter.view
        if view is not None:
            self._page.head.say(f"{view.member.name} ยังไม่มีใบเสร็จ")

    def print_rights(self) -> None:
        """ใบแจ้งสิทธิ of the one under the mark."""
        from wangfund.ui.papers.paper_dialog import open_paper

        view = self._page.counter.view
        if view is None:
            return
        place, m = self._place, view.member

        def make(_progress: Progress) -> MadePaper:
            from wangfund.ui.papers.rights import rights_paper

            return rights_paper(place, m.member_no)

        open_paper(self._page, place, f"ใบแจ้งสิทธิของ {m.name}", make, "จัดทำใบแจ้งสิทธิ")

    def print_receipt(self, receipt: ReceiptRow) -> None:
        """One receipt, as it will be printed."""
        self._open(f" {receipt.book}-{receipt.leaf}", receipt.id)

    def print_all(self) -> None:
        """Every receipt of hers."""
        self._open("", None)

    def more(self) -> None:
        """F10: what else can be done with her."""
        page, view = self._page, self._page.counter.view
        if view is None:
            return
        button = page.counter.acts["more"]
        menu = make_menu(page.theme, entries(view, compact=page.theme.compact), self.do, page)
        corner = button.mapToGlobal(button.rect().topLeft())
        corner.setY(corner.y() + button.height())
        menu.popup(corner)

    def do(self, act: str) -> None:
        """One entry of that menu."""
        kind, _, what = act.partition(":")
        acts: dict[str, Callable[[], object]] = {
            "edit": self.edit,
            "past": self.past,
            "through": self.tell_through,
            "print": self.print_newest,
            "rights": self.print_rights,
            "print_all": self.print_all,
            "show": self._page.show_big,
            "leave": lambda: self.leave(what),
            "grant": lambda: self.grant(what),
            "rejoin": self.come_back,
            "undo": self.undo_hers,
        }
        acts[kind]()

    def _may_write(self) -> bool:
        """Whether the register may be written; if not it is said before a form is filled in vain."""
        if self._place.books.readonly is None:
            return True
        words = f"{READING} จึงบันทึกในทะเบียนไม่ได้"
        self._page.tell(Banner(self._page.theme, "pri", words, icon="lock", can_close=True))
        return False

    def _open(self, which: str, receipt_id: int | None) -> None:
        from wangfund.ui.papers.paper_dialog import open_paper

        view = self._page.counter.view
        if view is None:
            return
        place, member_no = self._place, view.member.member_no
        heading, name = f"ใบเสร็จของ {view.member.name}", f"ใบเสร็จ {member_no}{which}"

        def make(_progress: Progress) -> MadePaper:
            from wangfund.ui.papers.counted import receipts_paper

            def pick() -> tuple[ReceiptPaper, ...]:
                papers = member_receipts(place.books, member_no)
                return tuple(p for p in papers if receipt_id is None or p.row_id == receipt_id)

            return receipts_paper(place, name, pick)

        open_paper(self._page, place, heading, make, "จัดทำใบเสร็จ")
