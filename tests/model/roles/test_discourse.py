"""What earlier text lends to a sentence, and what it must not lend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.model.roles.scoring import read

if TYPE_CHECKING:
    from kaozheng.model.protocols import Roles


def last_roles(text: str, lang: str) -> Roles:
    return read(text, lang)[2][-1]


def test_the_country_before_is_the_place_of_its_metric() -> None:
    roles = last_roles("澳大利亚是主要锂生产国。该国2024年产量为8.8万吨。", "zh")
    assert (roles.subject, roles.place) == ("lithium", "AUS")
    # 该国 says whose it is as plainly as a name does; the subject is only taken over.
    assert roles.inherited == ("subject",)


def test_two_countries_before_lend_no_place() -> None:
    roles = last_roles("中国和美国都生产稀土。2024年产量为27万吨。", "zh")
    assert roles.place is None


def test_a_company_lends_no_place_and_has_no_subject() -> None:
    roles = last_roles("Australia mines lithium. The company produced 8,000 tons in 2024.", "en")
    assert (roles.subject, roles.place, roles.metric) == (None, None, "production")


def test_the_title_lends_its_only_subject() -> None:
    roles = last_roles("镓价为何飞涨\n\n到年底，价格已达每公斤725美元。", "zh")
    assert roles.subject == "gallium"
    assert "subject" in roles.inherited


def test_the_speaker_is_not_the_place() -> None:
    roles = last_roles("据俄罗斯媒体报道，中国稀土储量为4400万吨。", "zh")
    assert roles.place == "CHN"


def test_money_that_names_a_country_is_no_place() -> None:
    roles = last_roles("Phosphate exports earned Jordan US$135 million in 2004.", "en")
    assert roles.place == "JOR"


def test_the_other_end_of_a_flow_is_the_partner() -> None:
    roles = last_roles("2024年美国自中国进口石墨2.5万吨。", "zh")
    assert (roles.place, roles.partner, roles.metric) == ("USA", "CHN", "imports")
