"""Which words in a row give an internal text away, to the word and to the letter."""

import pytest

from generator.audience.secrets import Secret, Sort
from generator.audience.squeeze import Squeezed
from generator.inspect.runs import Runs, forms, runs_of, words_of
from generator.source.file import SourceFile

SOURCE = SourceFile("cases/kestrel/cards.yaml", "", None)
EIGHT = "One two three four five six seven eight"


def secret(text: str, sort: Sort = Sort.PROSE) -> Secret:
    return Secret(sort, text, SOURCE, ("notes", 0))


def found(hidden: str, text: str, *public: str) -> int:
    """How often a hidden text's runs stand in another text."""
    return len(list(Runs([secret(hidden)], public).found_in(Squeezed(text))))


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (EIGHT, ["onetwothreefourfivesixseveneight"]),
        (f"{EIGHT}, nine!", ["onetwothreefourfivesixseveneight", "twothreefourfivesixseveneightnine"]),
        ("One, two - three four five six seven eight", ["onetwothreefourfivesixseveneight"]),
        ("abcdef ghijkl mnopqr stuvwx", ["abcdefghijklmnopqrstuvwx"]),  # four words of 24 letters
        ("abcdef ghijkl mnopqr stuvw", []),  # 23 letters
        ("abcdefgh ijklmnop qrstuvwxyz", []),  # three words
        ("abcd efgh ijkl mnop qrst uvw x", ["abcdefghijklmnopqrstuvwx"]),  # seven words
        ("a b c d e f g", []),
        ("a b c d e f g h", ["abcdefgh"]),
        ("", []),
    ],
)
def test_runs_to_the_word_and_to_the_letter(text: str, runs: list[str]) -> None:
    assert list(runs_of(text)) == runs


def test_words_without_letters_are_none() -> None:
    assert words_of("-- One / two ... ") == ["one", "two"]


def test_markdown_leaves_the_words_of_links_and_lists() -> None:
    text = (
        "- Ask [the carrier](https://x.example/a?b) &amp; [others](<y> 'title')\n2. Then wait\n> so\n# Head"
    )
    assert forms(text) == {text, "Ask [the carrier] & [others]\nThen wait\nso\nHead"}


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [
        (
            "Ask [the carrier](https://x.example/a) why nobody there answers",
            "Ask the carrier why nobody there answers",
        ),
        (
            "1. Ask the carrier\n2. why nobody\n3. there answers us",
            "Ask the carrier why nobody there answers us",
        ),
        (
            "Ask &quot;the carrier&quot; why nobody there answers us",
            "Ask the carrier why nobody there answers us",
        ),
    ],
)
def test_what_markdown_leaves_of_a_text_is_found(hidden: str, seen: str) -> None:
    assert found(hidden, f"Well: {seen}.") == 1
    assert found(hidden, "Well: ask the carrier why nobody there.") == 0


@pytest.mark.parametrize("text", [EIGHT, f"{EIGHT} and so on", f"And so {EIGHT}", f"And {EIGHT} so"])
def test_a_run_is_found_wherever_it_stands(text: str) -> None:
    assert found(EIGHT, text) == 1


def test_two_secrets_that_begin_alike_are_both_found() -> None:
    both = [secret(f"{EIGHT} nine"), secret("One two three four five six seven dwarfs")]
    text = Squeezed("One two three four five six seven dwarfs; one two three four five six seven eight")
    assert [one.text for one in Runs(both, ()).found_in(text)] == [both[1].text, both[0].text]


def test_a_run_of_few_letters_counts_where_it_stands_as_words() -> None:
    assert found("a b c d e f g h", "so: a b c d e f g h.") == 1
    assert found("a b c d e f g h", "the abcdefghi; xabcdefgh") == 0
    assert found("a b c d e f g h", "abcdefghi, and a-b-c-d-e-f-g-h") == 1
    assert found("a b c d e f g h", "so: a b c d e f g h.", "Of a b c d e f g h.") == 0
    assert found("ab cd ef gh ij k l m", "abcdefghijklm and more") == 1, (
        "twelve letters are looked up anywhere"
    )


@pytest.mark.parametrize("text", ["abcdefghijkl", "so abcdefghijkl", "abcdefghijkl so", "xabcdefghijklx"])
def test_a_run_of_twelve_letters_is_found_at_either_end(text: str) -> None:
    assert found("ab cd ef gh i j k l", text) == 1


def test_only_prose_has_runs() -> None:
    runs = Runs([secret(EIGHT, Sort.NAME), secret("a b c d e f g h", Sort.PATTERN)], ())
    assert (runs.anchored, runs.short) == ({}, [])


def test_what_is_public_is_no_secret() -> None:
    assert found(EIGHT, EIGHT, f"Zero {EIGHT} nine") == 0
    assert found(EIGHT, EIGHT, "One two three four", "five six seven eight") == 1, (
        "two halves are not the whole"
    )
    assert found(EIGHT, EIGHT, "- One two three [four](https://x.example) five six seven eight") == 0


def test_a_word_of_one_letter_may_be_what_is_left_of_a_run() -> None:
    hidden = "A one two three four five six seven"
    assert found(hidden, hidden, "One two three four five six seven eight", "A") == 0
    assert found(hidden, hidden, "One two three four five six seven eight", "X") == 1


@pytest.mark.parametrize(
    ("public", "hits"),
    [
        (("Zero one two three four five", "six seven eight nine"), 0),  # five words end the one
        (
            ("Zero one two three four", "five six seven eight nine"),
            1,
        ),  # four words are too few on either side
        (("Zero one two three four five", "We six seven eight nine"), 0),
        (("Zero one two three four", "We five six seven eight nine"), 1),  # four words are too few
        (("one two three four five no", "six seven eight nine"), 1),  # not at the end
        (("Zero one two three four five",), 1),  # the rest is not public
        (("Said one two three now", "four five six seven eight nine"), 0),  # five words begin the other
        (("Said one two three now", "no four five six seven eight nine"), 1),  # not at the beginning
        (("four five six seven eight nine",), 1),
        (("One two three four five six seven", "eight"), 0),  # seven words
    ],
)
def test_a_run_that_two_public_texts_make_where_they_meet(public: tuple[str, ...], hits: int) -> None:
    assert found(EIGHT, EIGHT, *public) == hits
