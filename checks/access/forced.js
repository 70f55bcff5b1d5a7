// What cannot be seen in forced colours: sliders without a handle, switches, choices that look like the others.
() => {
    const probe = document.createElement("i");
    probe.style.color = "Canvas";
    document.body.append(probe);
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    const unseen = [];
    const all = names => [...document.querySelectorAll(names)].filter(each => each.checkVisibility());
    const look = element => {
        const { backgroundColor, color, outlineStyle, outlineColor, borderTopWidth } = getComputedStyle(element);
        const frame = outlineStyle === "none" || outlineColor === canvas ? "" : outlineStyle;
        return [backgroundColor, color, frame, borderTopWidth].join(" ");
    };
    const filled = element => ![canvas, "rgba(0, 0, 0, 0)"].includes(getComputedStyle(element).backgroundColor);
    const name = element => (element.closest("[data-testid=stElementContainer]") ?? element).innerText.slice(0, 40);

    for (const handle of all("[data-testid=stSlider] [data-rac]:has(> div > input[type=range])"))
        if (!filled(handle)) unseen.push(`handle: ${name(handle)}`);
    for (const group of all("[role=radiogroup]")) {
        const [chosen, other] = ["true", "false"].map(state => group.querySelector(`[aria-checked=${state}]`));
        if (chosen && other && look(chosen) === look(other)) unseen.push(`chosen: ${name(group)}`);
    }
    for (const knob of all("[data-testid=stCheckbox] label:has(input[role=switch]) > div:first-of-type > div"))
        if (!filled(knob)) unseen.push(`switch: ${name(knob)}`);
    for (const key of ["strip", "back_strip", "net"]) {
        const looks = all(`.st-key-${key} button, [class*=st-key-${key}-] button`).map(look);
        if (looks.length && new Set(looks).size < 2) unseen.push(`now: ${key}`);
    }
    const here = document.querySelector("[data-testid=stSidebarNavLink][aria-current=page]");
    if (here && here.checkVisibility() && getComputedStyle(here).outlineStyle === "none") unseen.push("here: the menu");
    return unseen;
}
