// Keeps the marks of the checks that are done in this browser, and tells Python what it finds.
//
// data: {marks, told}. `marks` are the names that Python knows; `told` whether Python has heard from here
// in this visit. What is in the browser's storage may be anything: Python takes only names it knows.

const PLACE = "gates-to-digits marks";

export default function ({ data, setTriggerValue }) {
    const tell = () => setTriggerValue("found", { names: stored(), kept: isKept() });
    if (!data.told && (stored().length || !isKept())) tell();
    else keep(data.marks);
    const elsewhere = event => { if (event.key === PLACE) tell(); }; // another tab has changed them
    addEventListener("storage", elsewhere);
    return () => removeEventListener("storage", elsewhere);
}

function stored() {
    try {
        const names = JSON.parse(localStorage.getItem(PLACE));
        return Array.isArray(names) ? names.filter(name => typeof name === "string").slice(0, 1000) : [];
    } catch {
        return []; // no storage, or garbage in it
    }
}

function isKept() {
    try {
        localStorage.setItem(`${PLACE}?`, "");
        localStorage.removeItem(`${PLACE}?`);
        return true;
    } catch {
        return false;
    }
}

function keep(names) {
    try {
        if (!names.length) localStorage.removeItem(PLACE);
        else if (localStorage.getItem(PLACE) !== JSON.stringify(names))
            localStorage.setItem(PLACE, JSON.stringify(names));
    } catch { /* the page says that marks last for this visit */ }
}
