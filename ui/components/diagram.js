// Draws a diagram that Python has described, and tells Python which of its parts was picked.
//
// data: {width, height, alt, ink, paper, step, flow, paints, shapes, save, place}; the last two are words. A shape has a kind, an id that stays the
// same from step to step, and for some a tip (shown when one points at it) and a pick (sent when it is
// clicked). What is drawn already is changed, not drawn again, so that nothing jumps.
// Words are set as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const ENDS = ["pointerup", "pointercancel"];
const FLOW = 450; // milliseconds that what flows takes from end to end of a wire

export default function ({ data, parentElement, setTriggerValue }) {
    const view = parentElement.diagram ??= begin(parentElement);
    view.send = pick => setTriggerValue("picked", pick);
    show(view, data);
    return () => view.tip.hidden = true;
}

function begin(parent) {
    const svg = parent.querySelector("svg"), tip = parent.querySelector(".tip");
    const view = { svg, tip, button: parent.querySelector(".save"), drawn: new Map(), step: null, focus: null };
    const part = event => event.target.closest?.("[data-id]");
    const point = event => tell(view, part(event), event);
    svg.addEventListener("pointermove", point);
    svg.addEventListener("pointerdown", point);
    svg.addEventListener("pointerdown", event => { if (view.data.paints) paint(view, event); });
    svg.addEventListener("pointerleave", () => tip.hidden = true);
    svg.addEventListener("click", event => { if (!view.data.paints) choose(view, part(event)); });
    svg.addEventListener("keydown", event => steer(view, event));
    svg.addEventListener("focusin", event => tell(view, part(event)));
    svg.addEventListener("focusout", () => tip.hidden = true);
    view.button.addEventListener("click", () => save(view));
    return view;
}

function show(view, data) {
    const { svg, drawn } = view;
    view.data = data;
    svg.setAttribute("viewBox", `0 0 ${data.width} ${data.height}`);
    svg.setAttribute("aria-label", data.alt);
    set(view.button, { "aria-label": data.save, title: data.save });
    svg.style.touchAction = data.paints ? "none" : "";
    svg.style.setProperty("--ink", data.ink);
    svg.style.setProperty("--paper", data.paper);
    if (data.most) svg.style.setProperty("--diagram-most", `${data.most}rem`);
    const shapes = data.shapes.flatMap(shape => spread(shape, data.place)), kept = new Map(shapes.map(({ id, kind }) => [id, kind]));
    for (const [id, element] of drawn) if (kept.get(id) !== element.kind) { element.remove(); drawn.delete(id); }
    let next = svg.firstChild;
    for (const shape of shapes) {
        const element = drawn.get(shape.id) ?? make(shape);
        drawn.set(shape.id, element);
        dress(element, shape);
        // In the order in which they are described, later ones on top; what is in its place is not moved.
        if (element === next) next = next.nextSibling;
        else svg.insertBefore(element, next);
    }
    rove(view);
    if (view.step !== null && view.step !== data.step) flow(view);
    view.step = data.step;
}

// A grid is one shape to Python and many cells here.
function spread(shape, place) {
    if (shape.kind !== "grid") return [shape];
    const { x, y, side, columns, colours, tips, picks, gap, line } = shape;
    return Array.from({ length: colours.length / 6 }, (_, i) => ({
        kind: "cell", id: `${shape.id} ${i}`, line,
        x: x + side * (i % columns) + gap / 2, y: y + side * Math.floor(i / columns) + gap / 2,
        width: side - gap, height: side - gap,
        place: place.replace("{row}", Math.floor(i / columns) + 1).replace("{column}", i % columns + 1),
        fill: "#" + colours.slice(6 * i, 6 * i + 6), tip: tips[i] ?? shape.tip, pick: picks?.[i],
    }));
}

const PARTS = {
    wire: ["line", "line"], disc: ["circle", "text"], cell: ["rect"], box: ["rect"], text: ["text"],
    label: ["rect", "text"], curve: ["svg"], picture: ["image"], reader: ["rect", "line"],
};

function make(shape) {
    const group = document.createElementNS(SVG, "g");
    group.kind = shape.kind;
    group.setAttribute("class", shape.kind);
    for (const name of PARTS[shape.kind]) group.append(document.createElementNS(SVG, name));
    if (shape.kind === "curve") {
        group.firstChild.append(document.createElementNS(SVG, "polyline"));
        group.firstChild.setAttribute("aria-hidden", true); // to a screen reader an SVG within is one more picture
    }
    return group;
}

