// Tends the canvas (streamlit-drawable-canvas 0.13). Its own toolbar is invisible until one hovers, yet takes the
// strokes that begin where it lies, and its undo does not know of ours; there is no option against it, and no style
// sheet of the page reaches its shadow root. Who watches for its roots goes with the canvas.
// And it tells of a stroke 200 ms later, or never where it is left or its paper laid anew meanwhile: what is pressed
// elsewhere so soon has it tell at once, by the first button of that toolbar.
// A canvas that began blank is cleared by the last one, at once, and reports it like a stroke: a sheet laid by the
// server would come later, and take away what is drawn meanwhile.
//
// data: {began_blank}.

const sheet = new CSSStyleSheet();
sheet.replaceSync(".dc-toolbar { display: none !important; }");
const roots = () => [...document.querySelectorAll(".st-key-canvas *")]
    .map(({ shadowRoot }) => shadowRoot)
    .filter(Boolean);
let wasThere = false;
const hide = () => {
    for (const root of roots().filter((root) => !root.toolbarHidden)) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        root.toolbarHidden = true;
    }
    const isThere = document.querySelector(".st-key-canvas");
    if (wasThere && !isThere) window.leaveCanvas();
    wasThere ||= isThere;
};
let drawing = false, drawn = -Infinity;
const begin = (event) => {
    drawing = event.type === "pointerdown" && event.target.closest?.(".st-key-canvas");
    if (drawing || performance.now() - drawn > 300) return;
    drawn = -Infinity;
    for (const root of roots()) root.querySelector(".dc-toolbar button")?.click();
};
const end = () => {
    if (drawing) drawn = performance.now();
};
const clear = (event) => {
    const buttons = roots().map((root) => root.querySelector(".dc-toolbar-card > button:last-child"));
    if (!data.began_blank || !buttons.length || !event.target.closest?.(".st-key-clear button")) return;
    event.stopPropagation();
    for (const button of buttons) button.click();
};
window.leaveCanvas?.();
const watcher = new MutationObserver(hide), listening = new AbortController();
window.leaveCanvas = () => (watcher.disconnect(), listening.abort());
watcher.observe(document.body, { childList: true, subtree: true });
const how = { capture: true, signal: listening.signal };
for (const press of ["pointerdown", "keydown"]) window.addEventListener(press, begin, how);
window.addEventListener("pointerup", end, how);
window.addEventListener("click", clear, how);
hide();
