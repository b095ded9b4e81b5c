"""Short lines that come to most patterns of the gate, so that these are made before a note is."""

from __future__ import annotations

TRIAL = (
    "Nothing here.",
    "a quiet line in small letters, without anybody: see below",
    "The chair opened the session. Dr Doe said no; J. Doe agreed. JD: we will see.",
    "A participant from Japan argued that the Ministry of Roads objected, and she knew.",
    "The former ambassador said so. According to the institute, the German was there.",
    "与会者认为有道理。王先生说，该研究所的专家反对。来自日本的学者指出：是的。",
    "参加者は、田中さんが述べたと指摘した。日本の研究者は反対した。タナカ氏は賛成。",
    "참가자들은 지적했다. 김 교수는 반대한다고 말했다. 한국의 연구원이 말했다.",
)
"""One line for a step: in Latin letters, in Chinese, Japanese and Korean; nobody is meant."""
