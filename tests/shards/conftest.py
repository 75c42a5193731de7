"""Pages written for shards, and what one process makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyarrow")

from communique.shards import Folder, read_shard
from shards.made_pages import manner, planned, write_pages


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def whole(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """What one process gives that reads shard after shard."""
    folder = Folder(tmp_path_factory.mktemp("whole"))
    for shard in planned(pages).shards:
        read_shard(shard, folder, manner())
    return folder
