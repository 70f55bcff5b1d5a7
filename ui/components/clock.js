// Asks the server for another run after some seconds. A question that was lost on the way, with the
// connection, is asked again.
const timers = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
    const place = parentElement.closest("[data-testid=stElementContainer]");
    if (place) place.style.display = "none";
    const ask = (seconds) => {
        timers.set(parentElement, setTimeout(() => {
            setTriggerValue("tick", true);
            ask(10 * data.seconds + 3);
        }, 1000 * seconds));
    };
    const stop = () => clearTimeout(timers.get(parentElement));
    stop();
    ask(data.seconds);
    return stop;
}
