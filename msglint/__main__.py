"""`python -m msglint` is the same as `msglint`."""

from msglint.cli import main

main()
