import pytest

from tests.usecases.practice.funds import MEMBERS, YEARS, PracticeFund, made


@pytest.fixture(scope="session")
def fund(tmp_path_factory: pytest.TempPathFactory) -> PracticeFund:
    """A fund of two years, made once; read only."""
    return made(tmp_path_factory.mktemp("practice"), members=MEMBERS, years=YEARS)
