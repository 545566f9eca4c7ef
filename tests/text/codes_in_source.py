"""Every code the program can say, found by reading its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import wangfund

SOURCE = Path(wangfund.__file__).parent
RAISERS = {
    "Refused",
    "NotFound",
    "StoreError",
    "Confirm",
    "Finding",
    "Problem",
    "DateReading",
    "missing_fact",
}
_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_LONG_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")
ROOMS = ("thai", "domain", "store", "usecases", "documents", "cli")


@dataclass(frozen=True)
class Raised:
    """A place where a code is said; `fields` None where they cannot be read from the source."""

    code: str
    where: str
    fields: frozenset[str] | None


def raised() -> list[Raised]:
    """Every call that makes a refusal, a finding or a problem with a code written out."""
    return [one for path, tree in _modules() for one in _of_module(path, tree)]


def long_words() -> dict[str, str]:
    """Every text constant that looks like a code, with where it stands."""
    found: dict[str, str] = {}
    for path, tree in _modules():
        names = _exported(tree)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and _LONG_CODE.fullmatch(node.value)
                and node.value not in names
            ):
                found.setdefault(node.value, f"{path.name}:{node.lineno}")
    return found


def _exported(tree: ast.Module) -> set[object]:
    """What a module's __all__ names: constants, not codes."""
    lists = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)
    ]
    return {c.value for one in lists for c in ast.walk(one) if isinstance(c, ast.Constant)}


def _modules() -> Iterator[tuple[Path, ast.Module]]:
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _of_module(path: Path, tree: ast.Module) -> Iterator[Raised]:
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and _CODE.fullmatch(first.value):
            if name == "Problem":
                yield Raised(first.value, f"{path.name}:{node.lineno}", frozenset({"where", "detail"}))
            elif name in RAISERS:
                around = [f for f in functions if f.lineno <= node.lineno <= (f.end_lineno or 0)]
                fields = _fields(node, name, around[-1] if around else None)
                yield Raised(first.value, f"{path.name}:{node.lineno}", fields)
            elif name == "ValueError":
                yield Raised(first.value, f"{path.name}:{node.lineno}", frozenset())


def _fields(call: ast.Call, name: str, function: ast.FunctionDef | None) -> frozenset[str] | None:
    given = next((k.value for k in call.keywords if k.arg == "values"), None)
    if given is None:
        place = 4 if name == "Finding" else 1
        given = call.args[place] if len(call.args) > place else None
    always = frozenset({"field", "clause"}) if name == "Finding" else frozenset()
    if given is None:
        return always
    if isinstance(given, ast.Name) and function is not None:
        given = _assigned(given.id, function)
    keys = None if given is None else _keys(given)
    return None if keys is None else keys | always


def _assigned(name: str, function: ast.FunctionDef) -> ast.expr | None:
    """The one thing a name stands for in a function; None when it is changed later or comes from outside."""
    found = []
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id == name for t in node.targets
        ):
            found.append(node.value)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            found += [node.value] if node.value is not None else []
        elif (
            isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name
        ) or (isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == name):
            return None
    return found[0] if len(found) == 1 else None


def _keys(node: ast.expr) -> frozenset[str] | None:
    if not isinstance(node, ast.Dict):
        return None
    keys = [k.value for k in node.keys if isinstance(k, ast.Constant) and isinstance(k.value, str)]
    return frozenset(keys) if len(keys) == len(node.keys) else None
