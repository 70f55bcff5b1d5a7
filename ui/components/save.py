"""A picture is saved by a button of its own, beside Streamlit's *Fullscreen*: on hover, and by the keys.

Streamlit's toolbar saves charts and tables, but not pictures. A few lines of JavaScript give a picture's
toolbar the button, once somebody points at the picture or comes there by the keys.
"""

from ui.components.inside import PICTURE, TOOLBAR
from ui.components.markup import Safe, script

OFFER = r"""
if (!window.savesPictures) {
    window.savesPictures = true;
    const save = ({ alt, src }) => {
        const kind = src.startsWith("data:image/svg") ? "svg" : "png";
        Object.assign(document.createElement("a"), {
            href: src, download: `$${alt.split(/[.,:;] |\.$$/)[0]}.$${kind}`,
        }).click();
    };
    const offer = ({ target }) => {
        const frame = target.closest?.(":has(> " + $picture + ")");
        const fullscreen = frame?.querySelector($toolbar + " button");
        if (!fullscreen || frame.querySelector(".save")) return;
        const images = () => frame.querySelectorAll($picture + " img");
        const button = Object.assign(document.createElement("button"), {
            className: "save " + fullscreen.className, textContent: "\u2193", title: "Save",
            ariaLabel: "Save: " + images()[0].alt, onclick: () => images().forEach(save),
        });
        fullscreen.closest($toolbar).firstElementChild.prepend(button);
    };
    for (const type of ["pointerover", "focusin"]) addEventListener(type, offer, true);
}
"""


def save_pictures() -> Safe:
    """Return what lets every picture of the page be saved, those that come later too."""
    return script(OFFER, picture=PICTURE, toolbar=TOOLBAR)
