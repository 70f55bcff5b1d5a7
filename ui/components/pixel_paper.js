// A paper of 28×28 pixels that the keys fill: WAI-ARIA's grid, one stop for Tab, whose current cell is named by
// aria-activedescendant. A pointer draws on it too.
//
// data: {since, pixels, name, help, way_out, row, place, greys}. `pixels` are the greys row by row, two digits of hexadecimal each,
// 00 paper to ff ink. They count when `since` is new: then something else than this paper has changed them. What
// is drawn here is told some moments after the last key, with the `since` that it began with.

const SIDE = 28;
const REST = 200; // milliseconds: as long as the canvas waits after a stroke
const WAYS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const INK = "ff", PAPER = "00";

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
    const view = parentElement.pixels ??= begin(parentElement, data);
    view.tell = drawn => setStateValue("drawn", drawn);
    view.undo = () => setTriggerValue("undo", true);
    view.grid.setAttribute("aria-label", data.name);
    view.help.textContent = data.help;
    view.wayOut = data.way_out;
    if (view.since !== data.since) {
        clearTimeout(view.waits);
        view.waits = 0;
        view.since = data.since;
        for (const [i, cell] of view.cells.entries()) fill(view, cell, data.pixels.slice(2 * i, 2 * i + 2));
    }
    return () => flush(view);
}

function begin(parent, data) {
    const grid = parent.querySelector("[role=grid]");
    const view = { greys: data.greys, grid, help: parent.querySelector(".help"), said: parent.querySelector(".said"), cells: [], at: 0 };
    for (let row = 0; row < SIDE; row++) {
        const line = document.createElement("div");
        line.setAttribute("role", "row");
        line.setAttribute("aria-label", data.row.replace("{row}", row + 1)); // or else it is called by its 28 pixels
        for (let column = 0; column < SIDE; column++) {
            const cell = document.createElement("div");
            cell.id = `pixel-${row}-${column}`;
            cell.place = data.place.replace("{row}", row + 1).replace("{column}", column + 1);
            cell.setAttribute("role", "gridcell");
            view.cells.push(cell);
            line.append(cell);
        }
        grid.append(line);
    }
    go(view, SIDE / 2, SIDE / 2);
    grid.addEventListener("keydown", event => press(view, event));
    grid.addEventListener("pointerdown", event => paint(view, event));
    grid.addEventListener("focusout", () => flush(view));
    if (document.querySelector(data.way_out)?.contains(document.activeElement)) grid.focus();
    return view;
}

function fill(view, cell, grey) {
    cell.grey = grey;
    const share = parseInt(grey, 16) / 255;
    cell.style.setProperty("--ink", share);
    cell.setAttribute("aria-label", `${cell.place}, ${view.greys[share > 0.5 ? 2 : share ? 1 : 0]}`);
}

function go(view, row, column) {
    const within = place => Math.max(0, Math.min(SIDE - 1, place));
    view.cells[view.at].classList.remove("here");
    view.at = SIDE * within(row) + within(column);
    view.cells[view.at].classList.add("here");
    view.grid.setAttribute("aria-activedescendant", view.cells[view.at].id);
}

function press(view, event) {
    const row = Math.floor(view.at / SIDE), column = view.at % SIDE, here = view.cells[view.at];
    const way = WAYS[event.key], far = event.ctrlKey || event.metaKey;
    if (event.altKey || (far && !["z", "Home", "End"].includes(event.key))) return;
    if (way) {
        if (event.shiftKey) set(view, view.at, INK);
        go(view, row + way[0], column + way[1]);
        if (event.shiftKey) set(view, view.at, INK);
    } else if (event.key === "Home") go(view, far ? 0 : row, 0);
    else if (event.key === "End") go(view, far ? SIDE - 1 : row, SIDE - 1);
    else if (event.key === " " || event.key === "Enter") {
        if (!event.repeat) set(view, view.at, isInk(here) ? PAPER : INK, true);
    } else if (event.key === "Delete" || event.key === "Backspace") set(view, view.at, PAPER, true);
    else if (event.key === "z" && far) {
        flush(view);
        view.undo();
    } else if (event.key === "Escape") document.querySelector(view.wayOut)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== "Escape") view.grid.scrollIntoView({ block: "nearest" });
}

function isInk(cell) {
    return parseInt(cell.grey, 16) > 127;
}

function set(view, place, grey, aloud = false) {
    const cell = view.cells[place];
    if (cell.grey !== grey) {
        fill(view, cell, grey);
        clearTimeout(view.waits);
        view.waits = setTimeout(() => flush(view), REST);
    }
    if (aloud) view.said.textContent = cell.getAttribute("aria-label");
}

function flush(view) {
    if (!view.waits) return;
    clearTimeout(view.waits);
    view.waits = 0;
    view.tell({ since: view.since, pixels: view.cells.map(cell => cell.grey).join("") });
}

// A pointer inks all that it passes, or clears it if it begins on ink.
function paint(view, event) {
    if (event.button) return;
    const { grid } = view, root = grid.getRootNode();
    const place = ({ clientX, clientY }) => view.cells.indexOf(root.elementFromPoint(clientX, clientY));
    let last = place(event);
    if (last < 0) return;
    const grey = isInk(view.cells[last]) ? PAPER : INK;
    const pass = moved => {
        const next = place(moved);
        if (next < 0) return;
        const [y, x] = [Math.floor(last / SIDE), last % SIDE];
        const [down, across] = [Math.floor(next / SIDE) - y, next % SIDE - x];
        const steps = Math.max(Math.abs(down), Math.abs(across), 1);
        for (let k = 1; k <= steps; k++)
            set(view, SIDE * (y + Math.round(k * down / steps)) + x + Math.round(k * across / steps), grey);
        go(view, Math.floor(next / SIDE), next % SIDE);
        last = next;
    };
    const end = () => {
        grid.removeEventListener("pointermove", pass);
        for (const name of ["pointerup", "pointercancel"]) grid.removeEventListener(name, end);
    };
    grid.setPointerCapture(event.pointerId);
    grid.addEventListener("pointermove", pass);
    for (const name of ["pointerup", "pointercancel"]) grid.addEventListener(name, end);
    pass(event);
}
