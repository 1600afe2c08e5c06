"""Rules as text to read: one rule for `explain`, all of them as a page of documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.model import BlockKind, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from msglint.checks.rule import Example, Rule

_INTRO = """\
# Rules

Each rule is one YAML file in `rules/`, with its examples, which are its tests. This page is made from them by
`msglint rules list --format markdown > docs/rules.md`. Rules of the mode `coverage` run only with
`--mode coverage`, the others always.

"""


def rules_page(rules: Sequence[Rule]) -> str:
    """The documentation of all rules as Markdown, with a table of contents."""
    table = ["| rule | name | severity | mode |", "|---|---|---|---|"]
    table += [f"| [{r.id}](#{r.id.lower()}) | {r.name} | {r.severity} | {r.mode} |" for r in rules]
    return _INTRO + "\n".join(table) + "\n\n" + "\n".join(map(_section, rules))


def rule_text(rule: Rule) -> str:
    """One rule for the terminal: what it is, why, and its examples."""
    return "\n".join(
        [
            f"{rule.id} {rule.name} ({rule.severity}, {rule.mode} mode)",
            "",
            rule.why,
            "",
            f"Message: {rule.message}",
            f"Looks at: {_scope(rule)}",
            "",
            "Flagged:",
            *(f"  - {_plain(example)}" for example in rule.flags),
            "Passes:",
            *(f"  - {_plain(example)}" for example in rule.passes),
            "",
        ]
    )


def rules_table(rules: Sequence[Rule]) -> str:
    """One line a rule: id, severity, mode and name."""
    return "".join(f"{r.id:8} {r.severity:8} {r.mode:15} {r.name}\n" for r in rules)


def _section(rule: Rule) -> str:
    lines = [
        f"## {rule.id}",
        "",
        f"**{rule.name}** · {rule.severity} · {rule.mode} mode · check `{rule.check}`",
        "",
        rule.why,
        "",
        f"Message: `{rule.message}`  ",
        f"Looks at: {_scope(rule)}",
        "",
        "Flagged:",
        "",
        *(f"- {_marked(example)}" for example in rule.flags),
        "",
        "Passes:",
        "",
        *(f"- {_marked(example)}" for example in rule.passes),
        "",
    ]
    return "\n".join(lines)


def _scope(rule: Rule) -> str:
    kinds = ", ".join(kind for kind in BlockKind if kind in rule.scope) or "every kind of text"
    marks = ", ".join(mark for mark in Mark if mark in rule.marks)
    return f"{kinds}, where it is {marks}" if marks else kinds


def _plain(example: Example) -> str:
    note = f" ({example.note})" if example.note else ""
    return f"{example.text}{_place(example)}{note}"


def _marked(example: Example) -> str:
    text = example.text.replace("`", "'").replace("\n", " ")
    note = f": {example.note}" if example.note else ""
    return f"`{text}`{_place(example)}{note}"


def _place(example: Example) -> str:
    """The example's kind of text and file, where they are not the usual ones."""
    parts = [example.kind.value] if example.kind is not BlockKind.BODY else []
    parts += sorted(example.marks)
    parts += [example.asset_name] if example.asset_name != "example.md" else []
    parts += [f"for {example.audience}"] if example.audience else []
    return f" [{', '.join(parts)}]" if parts else ""
