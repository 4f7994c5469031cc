"""The addresses that search engines read: sitemap, canonical links, redirects."""

from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(published) -> list[str]:
    tree = ElementTree.parse(published.folder / "sitemap.xml")
    return [element.text or "" for element in tree.iter(f"{NAMESPACE}loc")]


def base(published) -> str:
    """The home page's canonical address, from which every other one follows."""
    canonical = next(page.reader.canonical for page in published.pages if page.path == "index.html")
    assert urlsplit(canonical).scheme in ("http", "https") and canonical.endswith("/")
    return canonical


def test_the_sitemap_lists_exactly_the_pages_to_be_found(published):
    start = base(published)
    listed = [unquote(address.removeprefix(start)) for address in addresses(published)]
    assert len(listed) == len(set(listed))
    assert sorted(listed) == sorted(page.address for page in published.pages if page.is_indexable)


def test_every_page_names_its_canonical_address(published):
    start = base(published)
    assert [page.path for page in published.pages if page.is_indexable and unquote(page.reader.canonical) != start + page.address] == []


def test_robots_txt_names_the_sitemap(published):
    text = (published.folder / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {base(published)}sitemap.xml" in text.splitlines()
