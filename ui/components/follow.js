// A part of the page that is about another one is shown anew only when it is looked at: one tells what it
// shows now, the others ask for a run of their own when they come into view and show something older.
const TOLD = "gates-to-digits-told";
const mounted = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
    const place = parentElement.closest("[data-testid=stElementContainer]");
    if (place) place.style.display = "none";
    mounted.get(parentElement)?.();
    if (data.tells) {
        window.gatesTold = { ...window.gatesTold, [data.about]: data.shown };
        window.dispatchEvent(new Event(TOLD));
        return;
    }
    let inView = false;
    let asked = data.shown;
    const ask = () => {
        const now = window.gatesTold?.[data.about] ?? data.shown;
        if (!inView || now <= asked) return;
        asked = now;
        setTriggerValue("look", true);
    };
    const watcher = new IntersectionObserver((entries) => {
        inView = entries.at(-1).isIntersecting;
        ask();
    }, { rootMargin: "25% 0px" });
    const whole = place?.parentElement?.closest("[class*=st-key-beat-]") ?? place?.parentElement;
    if (whole) watcher.observe(whole);
    window.addEventListener(TOLD, ask);
    const leave = () => {
        watcher.disconnect();
        window.removeEventListener(TOLD, ask);
    };
    mounted.set(parentElement, leave);
    return leave;
}
