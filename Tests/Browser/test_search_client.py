"""The search's client without a page: its words are those of the Swift half, its ranking is the oracle's."""

import json
from pathlib import Path
import shutil

import pytest

from Harness.server import SiteServer
from Harness.visitor import Visitor

PROJECT = Path(__file__).resolve().parents[2]
CLIENT = PROJECT / "Sources" / "Search" / "Client"
FIXTURES = PROJECT / "Tests" / "Fixtures"
ELISIONS = "c d j jusqu l lorsqu m n puisqu qu quoiqu s t"

OPEN = """async (search) => {
    const { createSearch } = await import('/recherche-moteur.js');
    const read = async (name) => JSON.parse((await (await fetch(`/recherche/${name}.js`)).text()).slice('pivot('.length, -1));
    window.search = await createSearch(read);
}"""


@pytest.fixture
def tab(browser, tmp_path):
    """A page that may load the client's modules and the recorded index."""
    shutil.copytree(FIXTURES / "search", tmp_path / "site")
    for module in CLIENT.glob("*.js"):
        shutil.copy(module, tmp_path / "site")
    (tmp_path / "site" / "index.html").write_text("<!doctype html><title>Essai</title><link rel=icon href=data:,>", encoding="utf-8")
    with SiteServer(tmp_path / "site") as server:
        visitor = Visitor(browser, server)
        visitor.expect("Content Security Policy")
        yield visitor.open("")
        visitor.context.close()
        assert visitor.faults == []


def test_words_are_those_of_the_shared_vectors(tab):
    vectors = json.loads((FIXTURES / "analysis.json").read_text(encoding="utf-8"))
    found = tab.evaluate("""async ([texts, elisions]) => {
        const { analyse } = await import('/recherche-mots.js');
        return texts.map((text) => analyse(text, new Set(elisions.split(' '))));
    }""", [[vector["text"] for vector in vectors], ELISIONS])
    got = [{"text": vector["text"], "words": one["words"], "wholes": [whole["word"] for whole in one["wholes"]]}
           for vector, one in zip(vectors, found)]
    assert got == vectors


def test_results_are_the_oracles(tab):
    answers = json.loads((FIXTURES / "search" / "answers.json").read_text(encoding="utf-8"))
    assert sum(len(answer["results"]) for answer in answers) > 1000
    tab.evaluate(OPEN)
    got = tab.evaluate("""async (queries) => {
        const answers = [];
        for (const query of queries) {
            const { total, results: first } = await search.search(query, { insist: true });
            const { results } = await search.search(query, { page: Math.ceil(total / 10), insist: true });
            answers.push({ addresses: first.map((one) => one.address), query, results: results.map((one) => one.number) });
        }
        return answers;
    }""", [answer["query"] for answer in answers])
    assert got == answers


def test_counts_are_what_each_filter_gives(tab):
    tab.evaluate(OPEN)
    faults = tab.evaluate("""async () => {
        const faults = [];
        const all = Object.fromEntries((await search.search('', { counts: true })).facets.map(({ id, values }) => [id, values.map((one) => one.id)]));
        if (Object.keys(all).join() !== 'type,thematique,annee') return all;
        for (const query of ['', 'enfants', 'garde des petits']) {
            for (const filters of [{}, { thematique: [all.thematique[1]] }, { annee: all.annee.slice(0, 2), type: [all.type[1]] }]) {
                const { facets } = await search.search(query, { filters, counts: true });
                for (const { id, values } of facets) for (const value of values) {
                    const { total } = await search.search(query, { filters: { ...filters, [id]: [value.id] } });
                    if (total !== value.count) faults.push([query, filters, id, value.id, total, value.count]);
                }
            }
        }
        return faults;
    }""")
    assert faults == []


def test_dates_sort_from_the_latest(tab):
    tab.evaluate(OPEN)
    by_date = tab.evaluate("search.search('enfants', { sort: 'date' }).then(({ total, results }) => [total, results.map((one) => one.number)])")
    by_rank = tab.evaluate("search.search('enfants').then(({ total, results }) => [total, results.map((one) => one.number)])")
    assert by_date[0] == by_rank[0] and by_date[1] != by_rank[1]


