// A part of the page tells when it was last redrawn by itself. One that is about others asks for a run of its
// own if it shows something older than they do, as soon as it is in view, or nearly; until then it is not printed.
const TOLD = "gates-to-digits-told";
const told = (window.gatesToDigitsTold ??= {});
const mounted = new WeakMap();

// As of 1.67 Streamlit sends what is asked within one task as one message, which names one of the fragments:
// two parts that ask at once would have one redrawn, and the other would stay old.
const inTurn = (ask) => {
    window.gatesToDigitsTurn = (window.gatesToDigitsTurn ?? Promise.resolve()).then(() => {
        ask();
        return new Promise((sent) => setTimeout(sent, 0));
    });
};

export default function ({ data, parentElement, setTriggerValue }) {
    const place = parentElement.closest("[class*=st-key-follow-]");
    if (place) place.style.display = "none";
    mounted.get(parentElement)?.();
    told[data.part] = data.now;
    window.dispatchEvent(new Event(TOLD));
    const leaders = Object.entries(data.seen);
    if (!place || !leaders.length) return;

    const part = place.closest("[class*=st-key-beat-]") ?? place.parentElement; // with its headline
    let inView = false;
    let askedAbout = "";
    const ask = () => {
        const older = leaders.some(([leader, seen]) => (told[leader] ?? seen) > seen);
        part.toggleAttribute("data-older", older);
        const about = leaders.map(([leader]) => told[leader]).join(); // redrawn once more? Then ask once more
        if (!inView || !older || about === askedAbout) return;
        askedAbout = about;
        inTurn(() => mounted.get(parentElement) === leave && setTriggerValue("look", true));
    };
    const watcher = new IntersectionObserver((entries) => {
        inView = entries.at(-1).isIntersecting;
        ask();
    }, { root: document.querySelector(data.main), rootMargin: "25% 0px" });
    watcher.observe(part);
    window.addEventListener(TOLD, ask);
    ask();
    const leave = () => {
        watcher.disconnect();
        part.removeAttribute("data-older");
        window.removeEventListener(TOLD, ask);
    };
    mounted.set(parentElement, leave);
    return leave;
}
