"""What the server of builds has done before it forks: one whole build, so that each later one takes a moment."""

import tempfile
from pathlib import Path

from govgraph import pipeline

with tempfile.TemporaryDirectory() as place:
    (Path(place) / "notice.txt").write_text(
        "江阴市人民政府公告\n\n江阴市人民政府市长林知远出席会议。\n", encoding="utf-8"
    )
    pipeline.build([place], Path(place) / "out")
