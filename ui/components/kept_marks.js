// Keeps the marks in this browser, and tells Python what it holds. That may be anything: Python reads it as such.
//
// data: {text, told}. The text is kept, or nothing if it is empty, unless Python has not been told yet of what is there.

const NAME = "gates-to-digits marks";

export default function ({ data, setTriggerValue }) {
    const { text, told } = data;
    const held = () => {
        try {
            localStorage.setItem(`${NAME}?`, "");
            localStorage.removeItem(`${NAME}?`);
            return { text: localStorage.getItem(NAME) ?? "", kept: true };
        } catch {
            return { text: "", kept: false };
        }
    };
    const { text: before, kept } = held();
    const tell = () => setTriggerValue("found", { text: held().text, kept });
    if (!told && (before || !kept)) tell();
    else if (kept && text !== before) text ? localStorage.setItem(NAME, text) : localStorage.removeItem(NAME);
    const elsewhere = event => { if (event.key === NAME) tell(); }; // another tab has changed it
    addEventListener("storage", elsewhere);
    return () => removeEventListener("storage", elsewhere);
}
