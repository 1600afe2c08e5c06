"""Where assets come from: the files and folders a user names."""

from __future__ import annotations
