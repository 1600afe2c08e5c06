"""`check` and `text` open no connection to anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asset_bytes import deck

if TYPE_CHECKING:
    from cli_driver import Msglint

# Python raises these events before it looks a name up or sends a byte, whatever the library on top.
GUARD = """
import sys

def guard(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
                 "socket.gethostbyname", "urllib.Request", "http.client.connect"}:
        raise SystemExit(f"{event}: {arguments}")

sys.addaudithook(guard)
"""
CONNECTS = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"


def test_no_connection_is_opened(larkmill: Msglint) -> None:
    larkmill.write(
        deck_pptx=deck("Invoice Wizard"), page_html='<img src="https://larkmill.example/a.png"><p>Hi'
    )
    guard = larkmill.home / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(GUARD, encoding="utf-8")
    larkmill.extra["PYTHONPATH"] = str(guard)

    guarded = larkmill.process(script=CONNECTS)
    assert guarded.code == 1
    assert guarded.stderr.startswith("socket.")

    checked = larkmill.process("check", ".", "--format", "json", "--format", "html=report.html")
    assert (checked.code, checked.stderr) == (1, "wrote report.html\n")
    read = larkmill.process("text", ".")
    assert (read.code, read.stderr) == (0, "")
