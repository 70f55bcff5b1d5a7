// Keeps the drawing in this tab of the browser, so that a page opened by its address finds it.
//
// data: {ink}. A text is the drawing, "" a paper that was cleared; null says that nobody has drawn in this
// visit, and asks for what the tab holds. What is there may be anything: Python reads it as it reads a link.

const PLACE = "gates-to-digits ink";

export default function ({ data, setTriggerValue }) {
    try {
        const kept = sessionStorage.getItem(PLACE);
        if (data.ink) sessionStorage.setItem(PLACE, data.ink);
        else if (data.ink === "") sessionStorage.removeItem(PLACE);
        else if (kept) setTriggerValue("found", kept);
    } catch { /* no storage: then the drawing lasts for this visit */ }
}
