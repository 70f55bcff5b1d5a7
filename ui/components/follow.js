// A part of the page tells when it was last redrawn by itself. One that is about others asks for a run of its
// own if it shows something older than they do, as soon as it is in view, or nearly.
const TOLD = "gates-to-digits-told";
const told = (window.gatesToDigitsTold ??= {});
const mounted = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
    const place = parentElement.closest("[data-testid=stElementContainer]");
    if (place) place.style.display = "none";
    mounted.get(parentElement)?.();
    told[data.part] = data.now;
    window.dispatchEvent(new Event(TOLD));
    const leaders = Object.entries(data.seen);
    if (!place || !leaders.length) return;

    let inView = false;
    let asked = false;
    const ask = () => {
        if (asked || !inView || leaders.every(([part, seen]) => (told[part] ?? seen) <= seen)) return;
        asked = true;
        setTriggerValue("look", true);
    };
    const watcher = new IntersectionObserver((entries) => {
        inView = entries.at(-1).isIntersecting;
        ask();
    }, { rootMargin: "25% 0px" });
    watcher.observe(place.parentElement);
    window.addEventListener(TOLD, ask);
    const leave = () => {
        watcher.disconnect();
        window.removeEventListener(TOLD, ask);
    };
    mounted.set(parentElement, leave);
    return leave;
}
