from __future__ import annotations

from io import StringIO

import pytest

from msglint.report.style import PLAIN, Style, terminal_style


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environ", "style"),
    [
        pytest.param(StringIO(), {}, PLAIN, id="pipe"),
        pytest.param(StringIO(), {"COLUMNS": "60"}, PLAIN, id="a pipe has no columns"),
        pytest.param(StringIO(), {"FORCE_COLOR": "1"}, Style(100, colour=True), id="forced in a pipe"),
        pytest.param(Terminal(), {}, Style(100, colour=True), id="terminal of unknown width"),
        pytest.param(Terminal(), {"COLUMNS": "80"}, Style(80, colour=True), id="terminal"),
        pytest.param(Terminal(), {"COLUMNS": "300"}, Style(110, colour=True), id="wide terminal"),
        pytest.param(Terminal(), {"COLUMNS": "8"}, Style(40, colour=True), id="tiny terminal"),
        pytest.param(Terminal(), {"COLUMNS": "80", "NO_COLOR": "1"}, Style(80), id="NO_COLOR"),
        pytest.param(
            Terminal(), {"COLUMNS": "80", "NO_COLOR": "1", "FORCE_COLOR": "1"}, Style(80), id="NO_COLOR wins"
        ),
        pytest.param(Terminal(), {"COLUMNS": "80", "TERM": "dumb"}, Style(80), id="dumb terminal"),
    ],
)
def test_style_fits_the_stream(stream, environ, style):
    assert terminal_style(stream, environ) == style
