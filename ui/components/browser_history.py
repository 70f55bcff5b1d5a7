"""The browser's Back: one step in its history for each page that was visited.

Streamlit writes the address of a page with settings in it in several steps when one comes or
goes: first the settings, then the page, or the other way round. Each of them becomes a step in
the browser's history, and Back would lead to a page without its settings. A few lines of
JavaScript let the steps between two pages pass by; those that a visitor makes stay.
"""

from ui.components.markup import run_script

TIDY = """
if (!window.keepsTidy) {
    window.keepsTidy = true;
    let leaving = false, arriving = false;  // from a click on a link to the next page, and until the next act
    addEventListener("popstate", () => { arriving = true; });  // what a page mends is no step
    const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
    const act = event => {
        arriving = false;
        leaving = event.type === "click" && !!event.target.closest?.(
            "[data-testid=stPageLink-NavLink], [data-testid=stSidebarNavLink]");
    };
    for (const type of ["pointerdown", "keydown", "click"]) addEventListener(type, act, true);
    history.pushState = (state, title, url) => {
        const here = new URL(url, location).pathname === location.pathname;
        if (here && leaving) return;
        if (here && arriving) return replace(state, title, url);
        if (!here) [leaving, arriving] = [false, true];
        push(state, title, url);
    };
}
"""


def keep_tidy() -> None:
    """Keep the browser's history tidy from now on."""
    run_script(TIDY)
