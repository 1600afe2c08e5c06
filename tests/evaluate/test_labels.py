"""Labelled data: what a line may be, and errors that name file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from msglint.errors import UserError
from msglint.evaluate.labels import LabelledPair, read_claim_labels, read_pairs
from msglint.model import BlockKind

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, *lines: str) -> Path:
    path = folder / "labels.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ('{"sentence": "We pay.", "label": "drift"}', BlockKind.BODY),
        ('{"sentence": "We pay.", "label": "drift", "where": "title"}', BlockKind.TITLE),
        ('{"sentence": "We pay.", "label": "drift", "where": "speaker notes"}', BlockKind.NOTES),
        ('{"sentence": "We pay.", "label": "drift", "where": "a podcast"}', BlockKind.BODY),
    ],
)
def test_claims(tmp_path: Path, row: str, kind: BlockKind) -> None:
    (found,) = read_claim_labels(written(tmp_path, row))
    assert (found.sentence, found.label, found.kind) == ("We pay.", "drift", kind)


def test_claims_may_name_a_statement(tmp_path: Path) -> None:
    rows = [
        '{"sentence": "A", "label": "drift", "statement_id": "VP-1"}',
        "",
        '{"sentence": "B", "label": "unsure", "statement_id": ""}',
    ]
    assert [row.statement_id for row in read_claim_labels(written(tmp_path, *rows))] == ["VP-1", None]


def test_pairs(tmp_path: Path) -> None:
    rows = [
        '{"premise": "A", "claim": "B", "label": "supports", "source": "x"}',
        '{"premise": "A", "claim": "B", "label": 3.5}',
    ]
    assert list(read_pairs(written(tmp_path, *rows))) == [
        LabelledPair("A", "B", "supports"),
        LabelledPair("A", "B", 3.5),
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("not json", "not JSON"),
        ('["a", "list"]', "must be a JSON object"),
        ('{"label": "drift"}', "needs 'sentence' and 'label'"),
        ('{"sentence": "We pay."}', "needs 'sentence' and 'label'"),
        ('{"sentence": 3, "label": "drift"}', "needs 'sentence' and 'label'"),
        ('{"sentence": "We pay.", "label": "wrong"}', "needs 'sentence' and 'label'"),
        ('{"sentence": "We pay.", "label": ["drift"]}', "needs 'sentence' and 'label'"),
        ('{"sentence": "We pay.", "label": null}', "needs 'sentence' and 'label'"),
    ],
)
def test_errors_in_claims_name_the_line(tmp_path: Path, row: str, message: str) -> None:
    path = written(tmp_path, '{"sentence": "We pay.", "label": "drift"}', row)
    with pytest.raises(UserError, match=message) as error:
        list(read_claim_labels(path))
    assert f"{path.name}:2" in str(error.value)


@pytest.mark.parametrize(
    "row",
    [
        '{"premise": "A", "claim": "B"}',
        '{"premise": "A", "label": "supports"}',
        '{"claim": "B", "label": "supports"}',
        '{"premise": 1, "claim": "B", "label": "supports"}',
        '{"premise": "A", "claim": "B", "label": true}',
        '{"premise": "A", "claim": "B", "label": []}',
    ],
)
def test_errors_in_pairs_name_the_line(tmp_path: Path, row: str) -> None:
    with pytest.raises(UserError, match="needs 'premise', 'claim' and 'label'") as error:
        list(read_pairs(written(tmp_path, row)))
    assert "labels.jsonl:1" in str(error.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        list(read_pairs(tmp_path / "missing.jsonl"))
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="cannot be read"):
        list(read_claim_labels(tmp_path / "binary.jsonl"))


def test_line_separators_inside_a_text_do_not_end_the_line(tmp_path: Path) -> None:
    row = '{"premise": "A\u2028B\u0085C", "claim": "B", "label": "nei"}'
    assert [pair.premise for pair in read_pairs(written(tmp_path, row))] == ["A\u2028B\u0085C"]
