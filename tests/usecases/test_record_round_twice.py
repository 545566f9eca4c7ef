"""One round may bring the same village twice: the second sheet sees what the first one paid."""

from tests.funds import NOVEMBER, TODAY
from wangfund.store.books import Books
from wangfund.store.members import village_members
from wangfund.store.verify import verify
from wangfund.usecases.record_round import RecordRound, VillageRound, record_round


def test_a_village_twice_in_one_round_is_not_asked_twice(books: Books) -> None:
    command = RecordRound(NOVEMBER, TODAY, [VillageRound(1), VillageRound(2), VillageRound(1)])
    done = record_round(books, command)
    with books.read() as r:
        people = len(village_members(r, 1, TODAY)) + len(village_members(r, 2, TODAY))
        assert verify(r) == ()
    assert done.receipts == people
    assert (len(done.round_ids), done.already) == (2, 1)
    assert (done.first_receipt, done.last_receipt) == (1, people)


def test_the_same_sheet_twice_in_one_round_posts_once(books: Books) -> None:
    command = RecordRound(NOVEMBER, TODAY, [VillageRound(1, token="t"), VillageRound(1, token="t")])
    done = record_round(books, command)
    assert done.already == 1
    assert len(done.round_ids) == 1
