// Keeps a text in this browser, and tells Python what it holds. That may be anything: Python reads it as such.
//
// data: {name, text, known, lasts}. The text is kept, or nothing if it is empty, unless Python does not know yet what is
// there.

export default function ({ data, setTriggerValue }) {
    const { name, text, known, lasts } = data;
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
    const tell = () => setTriggerValue("found", { text: held().text, kept });
    if (!known && (before || !kept)) tell();
    else if (kept && text !== before) text ? storage.setItem(name, text) : storage.removeItem(name);
    const elsewhere = event => { if (event.key === name) tell(); }; // another tab has changed it
    addEventListener("storage", elsewhere);
    return () => removeEventListener("storage", elsewhere);
}
