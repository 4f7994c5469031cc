"""Questions whose answer is known, drawn from a portal's own pages: eight of the ways in which people look for one.

They tell two searches apart on any corpus; what only people can write, `Tests/Relevance/questions.json` has.
"""

from collections import Counter
from dataclasses import dataclass
import html
from pathlib import Path
from random import Random
import re
import unicodedata

WORD = re.compile(r"[^\W\d_]{4,}")
STOP = set("""alors aucun aucune aussi autre autres avant avec avez avoir cela celle celles celui cette ceux chaque chez comme
comment dans depuis dont elle elles encore entre etaient etait etre font leur leurs mais meme memes notre nous parce pendant peut
peuvent plus pour pourquoi quand quel quelle quelles quelque quelques quels sans selon sera seront soit sommes sont sous tout
toute toutes tous vers voici votre vous lorsqu jusqu puisqu quoiqu""".split())


@dataclass(frozen=True)
class Page:
    address: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True)
class Question:
    kind: str
    text: str
    address: str


def plain(fragment: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", fragment)).split())


def pages(site: Path) -> list[Page]:
    """The sheets of a published folder: title, description and text of each."""
    found = []
    for file in sorted(site.glob("*/*/index.html")):
        text = file.read_text(encoding="utf-8")
        title = re.search(r"<h1[^>]*>(.*?)</h1>", text, re.S)
        summary = re.search(r'<meta name="description" content="([^"]*)"', text)
        prose = re.search(r'<div class="prose">(.*?)</div>', text, re.S)
        if title:
            address = file.parent.relative_to(site).as_posix() + "/"
            found.append(Page(address, plain(title[1]), plain(summary[1]) if summary else "", plain(prose[1]) if prose else ""))
    return found


def folded(text: str) -> str:
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def content(text: str) -> list[str]:
    return [word for word in dict.fromkeys(WORD.findall(text)) if folded(word) not in STOP]


class Drawer:
    def __init__(self, all_pages: list[Page], seed: int, count: int):
        self.random, self.count = Random(seed), count
        titles = Counter(folded(page.title) for page in all_pages)
        self.all = [page for page in all_pages if titles[folded(page.title)] == 1]
        self.people = [page for page in self.all if page.address.startswith("membres/")]
        self.titled = [page for page in self.all if not page.address.startswith("membres/") and len(content(page.title)) > 1]

    def some(self, pages: list[Page]) -> list[Page]:
        return self.random.sample(pages, min(self.count, len(pages)))

    def mistyped(self, word: str) -> str:
        place = self.random.randrange(1 if len(word) < 6 else 0, len(word) - 1)
        letter = self.random.choice("abcdefghijklmnopqrstuvwxyz")
        before, after = word[:place], word[place + 1:]
        return self.random.choice([before + after, before + letter + word[place:], before + letter + after,
                                   before + word[place + 1] + word[place] + word[place + 2:]])

    def questions(self) -> list[Question]:
        made = [Question("exact title", page.title, page.address) for page in self.some(self.titled)]
        made += [Question("without accents", folded(page.title), page.address) for page in self.some(self.titled)]
        made += [Question("person's name", self.random.choice([page.title, folded(page.title)]), page.address)
                 for page in self.some(self.people)]
        for page in self.some(self.titled):
            *words, last = content(page.title)[:4]
            made.append(Question("last word cut", " ".join([*words, last[:max(3, len(last) * 2 // 3)]]), page.address))
        for page in self.some(self.titled + self.people):
            words = content(page.title)[:4] or page.title.split()
            place = max(range(len(words)), key=lambda place: (len(words[place]) > 4, self.random.random()))
            words[place] = self.mistyped(words[place])
            made.append(Question("one typo", " ".join(words), page.address))
        for kind, part in [("words of the summary", lambda page: page.summary[:150]), ("words of the body", self.sentence)]:
            for page in self.some([page for page in self.titled if len(content(part(page))) >= 4]):
                words = content(part(page))
                made.append(Question(kind, " ".join(self.random.sample(words, 4)), page.address))
        for page in self.some([page for page in self.titled if re.search(r"\b[ldLD]['’]\w{4,}", page.title)]):
            elided = re.search(r"\b[ldLD]['’]\w{4,}", page.title)[0]
            words = [word for word in content(page.title) if word not in elided][:2]
            made.append(Question("elision", " ".join([re.sub("['’]", self.random.choice("'’"), elided), *words]), page.address))
        return [question for question in made if question.text]

    def sentence(self, page: Page) -> str:
        """A sentence of the body with four words or more that say something."""
        sentences = [text for text in re.split(r"(?<=[.!?;:])\s+", page.body) if len(content(text)) >= 4]
        return self.random.choice(sentences or [page.body])


def draw(site_pages: list[Page], seed: int, count: int) -> list[Question]:
    return Drawer(site_pages, seed, count).questions()