@pytest.mark.parametrize("typed, used", [
    ("territiore", "territoire"), ("cooperatoin", "cooperation"), ("ecoel", "ecole"), ("nuumerique", "numerique"), ("andicap", "handicap"),
])
def test_a_mistyped_word_is_corrected_unless_the_reader_insists(tab, typed, used):
    tab.evaluate(OPEN)
    answer, insisted = tab.evaluate("""async (typed) => {
        const [answer, insisted] = [await search.search(typed), await search.search(typed, { insist: true })];
        return [[answer.total, answer.corrections.map((one) => [one.typed, one.used[0]])], [insisted.total, insisted.unknown]];
    }""", typed)
    assert answer[0] > 0 and answer[1] == [[typed, used]]
    assert insisted == [0, [typed]]


@pytest.mark.parametrize("after", [" ", " ?", "…", " »", " des", " d’"])
def test_a_word_that_something_follows_is_no_beginning(tab, after):
    tab.evaluate(OPEN)
    begun, ended = tab.evaluate("(typed) => Promise.all(typed.map((one) => search.search(one, { insist: true })))", ["territ", f"territ{after}"])
    assert begun["total"] > 5
    assert ended["total"] == 0 and ended["unknown"] == ["territ"]


@pytest.mark.parametrize("typed, meant", [("relzis", "relais"), ("acceuil", "accueil"), ("crzche", "crèche")])
def test_a_mistyped_word_brings_the_synonyms_of_the_one_meant(tab, typed, meant):
    tab.evaluate(OPEN)
    answer, expected = tab.evaluate("([typed, meant]) => Promise.all([search.search(`${typed} `), search.search(`${meant} `)])", [typed, meant])
    assert answer["total"] == expected["total"] > 40


@pytest.mark.parametrize("typed, meant", [("accompagneraient", "accompagnement"), ("animerait", "animation"), ("garderont", "garde")])
def test_a_form_that_no_text_has_finds_the_others_without_a_word(tab, typed, meant):
    tab.evaluate(OPEN)
    answer, expected = tab.evaluate("([typed, meant]) => Promise.all([search.search(`${typed} `), search.search(`${meant} `)])", [typed, meant])
    assert answer["corrections"] == [] and answer["unknown"] == []
    assert answer["total"] == expected["total"] > 20


@pytest.mark.parametrize("typed, told", [("pouponnière", ""), ("pouponnières", ""), ("pouponniere", ""), ("pouponière", "pouponniere")])
def test_a_word_that_only_synonyms_have_finds_theirs(tab, typed, told):
    tab.evaluate(OPEN)
    answer, expected = tab.evaluate("(typed) => Promise.all([search.search(`${typed} `), search.search('crèche ')])", typed)
    assert [one["used"] for one in answer["corrections"]] == ([[told]] if told else []) and answer["unknown"] == []
    assert answer["total"] == expected["total"] > 40
    if not told:
        begun = tab.evaluate("(typed) => search.search(typed.slice(0, 6))", typed)
        assert begun["total"] == expected["total"]


@pytest.mark.parametrize("typed", ["fermes des étoiles", "microfermes", "ministères", "lieux de garde"])
def test_what_only_synonyms_have_is_found_in_the_plural_and_in_one_word(tab, typed):
    tab.evaluate(OPEN)
    singular = {"fermes des étoiles": "ferme des étoiles", "microfermes": "microferme", "ministères": "ministère", "lieux de garde": "lieu de garde"}[typed]
    answer, expected = tab.evaluate("(queries) => Promise.all(queries.map((query) => search.search(`${query} `)))", [typed, singular])
    assert answer["corrections"] == [] and answer["unknown"] == []
    assert answer["total"] == expected["total"] > 0


@pytest.mark.parametrize("typed", ["c.t.", "C.T."])
def test_an_acronym_with_dots_is_found_while_it_is_typed(tab, typed):
    tab.evaluate(OPEN)
    begun, whole = tab.evaluate("(queries) => Promise.all(queries.map((query) => search.search(query)))", [typed, "C.T.G."])
    assert begun["total"] >= whole["total"] > 0


@pytest.mark.parametrize("noun, verb, same", [("pilotage", "piloter", True), ("sondages", "sonder", True), ("ménage", "mener", False)])
def test_a_noun_in_age_finds_what_its_verb_does(tab, noun, verb, same):
    tab.evaluate(OPEN)
    of_noun, of_verb = tab.evaluate("(words) => Promise.all(words.map((word) => search.search(`${word} `)))", [noun, verb])
    assert of_noun["total"] > 0 and of_verb["total"] > 0
    found = [{result["number"] for result in answer["results"]} for answer in (of_noun, of_verb)]
    assert (found[0] == found[1]) == same


