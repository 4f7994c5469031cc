"""A portal that nobody wrote: members, territories, practices, meetings and news, drawn from `words.py`.

Everything follows from the seed and the sizes: no clock, no hash order, no file but the ids and codes given.
"""

from dataclasses import dataclass, field
from random import Random
import unicodedata

import words


@dataclass(frozen=True)
class Sizes:
    members: int = 3500
    practices: int = 660
    territories: int = 23
    meetings: int = 130
    news: int = 160


@dataclass(frozen=True)
class Official:
    """One EPCI of the reference data."""
    siren: str
    name: str
    department: str


@dataclass(frozen=True)
class Vocabulary:
    """The ids that sheets may name, and the labels that they stand for."""
    thematics: dict[str, str]
    audiences: dict[str, str]
    roles: dict[str, str]
    states: dict[str, str]


@dataclass
class Sheet:
    """One sheet: its keys in the order in which they are written, and its Markdown."""
    folder: str
    id: str
    keys: dict
    body: str = ""
    anchors: list[str] = field(default_factory=list)


class Writer:
    """Draws sentences. One `Random` per sheet, so that sheets do not depend on how many stand before them."""

    def __init__(self, seed: str):
        self.random = Random(seed)

    def rare(self) -> str:
        draw = self.random
        name = draw.choice(words.FAMILY_STARTS) + draw.choice(words.FAMILY_MIDDLES) + draw.choice(words.FAMILY_ENDS)
        return draw.choice(["Saint-", "Val-", "", "", "", "La "]) + name

    def fill(self, pattern: str) -> str:
        lists = {"acteur": words.ACTORS, "public": words.AUDIENCES, "action": words.ACTIONS, "lieu": words.PLACES,
                 "outil": words.TOOLS, "but": words.AIMS, "moment": words.MOMENTS, "resultat": words.RESULTS}
        text = pattern
        while "{" in text:
            before, _, rest = text.partition("{")
            name, _, after = rest.partition("}")
            value = self.rare() if name.lower() == "rare" else self.random.choice(lists[name.lower()])
            text = before + (value[0].upper() + value[1:] if name[0].isupper() else value) + after
        return text

    def sentence(self) -> str:
        return self.fill(self.random.choice(words.PATTERNS))

    def paragraph(self, at_least: int) -> str:
        """Sentences of at least so many words together."""
        text = self.sentence()
        while len(text.split()) < at_least:
            text += " " + self.sentence()
        return text

    def some(self, names, at_least: int, at_most: int) -> list[str]:
        names = list(names)
        count = min(len(names), self.random.randint(at_least, at_most))
        return sorted(self.random.sample(names, count))

    def date(self, first: int = 2021, last: int = 2025) -> str:
        return f"{self.random.randint(first, last)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens, as ids must be."""
    ascii_text = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("’", " ")).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in ascii_text).split())