function set(element, attributes) {
    for (const [name, value] of Object.entries(attributes))
        if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

function write(element, { text, x, y, ink, size, bold, anchor }) {
    set(element, { x, y, fill: ink, "font-size": size, "font-weight": bold ? 700 : 400 });
    set(element, { "text-anchor": anchor ?? "middle", "dominant-baseline": "central" });
    if (element.textContent !== text) element.textContent = text;
}

const DRESS = {
    wire([line, hit], s) {
        const ends = { x1: s.from[0], y1: s.from[1], x2: s.to[0], y2: s.to[1] };
        set(line, { ...ends, stroke: s.colour, "stroke-width": s.thickness, "stroke-opacity": s.opacity });
        set(hit, { ...ends, class: "hit", "stroke-width": Math.max(12, s.thickness) });
    },
    disc([circle, text], s) {
        set(circle, { cx: s.x, cy: s.y, r: s.radius, fill: s.fill, stroke: s.edge });
        write(text, s);
    },
    cell([rect], s) {
        set(rect, { x: s.x, y: s.y, width: s.width, height: s.height, fill: s.fill, stroke: s.line ?? "none" });
    },
    box([rect], s) {
        set(rect, { x: s.x, y: s.y, width: s.width, height: s.height, rx: s.round, fill: s.fill });
        set(rect, { stroke: s.line, "stroke-width": s.thickness });
    },
    text([text], s) { write(text, s); },
    curve([frame], s) { // an SVG within cuts what lies beyond its edges
        const line = frame.firstChild, [x, y, width, height] = s.within;
        set(frame, { x, y, width, height, viewBox: s.within.join(" ") });
        set(line, { points: s.points, fill: s.fill, stroke: s.colour, "stroke-width": s.thickness });
        set(line, { "stroke-dasharray": s.dashes, "stroke-linejoin": "round" });
    },
    picture([image], s) {
        set(image, { x: s.x, y: s.y, width: s.width, height: s.height, href: s.source });
        set(image, { preserveAspectRatio: "none" });
    },
    reader([rect, line], s) {
        set(rect, { x: s.x, y: s.y, width: s.width, height: s.height, class: "hit", fill: "transparent" });
        set(line, { y1: s.y, y2: s.y + s.height, stroke: s.ink, "stroke-width": 1.5 });
    },
    label([rect, text], s) {
        write(text, s);
        const width = s.width, height = s.size * 1.25;
        set(rect, { x: s.x - width / 2, y: s.y - height / 2, width, height, rx: 3, fill: s.paper });
    },
};

function dress(element, shape) {
    DRESS[shape.kind](element.children, shape);
    element.shape = shape;
    element.classList.toggle("pickable", !!shape.pick);
    element.classList.remove("painted");
    if (shape.tip || shape.pick || shape.kind === "reader") element.dataset.id = shape.id; else delete element.dataset.id;
    if (shape.pick) set(element, { role: "button", "aria-label": named(shape), "aria-pressed": !!shape.chosen });
    else for (const name of ["role", "aria-label", "aria-pressed", "tabindex"]) element.removeAttribute(name);
}

// A name says what is written on a part, too: whoever speaks to a page says what is seen.
const named = ({ tip, text, place }) => text && !tip?.includes(text) ? `${text}: ${tip}` : tip || place;

// One of what can be picked is reached by Tab, the others from there by the arrow keys.
function rove(view) {
    const all = pickable(view);
    const here = all.find(element => element.shape.id === view.focus)
        ?? all.find(element => element.shape.chosen) ?? all[0];
    for (const element of all) element.setAttribute("tabindex", element === here ? 0 : -1);
}

function pickable(view) {
    return [...view.svg.querySelectorAll(".pickable")];
}

function steer(view, event) {
    const here = event.target.closest("[data-id]");
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(view, here);
    else if (event.key === "Escape") view.tip.hidden = true;
    else if (way && here && !event.ctrlKey && !event.altKey && !event.metaKey) {
        const next = nearest(pickable(view), here, way);
        if (next) { view.focus = next.shape.id; rove(view); next.focus(); }
    } else return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys move the walk
}

// The nearest of all that lie in a direction; what lies aside counts for farther away.
function nearest(all, here, [dx, dy]) {
    const middle = element => {
        const { x, y, width, height } = element.getBBox();
        return [x + width / 2, y + height / 2];
    };
    const [x, y] = middle(here);
    let best = null, least = Infinity;
    for (const element of all) {
        const [u, v] = middle(element).map((place, axis) => place - [x, y][axis]);
        const along = u * dx + v * dy, aside = Math.abs(u * dy) + Math.abs(v * dx);
        if (along > 1 && along + 2 * aside < least) [best, least] = [element, along + 2 * aside];
    }
    return best;
}

function choose(view, element) {
    if (!element?.shape.pick) return;
    view.focus = element.shape.id;
    view.send(element.shape.pick);
}

// All that a pointer passes over until it is lifted is picked at once, by names with a space between.
function paint(view, event) {
    const { svg } = view, picks = new Set(), root = svg.getRootNode();
    const pass = ({ clientX, clientY }) => {
        const element = root.elementFromPoint(clientX, clientY)?.closest("[data-id]");
        if (!element?.shape.pick) return;
        element.classList.add("painted");
        picks.add(element.shape.pick);
    };
    const end = () => {
        svg.removeEventListener("pointermove", pass);
        for (const name of ENDS) svg.removeEventListener(name, end);
        if (picks.size) view.send([...picks].join(" "));
    };
    svg.setPointerCapture(event.pointerId);
    svg.addEventListener("pointermove", pass);
    for (const name of ENDS) svg.addEventListener(name, end);
    pass(event);
}

function tell(view, element, event) {
    const { tip, svg } = view, words = element?.kind === "reader" ? read(element, event) : element?.shape.tip;
    tip.hidden = !words;
    if (!words) return;
    tip.textContent = words;
    const frame = svg.getBoundingClientRect(), part = element.getBoundingClientRect();
    const x = (event?.clientX ?? part.x + part.width / 2) - frame.x;
    const y = (event?.clientY ?? part.y + part.height / 2) - frame.y;
    tip.style.left = `${Math.max(0, Math.min(x - tip.offsetWidth / 2, frame.width - tip.offsetWidth))}px`;
    tip.style.top = `${y > tip.offsetHeight + 14 ? y - tip.offsetHeight - 12 : y + 18}px`;
}

// What there is to read at the place that is nearest to the pointer, over which a line is drawn.
function read({ shape: { xs, tips }, children: [, line] }, { clientX, clientY }) {
    const { x } = new DOMPoint(clientX, clientY).matrixTransform(line.getScreenCTM().inverse());
    const near = xs.reduce((best, each, i) => Math.abs(each - x) < Math.abs(xs[best] - x) ? i : best, 0);
    set(line, { x1: xs[near], x2: xs[near] });
    return tips[near];
}

// What flows on the wires of this step, as dots; none for those who ask for less motion.
function flow(view) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const id of view.data.flow) {
        const wire = view.drawn.get(id)?.shape;
        if (!wire) continue;
        const dot = document.createElementNS(SVG, "circle");
        set(dot, { r: 2 + wire.thickness / 2, fill: wire.colour, class: "flow" });
        const [start, end] = (view.data.back ? [wire.to, wire.from] : [wire.from, wire.to])
            .map(([x, y]) => ({ transform: `translate(${x}px, ${y}px)` }));
        view.svg.append(dot);
        dot.animate([start, end], { duration: FLOW, easing: "ease-in-out" }).finished
            .finally(() => dot.remove()).catch(() => {});
    }
}

