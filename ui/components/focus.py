"""Where one is after a step: at the top of the new section, whose heading has the focus."""

from ui.components.inside import MAIN
from ui.components.markup import run_script

ARRIVE = """
{
    const place = $place, before = window.sectionShown;
    window.sectionShown = place;
    if (before !== undefined && before !== place) requestAnimationFrame(() => {
        const heading = document.querySelector(".st-key-head h1");
        document.querySelector($main).scrollTo(0, 0);
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
    });
}
"""


def focus_heading(place: str) -> None:
    """Bring the heading into view and give it the focus, once one has come here from another place.

    So the keys go on from there, and a screen reader says where one is.
    """
    run_script(ARRIVE, main=MAIN, place=place)
