"""What the portal's search finds for the questions of `Tests/Relevance`: `make relevance` prints it.

`questions.json` holds those by which the ranking was chosen, `lecteurs.json` those of people who had read the pages alone: they
tell better what readers will find, and are harder.

A question's mark is one over the place of the first page that answers it, among ten; a class has the mean of its questions,
and must reach its floor.
"""

import json
from pathlib import Path

import pytest

RELEVANCE = Path(__file__).resolve().parents[1] / "Relevance"

ANSWER = """async ([client, root, queries]) => {
    const { createSearch } = await import(client);
    const read = async (name) => JSON.parse((await (await fetch(`${root}recherche/${name}.js`)).text()).slice('pivot('.length, -1));
    const search = await createSearch(read);
    const answers = [];
    for (const query of queries) answers.push((await search.search(query)).results.map((result) => result.address));
    return answers;
}"""


@pytest.mark.parametrize("name", ["questions", "lecteurs"])
def test_questions_are_answered(visit, site, measure, name):
    classes = json.loads((RELEVANCE / f"{name}.json").read_text(encoding="utf-8"))
    questions = [question for one in classes for question in one["questions"]]
    assert len(questions) >= 150
    missing = {address for question in questions for address in question["attendus"] if not (site.folder / address / "index.html").is_file()}
    assert missing == set(), "pages that questions want and that the portal has not"
    tab = visit().open("recherche/")
    engine = next(site.folder.glob("recherche/*/recherche-coeur.js")).relative_to(site.folder).as_posix()
    answers = iter(tab.evaluate(ANSWER, [f"{site.url}{engine}", site.url, [question["q"] for question in questions]]))
    means, faults = [], []
    for one in classes:
        marks = []
        for question in one["questions"]:
            found = next(answers)
            places = [place for place, address in enumerate(found, 1) if address in question["attendus"]]
            marks.append(1 / places[0] if places else 0)
            if marks[-1] < 1:
                measure(f"      {marks[-1]:.2f}  {question['q']} → {', '.join(found[:3]) or 'rien'}")
        means.append(sum(marks) / len(marks))
        measure(f"relevance: {means[-1]:.3f} (at least {one['plancher']})  {one['classe']}, {len(marks)} questions")
        if means[-1] < one["plancher"]:
            faults.append(f"{one['classe']}: {means[-1]:.3f} < {one['plancher']}")
    measure(f"relevance: {sum(means) / len(means):.3f}  mean of {len(means)} classes, {len(questions)} questions of {name}.json")
    assert faults == []
