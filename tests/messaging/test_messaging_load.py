"""Loading the messaging document: what is accepted, how files merge, and what each mistake says."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from msglint.errors import UserError
from msglint.messaging.load import LoadedMessaging, load_messaging

HEAD = "schema: 1\ncompany: {name: Larkmill}\n"


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write_files(*contents: str | bytes) -> list[Path]:
        paths = [Path(f"{number}.yaml") for number in range(1, len(contents) + 1)]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return paths

    return write_files


def problems(paths: list[Path]) -> list[str]:
    with pytest.raises(UserError) as caught:
        load_messaging(paths)
    return [str(problem) for problem in caught.value.problems]


MISTAKES = {
    "unknown key": (
        HEAD + "problems:\n  - id: PR-1\n    statement: x\n    proofpoints: []\n",
        ["1.yaml:6: unknown key 'proofpoints', did you mean 'proof_points'?"],
    ),
    "unknown section": (
        HEAD + "valueprops: []\n",
        ["1.yaml:3: unknown key 'valueprops', did you mean 'value_propositions'?"],
    ),
    "bare date": (
        HEAD + "as_of: 2026-01-31\n",
        ["1.yaml:3: 'as_of': a bare date needs quotes: \"2026-01-31\""],
    ),
    "bare year": (HEAD + "as_of: 2026\n", ["1.yaml:3: 'as_of': a bare date needs quotes: \"2026\""]),
    "no such day": (
        HEAD + 'as_of: "2026-02-30"\n',
        [
            "1.yaml:3: 'as_of': '2026-02-30' is not a day of the calendar; "
            'write "YYYY-MM-DD", "YYYY-MM" or "YYYY", in quotes'
        ],
    ),
    "unquoted no": (
        HEAD + "banned_claim_words: [{word: no}]\n",
        ["1.yaml:3: 'word': YAML reads no as false in B-1 (put it in quotes: \"no\")"],
    ),
    "unquoted off in a list": (
        HEAD + "terminology: [{id: T-1, use: x, avoid: [a, off]}]\n",
        ["1.yaml:3: an entry of 'avoid': YAML reads off as false in T-1 (put it in quotes: \"off\")"],
    ),
    "number as text": (
        HEAD + "goal: {id: G, statement: 12}\n",
        ["1.yaml:3: 'statement': YAML reads 12 as a number in G (put it in quotes: \"12\")"],
    ),
    "missing keys": (
        "as_of: '2026'\nproblems:\n  - statement: x\n",
        [
            "1.yaml:1: the key 'company' is missing (add company: …)",
            "1.yaml:1: the key 'schema' is missing (add schema: …)",
            "1.yaml:3: the key 'id' is missing (add id: …)",
        ],
    ),
    "text for a statement": (
        HEAD + "problems:\n  - too slow\n",
        [
            "1.yaml:4: an entry of 'problems' should be a mapping of keys (key: value), not 'too slow' "
            "(a statement looks like {id: VP-1, statement: …})"
        ],
    ),
    "text for a list": (HEAD + "problems: slow\n", ["1.yaml:3: 'problems' should be a list, not 'slow'"]),
    "colon in a text": (
        HEAD + "goal:\n  id: G\n  statement: {Faster: in one day}\n",
        [
            "1.yaml:5: 'statement' should be text, not a mapping of keys in G "
            "(put a text with ': ' in it in quotes)"
        ],
    ),
    "unknown status": (
        HEAD + "goal: {id: G, statement: x, status: aproved}\n",
        ["1.yaml:3: 'status' is 'aproved' in G (use draft, approved or retired)"],
    ),
    "id with a space": (
        HEAD + "goal: {id: G 1, statement: x}\n",
        ["1.yaml:3: 'id' is 'G 1' in G 1 (letters, digits, '.', '_' and '-' only, such as VP-1)"],
    ),
    "same id twice": (
        HEAD + "problems:\n  - {id: X, statement: a}\npositioning:\n  - {id: X, statement: b}\n",
        ["1.yaml:6: the id 'X' is already used in line 4 (rename one)"],
    ),
    "same key twice": (
        HEAD + "company: {name: B}\n",
        ["1.yaml:3: the key 'company' stands twice (first in line 2)"],
    ),
    "other version": ("schema: 2\ncompany: {name: B}\n", ["1.yaml:1: 'schema' is 2 (use 1)"]),
    "empty": ("", ["1.yaml: is empty, not a master messaging document (see docs/messaging.md for a start)"]),
    "comments only": (
        "# later\n",
        ["1.yaml: is empty, not a master messaging document (see docs/messaging.md for a start)"],
    ),
    "a list": (
        "- a\n",
        [
            "1.yaml:1: is not a master messaging document, which is a mapping of keys "
            "such as company: and positioning:"
        ],
    ),
    "a tab": (
        HEAD + "\tgoal: x\n",
        [
            "1.yaml:3: this is not YAML: found character that cannot start any token "
            "(indent with spaces, not tabs; put a text that begins with @, ` or % in quotes)"
        ],
    ),
    "latin-1": (
        HEAD.encode() + b"as_of: \xe9\n",
        ["1.yaml:3: is not UTF-8 text (save it with the encoding UTF-8)"],
    ),
    "code": (
        HEAD + "as_of: !!python/name:os.system x\n",
        [
            "1.yaml:3: the YAML tag 'tag:yaml.org,2002:python/name:os.system' is not allowed "
            "(put a text that begins with ! in quotes)"
        ],
    ),
    "word as key": (
        HEAD + "no: 5\n",
        ["1.yaml:3: a key must be a word, not no (which YAML reads as false) (put it in quotes)"],
    ),
    "itself": (
        HEAD + "problems: &a [*a]\n",
        ["1.yaml:3: '*a' refers to the entry it stands in"],
    ),
    "deep nesting": ("[" * 41, ["1.yaml:1: is nested deeper than 40 levels"]),
    "nesting beyond the parser's own limit": ("[" * 100_000, ["1.yaml:1: is nested deeper than 40 levels"]),
    "deep nesting in blocks": ("- " * 100_000 + "a", ["1.yaml:1: is nested deeper than 40 levels"]),
}


@pytest.mark.parametrize(("content", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_line_and_remedy(write, content, expected) -> None:
    assert problems(write(content)) == expected


def test_all_problems_are_listed_at_once_in_the_order_of_lines(write) -> None:
    content = (
        HEAD
        + "as_of: 2026-01-01\nproblems: [{id: A, statement: x, ownr: y}, {id: A, statement: x}]\nfoo: 1\n"
    )
    assert [problem.split(": ")[0] for problem in problems(write(content))] == [
        "1.yaml:3",
        *["1.yaml:4"] * 2,
        "1.yaml:5",
    ]


def test_problems_never_show_the_validator(write) -> None:
    for content, _ in MISTAKES.values():
        text = "\n".join(problems(write(content)))
        assert "pydantic" not in text.lower()
        assert "http" not in text
        assert "Input should" not in text


def test_alias_bombs_are_refused(write) -> None:
    lines = [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(lines)
    assert problems(write(bomb)) == ["1.yaml:1: aliases (*name) make the document too large"]


def test_missing_files_and_folders_are_named_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    assert problems([Path("none.yaml"), Path("folder")]) == [
        "none.yaml: there is no such file (check the path; docs/messaging.md shows how to start a document)",
        "folder: is a folder (name the YAML file in it)",
    ]


def test_one_text_stands_for_a_list_and_an_empty_key_for_none(write) -> None:
    document = load_messaging(
        write(
            HEAD
            + "category:\nproblems:\nproducts: [{id: P, name: M, aliases: N, retired: O}]\n"
            + "goal: {id: G, statement: x, variants: y, audiences: z, owner: }\n"
            + "competitors:\n- {id: C, name: R, stance: partner, named_in: battlecard}\n"
            + "- {id: D, name: S, named_in: }\n"
            + "terminology: [{id: T, use: x, avoid: y, except: headline}]\n"
        )
    ).document
    assert document.category is None
    assert document.problems == ()
    assert (document.products[0].aliases, document.products[0].retired) == (("N",), ("O",))
    assert document.goal is not None
    assert (document.goal.variants, document.goal.audiences, document.goal.owner) == (("y",), ("z",), None)
    assert [(rival.stance, rival.named_in) for rival in document.competitors] == [
        (("partner",), ("battlecard",)),
        (("rival",), None),
    ]
    assert (document.terminology[0].avoid, document.terminology[0].exceptions) == (("y",), ("headline",))


def test_anchors_merge_keys_and_bare_values_are_fine(write) -> None:
    document = load_messaging(
        write(
            HEAD
            + "problems:\n"
            + "  - &base {id: A, statement: one, owner: marketing}\n"
            + "  - {<<: *base, id: B, statement: two, proof_points: [{id: P, statement: x, value: 4.5}]}\n"
        )
    ).document
    assert [(entry.id, entry.owner) for entry in document.problems] == [
        ("A", "marketing"),
        ("B", "marketing"),
    ]
    assert document.problems[1].proof_points[0].value == "4.5"


def test_entries_without_an_id_get_one_that_is_free(write) -> None:
    loaded = load_messaging(
        write(
            HEAD
            + "retired_statements:\n  - statement: a\n  - {id: R-1, statement: b}\n  - statement: c\n"
            + "banned_claim_words:\n  - word: best\n"
            + "teams: [{department: sales, success: won deals}]\n"
        )
    )
    assert [entry.id for entry in loaded.document.retired_statements] == ["R-2", "R-1", "R-3"]
    assert [word.id for word in loaded.document.banned_claim_words] == ["B-1"]
    assert [team.id for team in loaded.document.teams] == ["TEAM-1"]
    assert (loaded.line("R-3"), loaded.line("B-1"), loaded.line("none")) == (6, 8, None)


def test_files_merge_in_order(write) -> None:
    core = HEAD + 'as_of: "2026"\nproblems:\n  - {id: A, statement: one}\n  - {id: B, statement: two}\n'
    more = (
        "company: {name: Larkmill GmbH}\nproblems:\n- {id: B, statement: zwei}\n- {id: C, statement: drei}\n"
    )
    loaded = load_messaging(write(core, more))
    assert [(entry.id, entry.statement) for entry in loaded.document.problems] == [
        ("A", "one"),
        ("B", "zwei"),
        ("C", "drei"),
    ]
    assert loaded.document.company.name == "Larkmill GmbH"
    assert loaded.document.as_of == "2026"
    assert loaded.path == "1.yaml, 2.yaml"
    assert loaded.sha256 == hashlib.sha256((core + more).encode()).hexdigest()
    assert [(loaded.file(entry_id), loaded.line(entry_id)) for entry_id in "ABC"] == [
        ("1.yaml", 5),
        ("2.yaml", 3),
        ("2.yaml", 4),
    ]


def test_an_id_may_not_move_to_another_section_in_a_later_file(write) -> None:
    paths = write(HEAD + "problems: [{id: A, statement: x}]\n", "positioning: [{id: A, statement: y}]\n")
    assert problems(paths) == ["2.yaml:1: the id 'A' is already used in 1.yaml:3 (rename one)"]


def test_the_examples_of_the_documentation_load(write) -> None:
    page = (Path(__file__).parents[2] / "docs" / "messaging.md").read_text(encoding="utf-8")
    whole, part = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert load_messaging(write(whole, part)).document.products[0].retired == ("MatchPoint",)


def test_a_loaded_document_can_be_sent_to_another_process(write) -> None:
    import pickle

    loaded = load_messaging(write(HEAD))
    copy = pickle.loads(pickle.dumps(loaded))
    assert isinstance(copy, LoadedMessaging)
    assert copy == loaded
