"""The project's promises about itself: its lock, its licences, its rooms and its manners."""

import ast
import importlib.util
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "src" / "wangfund"
LOWER_ROOMS: Final = ("thai", "domain", "store", "usecases")
TEXT_SUFFIXES: Final = {
    "",
    ".cfg",
    ".in",
    ".iss",
    ".lock",
    ".md",
    ".ps1",
    ".py",
    ".sh",
    ".spec",
    ".svg",
    ".toml",
    ".txt",
}
# Joined here, so that this file does not hold what it looks for.
SERVERS: Final = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "--" + r"(extra-)?index-url", "--" + "find-links"])
)
MACHINE_PATHS: Final = re.compile(r"(?<![\w.~/>-])/(?:home|work|root|Users|mnt)/")


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def project_texts() -> Iterator[tuple[Path, str]]:
    """Every text file of ours, with its path from the root; licence texts and word lists are not ours."""
    tops = ["src", "migrations", "packaging", "tests", "resources", ".ci"]
    files = [p for p in ROOT.iterdir() if p.is_file()] + [p for top in tops for p in (ROOT / top).rglob("*")]
    for path in files:
        inside = path.relative_to(ROOT)
        foreign = (
            inside.parts[:2] in {("resources", "words"), ("resources", "fonts")}
            or "__pycache__" in inside.parts
        )
        if path.is_file() and path.suffix in TEXT_SUFFIXES and not foreign:
            yield inside, path.read_text(encoding="utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked() -> dict[str, list[str]]:
    """Each requirement line of the lock (name==version and its marker), with its hashes."""
    found: dict[str, list[str]] = {}
    current = ""
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            current = line.rstrip(" \\")
            found[current] = []
        elif "--hash=" in line:
            found[current].append(line.strip(" \\"))
    return found


def wanted() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [re.split(r"[=~<>! \[]", line)[0] for line in lines]


def test_lock_holds_exact_versions_each_with_sha256() -> None:
    requirements = locked()
    assert len(requirements) > 30
    for line, hashes in requirements.items():
        assert re.match(r"^[a-z0-9-]+==[\w.]+( ; .+)?$", line), line
        assert hashes, line
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", h) for h in hashes), line


def test_lock_names_every_dependency_of_the_project() -> None:
    names = {line.split("==")[0] for line in locked()}
    assert [name for name in wanted() if normal(name) not in names] == []


def test_lock_holds_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_no_file_names_a_package_server() -> None:
    assert [str(path) for path, text in project_texts() if SERVERS.search(text)] == []


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert [str(path) for path, text in project_texts() if MACHINE_PATHS.search(text)] == []


def test_every_dependency_has_its_line_in_contributing() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    assert [name for name in wanted() if not name.startswith("types-") and name.lower() not in text] == []


def test_every_bundled_file_has_a_licence() -> None:
    resources = ROOT / "resources"
    table = (resources / "LICENSES.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip(" `") for cell in line.split("|")[1:-1]]
        for line in table.splitlines()
        if line.startswith("| `")
    ]
    paths = {row[0] for row in rows}
    texts = {(resources / row[4]).resolve() for row in rows}
    assert [str(path) for path in texts if not path.is_file()] == []
    assert [path for path in paths if not (resources / path).exists()] == []
    unlisted = [
        str(inside)
        for path in resources.rglob("*")
        if path.is_file() and path.resolve() not in texts and path.name != "LICENSES.md"
        for inside in [path.relative_to(resources)]
        if inside.as_posix() not in paths and f"{inside.parent.as_posix()}/" not in paths
    ]
    assert unlisted == []


def test_only_app_asks_the_machine_for_today() -> None:
    asking = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time|time\.localtime)\(")
    guilty = [p.name for p in modules() if asking.search(p.read_text(encoding="utf-8"))]
    assert guilty in ([], ["app.py"])


def test_modules_stay_small_and_are_named_for_what_they_hold() -> None:
    long = {p.name: n for p in modules() if (n := len(p.read_text(encoding="utf-8").splitlines())) > 600}
    assert long == {}
    assert {p.stem for p in modules()} & {"utils", "util", "helpers", "helper", "common", "misc"} == set()


def test_every_module_says_what_it_is() -> None:
    silent = [str(p) for p in modules() if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert silent == []


def test_words_of_insurance_are_never_shown() -> None:
    shown = re.compile("เบี้ย" + "ประกัน|เค" + "ลม(?!็)")
    assert [str(p) for p, text in project_texts() if p.parts[0] == "src" and shown.search(text)] == []


def test_rooms_without_prose_hold_no_thai_sentence() -> None:
    # A word of data (a title, a status, a column's usual heading) may stand there; a sentence has spaces in it.
    sentence = re.compile(r"[฀-๿]{4,} [฀-๿]{4,} [฀-๿]{4,}")
    found = [
        f"{path.name}:{node.lineno}"
        for room in ("store", "usecases")
        for path in (SOURCE / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and sentence.search(node.value)
    ]
    assert found == []


@pytest.mark.parametrize("room", LOWER_ROOMS)
def test_importing_a_lower_room_brings_no_window_and_no_pages(room: str) -> None:
    script = (
        f"import importlib, pkgutil, sys, wangfund.{room} as room\n"
        "for m in pkgutil.walk_packages(room.__path__, room.__name__ + '.'): importlib.import_module(m.name)\n"
        "print([n for n in ('PySide6', 'reportlab', 'openpyxl', 'python_calamine') if n in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")


def test_every_room_is_typed_for_its_users() -> None:
    assert (SOURCE / "py.typed").is_file()


def test_dev_lists_every_word_it_knows() -> None:
    script = (ROOT / "dev").read_text(encoding="utf-8")
    said = subprocess.run(["sh", str(ROOT / "dev")], capture_output=True, text=True, check=True).stdout
    known = {w for line in re.findall(r"^  ([a-z| ]+)\)$", script, re.MULTILINE) for w in line.split(" | ")}
    assert known == set(re.findall(r"^\./dev (\w+)", said, re.MULTILINE))


def test_readme_gives_exactly_the_two_commands() -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert {line for block in blocks for line in block.splitlines()} == {"./dev run", "./dev test"}


def test_readme_shows_the_window() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert len(shown) >= 3
    for picture in shown:
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG"), picture


@pytest.mark.slow
def test_wheel_carries_migrations_and_resources(tmp_path: Path) -> None:
    assert importlib.util.find_spec("hatchling") is not None
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("wangfund-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("migrations", "resources"):
        ours = [
            p.relative_to(ROOT / folder)
            for p in (ROOT / folder).rglob("*")
            if p.is_file() and p.suffix != ".pyc"
        ]
        assert [str(p) for p in ours if f"wangfund/_{folder}/{p.as_posix()}" not in names] == []
    assert not [name for name in names if name.endswith(".pyc") or name.startswith("tests/")]
