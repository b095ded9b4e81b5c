"""Places in sources, as the shipped library names them, in each language of documents."""

from __future__ import annotations

import pytest

from dialogueprep import paths
from dialogueprep.domain.briefs.blocks import plain
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.places_cited import place
from dialogueprep.exchange.library_reader import read_library


@pytest.mark.parametrize(
    ("told", "zh", "ja", "ko"),
    [
        ("part 3, first point, sentence 1", "第3部分第一点第1句", "第3部第1点第1文",
         "제3부, 첫째 항목, 1번째 문장"),
        ("answer 4, paragraph 2, sentences 1, 2, 4 and 5", "第4个回答第2段第1、2、4和5句",
         "回答4第2段落第1、2、4及び5文", "답변 4, 2번째 문단, 1, 2, 4 및 5번째 문장"),
        ("measures 2 to 4", "第2至4项措施", "施策2～4", "조치 2~4"),
        ("p. 12, note 3", "p. 12, note 3", "p. 12, note 3", "p. 12, note 3"),
        ("part 3, appendix", "part 3, appendix", "part 3, appendix", "part 3, appendix"),
        ("第二节", "第二节", "第二节", "第二节"),
    ],
)  # fmt: skip
def test_a_place_is_named_in_the_language_of_the_document(told, zh, ja, ko):
    assert plain(place(told, Pen("en"))) == told
    assert [plain(place(told, Pen(language))) for language in ("zh", "ja", "ko")] == [zh, ja, ko]


def test_every_place_of_the_shipped_library_is_named_in_chinese():
    shipped = read_library(paths.data() / "library")
    entries = (*shipped.topics, *shipped.recommendations)
    told = {passage.locator for entry in entries for passage in entry.passages}
    assert told and not [t for t in told if plain(place(t, Pen("zh"))) == t]
