// Keeps a text in this browser, and tells Python what it holds. That may be anything: Python reads it as such.
//
// data: {name, text, known, lasts, rests}. The text is kept, or nothing if it is empty, unless Python does not know yet
// what is there. As of 1.67 what is told right after a click in the menu asks for the page that one is leaving, and the
// click is lost: so it waits until nothing was pressed for a moment, and no script runs, which `rests` finds.

const MOMENT = 500;

export default function ({ data, setTriggerValue }) {
    const { name, text, known, lasts, rests } = data;
    const held = () => {
        try {
            const storage = lasts ? localStorage : sessionStorage;
            storage.setItem(`${name}?`, "");
            storage.removeItem(`${name}?`);
            return { text: storage.getItem(name) ?? "", kept: true, storage };
        } catch {
            return { text: "", kept: false };
        }
    };
    const { storage, text: before, kept } = held();
    const tell = () => {
        const pressed = performance.now() - (window.pressedAt ?? -MOMENT) < MOMENT;
        if (pressed || !document.querySelector(rests)) setTimeout(tell, 50);
        else setTriggerValue("found", { text: held().text, kept });
    };
    if (!known && (before || !kept)) tell();
    else if (kept && text !== before) text ? storage.setItem(name, text) : storage.removeItem(name);
    const elsewhere = event => { if (event.key === name) tell(); }; // another tab has changed it
    addEventListener("storage", elsewhere);
    return () => removeEventListener("storage", elsewhere);
}
