"""What everybody takes is refused; four words are not."""

import pytest

from service.staff.common_passwords import is_common


@pytest.mark.parametrize(
    "password",
    [
        *("password123", "Passwort2026!", "P@ssw0rd2026", "passwortpasswort", "qwertzuiop", "1234567890", "0987654321"),
        *("1q2w3e4r5t", "Sommer2026!!", "michael1990", "iloveyou123", "berlinberlin", "fcbayern1900", "aaaaaaaaaaaa"),
        *("Kinonah2026!", "kinonah-kino", "abcabcabcabc", "hallohallo", "adalovelace1", "Ada-Lovelace!", "12.11.1990"),
        *("ababababab", "qayxswedcvfr", "!!!!!!!!!!", "          ", "1111122222"),
    ],
)
def test_it_is_common(password: str) -> None:
    assert is_common(password, "ada.lovelace@example.org")


@pytest.mark.parametrize(
    "password",
    [
        *("correct horse battery staple", "vier Wörter sind genug", "der Kater trinkt Bier im Kino"),
        *("xK9#mq2LvP", "tulpe-marder-zaun", "Tüte Regen Zahnrad", "白い猫が窓辺で眠る午後", "sonne liebt warme milch"),
    ],
)
def test_it_is_not(password: str) -> None:
    assert not is_common(password, "ada.lovelace@example.org")


def test_of_another_persons_address_nothing_is_known() -> None:
    assert not is_common("zuckmayer-pflaume", "ada@example.org")
    assert is_common("pflaume-123", "pflaume@example.org")