class Corpus:
    """All sheets, by folder."""

    def __init__(self, seed: int, sizes: Sizes, officials: list[Official], vocabulary: Vocabulary):
        self.seed, self.vocabulary = seed, vocabulary
        draw = Random(f"{seed}/territoires")
        chosen = sorted(draw.sample(officials, sizes.territories), key=lambda official: official.siren)
        self.territories = [self.territory(official) for official in chosen]
        self.members = self.named("membres", sizes.members)
        self.practices = [self.practice_keys(i) for i in range(sizes.practices)]
        self.disambiguate(self.practices)
        for i, practice in enumerate(self.practices):
            self.practice_body(i, practice)
        for i, member in enumerate(self.members):
            self.member(i, member)
        self.meetings = [self.meeting(i) for i in range(sizes.meetings)]
        self.news = [self.news_item(i) for i in range(sizes.news)]
        self.disambiguate(self.news)

    def sheets(self) -> list[Sheet]:
        return self.territories + self.members + self.practices + self.meetings + self.news

    def words(self) -> int:
        return sum(len(sheet.body.split()) for sheet in self.sheets())

    # How each kind is drawn.

    def writer(self, folder: str, i) -> Writer:
        return Writer(f"{self.seed}/{folder}/{i}")

    def disambiguate(self, sheets: list[Sheet]):
        """Two titles may be equal; ids and addresses may not."""
        seen: dict[str, int] = {}
        for sheet in sheets:
            seen[sheet.id] = seen.get(sheet.id, 0) + 1
            if seen[sheet.id] > 1:
                sheet.keys["titre"] += f" ({seen[sheet.id]})"
                sheet.id += f"-{seen[sheet.id]}"

    def territory(self, official: Official) -> Sheet:
        write = self.writer("territoires", official.siren)
        start = write.random.randint(2019, 2024)
        keys = {"siren": official.siren, "nom": official.name, "ctg": {"debut": start, "fin": start + 4},
                "caf": f"Caf du département {official.department}",
                "thematiques": write.some(self.vocabulary.thematics, 3, 6), "resume": write.sentence().replace("*", "")}
        body = "\n\n".join(write.paragraph(60) for _ in range(3))
        return Sheet("territoires", slug(official.name), keys, body + "\n")

    def named(self, folder: str, count: int) -> list[Sheet]:
        """People without a namesake: every name once."""
        write, names, sheets = self.writer(folder, "noms"), set(), []
        while len(sheets) < count:
            draw = write.random
            family = draw.choice(words.FAMILY_STARTS) + draw.choice(words.FAMILY_MIDDLES) + draw.choice(words.FAMILY_ENDS)
            name = f"{draw.choice(words.GIVEN_NAMES)} {family}"
            if slug(name) not in names:
                names.add(slug(name))
                sheets.append(Sheet(folder, slug(name), {"nom": name}))
        return sheets

    def member(self, i: int, sheet: Sheet):
        write = self.writer("membres", i)
        sheet.keys |= {"fonction": write.random.choice(words.FUNCTIONS),
                       "role": write.random.choice(list(self.vocabulary.roles)),
                       "territoires": write.some([t.id for t in self.territories], 1, 2),
                       "thematiques": write.some(self.vocabulary.thematics, 1, 3),
                       "depuis": str(write.random.randint(2019, 2025)),
                       "consentement": write.date(2025, 2025), "champs_publics": ["courriel", "liens", "biographie"],
                       "courriel": f"{sheet.id}@exemple.fr"}
        practice = write.random.choice(self.practices)
        link = f"Voir aussi [{practice.keys['titre']}](../pratiques/{practice.id}.md)."
        sheet.body = "\n\n".join([write.paragraph(write.random.randint(10, 45)), write.paragraph(write.random.randint(10, 40)), link]) + "\n"

    def practice_keys(self, i: int) -> Sheet:
        write = self.writer("pratiques", i)
        title = write.fill(write.random.choice(words.TITLES))
        start = write.random.randint(2018, 2024)
        keys = {"titre": title, "resume": write.paragraph(18).replace("*", ""),
                "territoires": write.some([t.id for t in self.territories], 1, 2),
                "auteurs": write.some([m.id for m in self.members], 1, 2),
                "thematiques": write.some(self.vocabulary.thematics, 1, 3),
                "publics": write.some(self.vocabulary.audiences, 1, 3),
                "etat": write.random.choice(list(self.vocabulary.states)),
                "debut": f"{start}-{write.random.randint(1, 12):02}", "fin": str(start + 2),
                "partenaires": [write.random.choice(["CCAS", "Caf", "PMI", "Association"]) + " de " + write.rare() for _ in range(3)],
                "moyens": {"humains": "Une coordinatrice et deux bénévoles", "financiers": "Une salle prêtée : pas d'achat"},
                "mise_a_jour": write.date()}
        return Sheet("pratiques", slug(title)[:80].strip("-"), keys)

    def practice_body(self, i: int, sheet: Sheet):
        write = self.writer("pratiques/corps", i)
        sections = words.SECTIONS[: write.random.randint(6, 9)]
        length = write.random.randint(280, 520) // len(sections)
        parts = [write.paragraph(25)]
        for n, title in enumerate(sections):
            parts += [f"## {title}", write.paragraph(length * 2 // 3), self.block(write, n)]
            sheet.anchors.append(slug(title))
        parts.append("[^1]: " + write.sentence() + "\n[^2]: " + write.sentence())
        sheet.body = "\n\n".join(parts) + "\n"

    def block(self, write: Writer, n: int) -> str:
        """What follows a section's first paragraph: each kind of Markdown comes round."""
        other = write.random.choice(self.practices)
        bullets = [write.fill("{acteur} {action}") for _ in range(4)]
        kinds = [
            "\n".join(f"- {text} ;" for text in bullets),
            "\n".join(f"{i}. {text}" for i, text in enumerate(bullets, 1)),
            "| Partenaire | Rôle | Rythme |\n| --- | --- | ---: |\n" + "\n".join(
                f"| {write.rare()} | {write.fill('{but}')} | {write.random.randint(1, 12)} |" for _ in range(4)),
            f"Une démarche voisine : [{other.keys['titre']}]({other.id}.md#le-contexte).[^1]",
            f"> [!CONSEIL]\n> {write.sentence()}\n> {write.sentence()}",
            f"### {write.fill('{Outil}')}\n\n{write.paragraph(25)}[^2]",
            f"> {write.sentence()}",
            write.paragraph(30) + " Voir [le site](https://exemple.fr/" + slug(write.rare()) + ").",
            f"> [!ATTENTION]\n> {write.sentence()}",
        ]
        return kinds[n]

    def meeting(self, i: int) -> Sheet:
        write = self.writer("rencontres", i)
        date = write.date(2024, 2026)
        keys = {"titre": f"Rencontre du réseau : {write.fill('{but}')}", "date": date, "heure_debut": "10:00", "heure_fin": "12:00",
                "lieu": write.rare(), "format": write.random.choice(["visio", "presentiel", "hybride"]),
                "participants": write.some([m.id for m in self.members], 3, 12),
                "territoires": write.some([t.id for t in self.territories], 1, 4),
                "thematiques": write.some(self.vocabulary.thematics, 1, 2),
                "pratiques": write.some([p.id for p in self.practices], 0, 3)}
        return Sheet("rencontres", f"{date}-rencontre-{i + 1}", keys, write.paragraph(80) + "\n\n" + write.paragraph(60) + "\n")

    def news_item(self, i: int) -> Sheet:
        write = self.writer("actualites", i)
        title = write.fill(write.random.choice(words.TITLES))
        keys = {"titre": title, "date": write.date(2023, 2025), "resume": write.sentence().replace("*", ""),
                "thematiques": write.some(self.vocabulary.thematics, 1, 2),
                "territoires": write.some([t.id for t in self.territories], 0, 2),
                "pratiques": write.some([p.id for p in self.practices], 0, 2)}
        return Sheet("actualites", slug(title)[:80].strip("-"), keys, "\n\n".join(write.paragraph(50) for _ in range(3)) + "\n")