// Keeps what is seen as a file: its paper, typeface and size go with it.
async function save({ svg, data }) {
    const copy = svg.cloneNode(true), { fontFamily } = getComputedStyle(svg);
    for (const part of copy.querySelectorAll(".hit, .flow, .reader")) part.remove();
    for (const part of [copy, ...copy.querySelectorAll("[tabindex]")]) part.removeAttribute("tabindex");
    const [paper, style] = ["rect", "style"].map(name => document.createElementNS(SVG, name));
    set(paper, { width: data.width, height: data.height, fill: data.paper });
    style.textContent = "line { stroke-linecap: round } image { image-rendering: pixelated } " + await face(fontFamily);
    copy.prepend(style, paper);
    set(copy, { width: data.width, height: data.height, "font-family": fontFamily });
    const file = new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
    const link = document.createElement("a");
    [link.href, link.download] = [URL.createObjectURL(file), data.alt.split(/[.,:;] |\.$/)[0] + ".svg"];
    link.click();
    URL.revokeObjectURL(link.href);
}

// The page's own typeface with its file in it.
async function face(families) {
    const rule = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).find(({ style, constructor }) =>
        constructor === CSSFontFaceRule && style.fontStyle !== "italic" && families.startsWith(style.fontFamily));
    const [, address] = /url\("?([^")]+)"?\)/.exec(rule?.style.getPropertyValue("src")) ?? [];
    if (!address) return "";
    const file = await (await fetch(new URL(address, rule.parentStyleSheet.href ?? location.href))).blob();
    const source = await new Promise(done => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(file);
    });
    return rule.cssText.replace(/src:[^;]+/, `src: url(${source})`);
}