def test_light_words_say_less_in_a_sentence_alone_and_nothing_when_no_text_has_them(tab):
    tab.evaluate(OPEN)
    words, sentence, plain = tab.evaluate("(queries) => Promise.all(queries.map((query) => search.search(query, { insist: true })))",
                                                 ["choisir crèche village ", "choisir une crèche au village ", "crèche village "])
    assert words["total"] == sentence["total"] > plain["total"]
    places = [[result["number"] for result in answer["results"]] for answer in (words, sentence, plain)]
    assert places[0] != places[1]
    unknown = tab.evaluate("search.search('je voudrais une crèche ')")
    assert unknown["unknown"] == [] and unknown["corrections"] == []
    assert tab.evaluate("search.search('voudrais crèche ', { insist: true })")["unknown"] == ["voudrais"]
    assert tab.evaluate("search.search('il faudrait vraiment ', { insist: true })")["unknown"] == ["faudrait", "vraiment"]


def test_a_word_that_only_begins_a_phrase_is_taken_for_a_near_one(tab):
    tab.evaluate(OPEN)
    phrase, word = tab.evaluate("Promise.all([search.search('lieu de garde '), search.search('lieu ')])")
    assert phrase["total"] > 0 and phrase["corrections"] == []
    assert word["corrections"] == [{"typed": "lieu", "used": ["lien"]}]


def test_a_word_made_of_the_same_stem_is_told(tab):
    tab.evaluate(OPEN)
    answer = tab.evaluate("search.search('accompagnateur ')")
    assert answer["corrections"] == [{"typed": "accompagnateur", "used": ["accompagner"]}]


# « Animisme » only begins like « animer »; « foi » is the stem of « foyer ».
@pytest.mark.parametrize("typed", ["animisme", "foi"])
def test_what_only_looks_like_a_known_word_is_none(tab, typed):
    tab.evaluate(OPEN)
    assert tab.evaluate("(typed) => search.search(`${typed} `)", typed)["unknown"] == [typed]


def test_a_word_that_is_found_counts_more_than_a_guess(tab):
    tab.evaluate(OPEN)
    guessed, sure = tab.evaluate("""async () => {
        const first = async (query) => (await search.search(`${query} `)).results[0].number;
        const likeFound = [0, 0];
        const guesses = [['territiore', 'territoire'], ['jeunsse', 'jeunesse'], ['solidartié', 'solidarité'], ['numeriqe', 'numérique']];
        for (const found of ['garde', 'petite enfance', 'relais', 'loisirs', 'animation', 'écoles', 'parents']) {
            for (const meant of guesses) for (const i of [0, 1]) {
                if (await first(`${found} ${meant[i]}`) === await first(found)) likeFound[i]++;
            }
        }
        return likeFound;
    }""")
    assert guessed > sure


@pytest.mark.parametrize("typed", ["x", "zzz", "wxyzwxyzw", "", "   ", "’", "C.", "constructor", "__proto__", "toString", "🎈", "a" * 5000, "le la les"])
def test_any_query_is_answered(tab, typed):
    tab.evaluate(OPEN)
    assert tab.evaluate("(typed) => search.search(typed).then(({ total, results }) => total >= results.length)", typed)


def test_an_index_of_another_version_is_refused(tab):
    message = tab.evaluate("""async () => {
        const { createSearch, OtherVersion, version } = await import('/recherche-moteur.js');
        const refused = [];
        for (const manifest of [{ version: version + 1 }, { version: version - 1 }, {}, null]) {
            await createSearch(async () => manifest).catch((fault) => refused.push(fault instanceof OtherVersion));
        }
        return refused;
    }""")
    assert message == [True] * 4


def test_a_file_that_could_not_be_read_is_asked_for_again(tab):
    assert tab.evaluate("""async () => {
        const { createSearch } = await import('/recherche-moteur.js');
        let isBroken = true;
        const read = async (name) => {
            if (isBroken && name !== 'index') throw new Error('panne');
            return JSON.parse((await (await fetch(`/recherche/${name}.js`)).text()).slice('pivot('.length, -1));
        };
        const search = await createSearch(read);
        const first = await search.search('enfants').catch((fault) => fault.message);
        isBroken = false;
        return [first, (await search.search('enfants')).total > 0];
    }""") == ["panne", True]
