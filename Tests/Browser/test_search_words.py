"""The words of the portal's own index, in the forms in which readers write them."""

from playwright.sync_api import expect
import pytest

from Harness.searching import PAGE, box, results, status

OPEN = """async ([client, root]) => {
    const { createSearch } = await import(client);
    window.search = await createSearch(async (name) => JSON.parse((await (await fetch(`${root}recherche/${name}.js`)).text()).slice('pivot('.length, -1)));
}"""


@pytest.fixture
def portal(visit, site):
    """A page in which `search` searches the portal."""
    tab = visit().open(PAGE)
    core = next(site.folder.glob("recherche/*/recherche-coeur.js")).relative_to(site.folder).as_posix()
    tab.evaluate(OPEN, [f"{site.url}{core}", site.url])
    return tab


KNOWN = """async () => {
    const words = [];
    for (let number = 0; number <= search.termBounds.length; number++) {
        const shard = await search.shard(number);
        for (const word of [...shard.surfaces.keys(), ...Object.keys(shard.pointers)]) {
            const term = await search.term(shard, word);
            if (/^[a-z]{5,}$/.test(word) && term.postings.length) words.push({ word, isElsewhere: !shard.surfaces.has(word) });
        }
    }
    const known = new Set(words.map(({ word }) => word));
"""


def test_every_word_has_a_plural_wherever_its_stem_stands(portal):
    asked, lost = portal.evaluate(KNOWN + """
        const asked = words.filter(({ word }) => !/[sxz]$/.test(word) && !known.has(`${word}s`));
        const lost = [];
        for (const { word } of asked) {
            const { total, corrections } = await search.search(`${word}s `);
            if (!total || corrections.length) lost.push(word);
        }
        return [asked.filter(({ isElsewhere }) => isElsewhere).length, lost];
    }""")
    assert asked > 10 and lost == []


def test_every_mistyped_word_is_near_another_wherever_its_stem_stands(portal):
    asked, lost = portal.evaluate(KNOWN + """
        const asked = words.filter(({ word, isElsewhere }) => isElsewhere && word.length > 6);
        const lost = [];
        for (const { word } of asked) {
            const typed = `${word.slice(0, -2)}q${word.at(-1)}`;
            if (!(await search.search(`${typed} `)).total) lost.push(typed);
        }
        return [asked.length, lost];
    }""")
    assert asked > 10 and lost == []


@pytest.mark.parametrize("written, typed", [
    ("fauteuil roulant", "fauteuils roulants"), ("épicerie solidaire", "épiceries solidaires"), ("souffrance psychique", "souffrances psychiques"),
    ("feuille de route", "feuilles de route"), ("microcrèche", "microcrèches"),
])
def test_synonyms_are_found_in_the_plural(portal, written, typed):
    answer, expected = portal.evaluate("(queries) => Promise.all(queries.map((query) => search.search(`${query} `)))", [typed, written])
    assert answer["corrections"] == [] and answer["unknown"] == []
    assert answer["total"] == expected["total"] > 0


@pytest.mark.parametrize("typed", ["microcrèche", "burnout", "multiaccueil", "haltegarderie"])
def test_compounds_are_found_in_one_word(portal, typed):
    assert portal.evaluate("(typed) => search.search(`${typed} `)", typed)["total"] > 0


@pytest.mark.parametrize("typed", ["L’", "d'", "qu’", "L’a", "(P", "e-", "à l", "n° "])
def test_the_page_waits_for_a_word(visit, typed):
    tab = visit().open(PAGE)
    box(tab).fill("parents")
    expect(results(tab)).not_to_have_count(0)
    box(tab).fill(typed)
    expect(results(tab).first).to_be_hidden()
    expect(status(tab)).to_have_text("")
    box(tab).press_sequentially("cueil")
    expect(status(tab)).not_to_have_text("")


def test_the_box_waits_for_a_word(visit):
    tab = visit().open("")
    tab.keyboard.press("/")
    panel = tab.locator("[data-recherche=boite] .recherche-panneau")
    tab.keyboard.type("l’ac")
    expect(panel.locator(".recherche-titre").first).to_be_visible()
    tab.keyboard.press("Backspace")
    tab.keyboard.press("Backspace")
    expect(panel).to_be_hidden()


def test_a_plural_is_no_second_mistake(portal):
    answer = portal.evaluate("search.search('allocassion ')")
    assert answer["corrections"] == [{"typed": "allocassion", "used": ["allocations"]}]
