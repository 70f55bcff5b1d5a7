// Counts the clicks on some buttons, and the keys that press them, and tells the server how many there were:
// Streamlit's own message says only that a button was clicked. Without this script the buttons work as ever.
// The counts are those of the page as long as it is open: each run of the script calls the function below anew,
// and a click that came just before and was not told yet must not be forgotten with it.
const mounted = new WeakMap();
const mount = Date.now() + Math.random();
const counts = {};
const FIELD = "input, textarea, select, [contenteditable=true]";

export default function ({ data, parentElement, setStateValue }) {
    const place = parentElement.closest("[class*=st-key-clicks-]");
    if (place) place.style.display = "none";
    mounted.get(parentElement)?.();

    const count = (event, name) => {
        event.stopPropagation();
        counts[name] = (counts[name] ?? 0) + 1;
        setStateValue("clicks", { mount, counts: { ...counts } });
    };
    const button = (name) => `.st-key-${CSS.escape(name)} button:enabled`;
    const clicked = (event) => {
        const name = data.names.find((name) => event.target.closest?.(button(name)));
        if (name) count(event, name);
    };
    const pressed = (event) => {
        const name = data.keys[event.key];
        if (!name || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        if (event.composedPath().some((element) => element.matches?.(FIELD))) return;
        if (!document.querySelector(button(name))) return;
        event.preventDefault();
        count(event, name);
    };
    // Who chose one of a row with a pointer means the page by the next arrow key; with the keys, the row.
    const chosen = (event) => {
        const one = event.detail && event.target.closest?.("[role=radio]");
        if (one) setTimeout(() => document.activeElement === one && one.blur());
    };
    // Radio buttons keep the arrows to themselves; on these the keys mean what they mean elsewhere.
    const onRow = (event) => {
        if (data.row && event.target.closest?.(`.st-key-${CSS.escape(data.row)}`)) pressed(event);
    };
    window.addEventListener("keydown", onRow, true);
    window.addEventListener("click", clicked, true);
    if (Object.keys(data.keys).length) window.addEventListener("click", chosen, true);
    document.body.addEventListener("keydown", pressed);
    const leave = () => {
        window.removeEventListener("keydown", onRow, true);
        window.removeEventListener("click", clicked, true);
        window.removeEventListener("click", chosen, true);
        document.body.removeEventListener("keydown", pressed);
    };
    mounted.set(parentElement, leave);
    return leave;
}
