"""The browser's history: one entry for each section that was visited, and nothing else.

As of 1.67 each write to `st.query_params` is an entry, and so is a bound widget that leaves the page. A few
lines of JavaScript let such a write replace the entry, unless it is to another page or another section.
What the next page writes may come before the browser has left this one: its entry then gets its address back.
"""

from ui.components.markup import Safe, script

ENTRIES = """
if (!window.keepsEntries) {
    window.keepsEntries = true;
    // What a page writes into its address as one arrives there is no step.
    let acted = true, before = new URL(location);
    const act = () => { acted = true; before = new URL(location); };
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, act, true);
    addEventListener("popstate", () => { acted = false; });
    const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
    const sectionOf = url => url.searchParams.get("at");
    history.pushState = (state, title, url) => {
        const to = new URL(url, location), here = new URL(location);
        const leaves = to.pathname !== here.pathname;
        const moves = acted && sectionOf(to) && sectionOf(to) !== sectionOf(here);
        if (leaves && before.pathname === here.pathname) replace(history.state, "", before);
        (leaves || moves ? push : replace)(state, title, url);
        if (leaves) acted = false;
    };
}
"""


def keep_entries() -> Safe:
    """Return what makes an entry of each section that is visited from now on, and of nothing else."""
    return script(ENTRIES)
