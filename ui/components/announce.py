"""What a screen reader says when it has finished its sentence: in a place of the page that is always there.

An element that comes with its words in it is not announced; one that stays, and whose words change, is.
"""

from ui.components.markup import run_script

SAY = """
{
    const said = $said;
    let place = document.getElementById("announced");
    if (!place) {
        place = Object.assign(document.createElement("div"), { id: "announced" });
        place.setAttribute("role", "status");
        place.style.cssText =
            "position:fixed; bottom:0; width:1px; height:1px; overflow:hidden; clip-path:inset(50%)";
        if ($quiet) place.textContent = said;
        document.body.append(place);
    }
    setTimeout(() => { if (place.textContent !== said) place.textContent = said; }, 100);
}
"""


def announce_change(text: str) -> None:
    """Let a screen reader say a text as soon as it changes, but not when it comes with the page."""
    run_script(SAY, said=text, quiet="quiet")


def announce(text: str) -> None:
    """Let a screen reader say a text, if it is not what it said last."""
    run_script(SAY, said=text, quiet="")
