"""What a search page shows, and asking it something."""

from playwright.sync_api import expect

PAGE = "recherche/"


def box(tab):
    return tab.locator("main [data-recherche] input[type=search]")


def status(tab):
    """What is seen: how many results there are, or what is in the way."""
    return tab.locator("main [data-recherche] .recherche-compte")


def spoken(tab):
    """What is announced."""
    return tab.locator("main [data-recherche] [role=status]")


def results(tab):
    return tab.locator("main [data-recherche] .recherche-titre")


def filters(tab):
    """The filters, opened if they are not."""
    filters = tab.locator("main [data-recherche-filtres]")
    if not filters.evaluate("(details) => details.open"):
        filters.locator("summary").click()
    expect(filters.locator("fieldset").first).to_be_visible()
    return filters


def search(visit, query: str, address: str = PAGE):
    visitor = visit()
    tab = visitor.open(address)
    box(tab).click()
    tab.keyboard.type(query)
    wait(tab, query)
    return visitor, tab


def wait(tab, query: str):
    """Until the results shown are those of the query."""
    tab.wait_for_function("""(query) => new URLSearchParams(location.search).get('q') === query
        && !document.querySelector('main [aria-busy]') && document.querySelector('main [data-recherche] .recherche-compte')?.textContent""", arg=query)
