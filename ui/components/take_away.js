// Lists the pictures and tables that stand on the page now, and saves them: a picture as PNG and, where it is
// drawn, as SVG, a table as CSV. All is made from what the browser shows already, once somebody asks for it.
//
// data: {page}. An SVG that is saved stands by itself: paper, size and typefaces go with it.

const MAIN = "[data-testid=stMainBlockContainer]";
const FOUND = "[data-testid=stImage], .stVegaLiteChart svg.marks, [data-testid=stBidiComponentIsolated], "
    + "table, [role=table]";
const ELSEWHERE = ".st-key-canvas, .st-key-frame, .stJson, pre";
const SHARP = 2; // so many pixels of a PNG at least for each on the screen
const WIDE = 1200;
const FEW = 7; // words
const EDGE = 10; // around what is drawn: a chart's last number reaches over its edge

export default function ({ data, parentElement }) {
    list(parentElement.querySelector(".list"), data.page);
}

function list(place, page) {
    place.replaceChildren();
    let beat = null;
    const taken = new Map();
    for (const part of document.querySelectorAll(`${MAIN} :is(${FOUND})`)) {
        const element = shown(part);
        if (!element || part.closest(ELSEWHERE) || !element.getClientRects().length) continue;
        const within = part.closest("[class*=st-key-beat-]");
        if (within !== beat) {
            beat = within;
            if (beat) place.append(make("h3", beat.querySelector("h2")?.textContent ?? ""));
        }
        const words = nameOf(element), kept = /st-key-beat-([\w-]+)/.exec(beat?.className ?? "")?.[1];
        const file = [page, kept, shortOf(element, words)].filter(Boolean).join("-");
        taken.set(file, (taken.get(file) ?? 0) + 1);
        const row = make("div", "", "row"), buttons = make("span", "", "buttons");
        row.append(make("span", words), buttons);
        for (const [kind, save] of Object.entries(waysOf(element))) {
            const button = make("button", kind);
            button.type = "button";
            button.setAttribute("aria-label", `Save as ${kind}: ${words}`);
            const name = `${file}${taken.get(file) > 1 ? `-${taken.get(file)}` : ""}.${kind.toLowerCase()}`;
            button.addEventListener("click", async () => {
                if (element.isConnected) keep(await save(element), name);
                else list(place, page); // the page has changed meanwhile
            });
            buttons.append(button);
        }
        place.append(row);
    }
    if (!place.children.length) place.append(make("p", "Nothing to save on this page yet."));
}

// What is saved of a part: the drawing within, the picture, or all pictures of a row.
function shown(part) {
    if (part.shadowRoot) return part.shadowRoot.querySelector(".diagram svg");
    const images = part.querySelectorAll("img");
    return images.length === 1 ? images[0] : part;
}

function make(kind, text, name = "") {
    return Object.assign(document.createElement(kind), { textContent: text, className: name });
}

function nameOf(element) {
    const images = isRow(element) ? element.querySelectorAll("img") : [];
    if (images.length) return `${images[0].alt.replace(/\.$/, "")}, and ${images.length - 1} more`;
    const said = element.alt || element.getAttribute("aria-label") || element.caption?.textContent
        || element.closest("[aria-label]")?.getAttribute("aria-label");
    if (said && !isTable(element)) return said;
    const head = [...element.querySelectorAll("th, [role=columnheader]")].map(textOf).filter(Boolean);
    const row = head.length ? head : [...(element.rows?.[0]?.cells ?? [])].map(textOf);
    return said || `Table: ${row.slice(0, 4).join(", ")}`;
}

// How a file is called: as what it shows if that is said in a few words, else as what it is; never half a sentence.
function shortOf(element, words) {
    const name = slug(words.split(/[.,:;] |\.$/)[0]);
    return name && name.split("-").length <= FEW ? name : isTable(element) ? "table" : "picture";
}

const slug = words => words.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

const isTable = element => element.matches("table, [role=table]");
const isRow = element => element.matches("[data-testid=stImage]");

function waysOf(element) {
    if (isTable(element)) return { CSV: csvOf };
    if (isRow(element)) return { PNG: pngOfRow };
    if (element.tagName !== "IMG") return { SVG: async svg => asFile(await sourceOf(svg)), PNG: pngOf };
    return drawnIn(element) ? { SVG: async image => asFile(drawnIn(image)), PNG: pngOfImage } : { PNG: pngOfImage };
}

const asFile = source => new Blob([source], { type: "image/svg+xml" });

// A picture that is SVG in its own address.
function drawnIn({ src }) {
    const [, coded] = /^data:image\/svg\+xml;base64,(.*)$/.exec(src) ?? [];
    return coded && new TextDecoder().decode(Uint8Array.from(atob(coded), letter => letter.charCodeAt(0)));
}

async function sourceOf(svg) {
    const copy = svg.cloneNode(true), { width, height } = svg.getBoundingClientRect();
    const box = svg.viewBox.baseVal?.width ? svg.viewBox.baseVal : { x: 0, y: 0, width, height };
    const unit = width / box.width, [x, y] = [box.x - EDGE, box.y - EDGE];
    const wide = box.width + 2 * EDGE, high = box.height + 2 * EDGE;
    for (const part of copy.querySelectorAll(".hit, .flow, .reader")) part.remove();
    for (const part of copy.querySelectorAll("image")) part.style.imageRendering = "pixelated";
    for (const part of [copy, ...copy.querySelectorAll("[tabindex]")]) part.removeAttribute("tabindex");
    const paper = document.createElementNS(svg.namespaceURI, "rect");
    const fill = paperColour();
    for (const [name, value] of Object.entries({ x, y, width: wide, height: high, fill })) paper.setAttribute(name, value);
    copy.prepend(paper);
    const family = getComputedStyle(svg).fontFamily, families = new Set([family]);
    const texts = copy.querySelectorAll("text");
    for (const [i, text] of svg.querySelectorAll("text").entries()) {
        const { fontFamily, fill } = getComputedStyle(text);
        families.add(fontFamily);
        texts[i].style.fill = fill; // the page's rules for it stay behind
    }
    const style = document.createElementNS(svg.namespaceURI, "style");
    style.textContent = await facesOf([...families].map(first));
    copy.prepend(style);
    copy.style.fontFamily = family;
    const size = { viewBox: `${x} ${y} ${wide} ${high}`, width: unit * wide, height: unit * high };
    for (const [name, value] of Object.entries(size)) copy.setAttribute(name, value);
    return new XMLSerializer().serializeToString(copy);
}

const paperColour = () => getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
const first = families => families.split(",")[0].trim().replace(/^["']|["']$/g, "");

// The page's upright typefaces of these names, with their files in them.
async function facesOf(families) {
    const found = [];
    for (const sheet of document.styleSheets) {
        let rules;
        try { rules = sheet.cssRules; } catch { continue; } // another site's
        for (const rule of rules) {
            if (!(rule instanceof CSSFontFaceRule) || rule.style.fontStyle === "italic") continue;
            const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
            const family = first(rule.style.fontFamily);
            if (!address || !families.includes(family)) continue;
            const file = await fetch(new URL(address, sheet.href ?? location.href));
            const source = await asAddress(await file.blob());
            const weight = rule.style.fontWeight || "400";
            found.push(`@font-face{font-family:"${family}";font-weight:${weight};src:url(${source}) format("woff2")}`);
        }
    }
    return found.join("");
}

const asAddress = blob => new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = reject;
    reader.readAsDataURL(blob);
});

async function pngOf(svg) {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await sourceOf(svg))}`;
    await image.decode();
    const scale = Math.max(SHARP, Math.ceil(WIDE / image.width));
    return painted(image, scale * image.width, scale * image.height, true);
}

function pngOfImage(image) {
    const { width } = image.getBoundingClientRect(), wide = image.naturalWidth;
    const wanted = SHARP * Math.max(width, drawnIn(image) ? WIDE / SHARP : 0);
    const scale = drawnIn(image) ? wanted / wide : Math.max(1, Math.ceil(wanted / wide)); // pixels stay squares
    return painted(image, scale * wide, scale * image.naturalHeight, !!drawnIn(image));
}

function pngOfRow(row) {
    const { x, y, width, height } = row.getBoundingClientRect();
    return onCanvas(SHARP * width, SHARP * height, pen => {
        pen.fillStyle = paperColour();
        pen.fillRect(0, 0, SHARP * width, SHARP * height);
        for (const image of row.querySelectorAll("img")) {
            const box = image.getBoundingClientRect();
            pen.drawImage(image, ...[box.x - x, box.y - y, box.width, box.height].map(side => SHARP * side));
        }
    });
}

const painted = (image, width, height, smooth) => onCanvas(width, height, pen => {
    pen.imageSmoothingEnabled = smooth;
    pen.drawImage(image, 0, 0, Math.round(width), Math.round(height));
});

function onCanvas(width, height, paint) {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(width), Math.round(height)];
    const pen = canvas.getContext("2d");
    pen.imageSmoothingEnabled = false;
    paint(pen);
    return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

function csvOf(table) {
    const rows = [...table.querySelectorAll("tr, [role=row]")];
    const lines = rows.map(row => [...row.querySelectorAll("th, td, [role$=header], [role=cell]")].map(textOf));
    const cell = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    return new Blob([lines.map(line => line.map(cell).join(",") + "\r\n").join("")], { type: "text/csv" });
}

// What stands in a cell; numbers in the way that programs read, and formulas as they were written.
function textOf(cell) {
    if (cell.title) return cell.title;
    const copy = cell.cloneNode(true);
    for (const formula of copy.querySelectorAll(".katex"))
        formula.replaceWith(formula.querySelector("annotation")?.textContent ?? "");
    const text = copy.textContent.trim();
    const raised = text.replace(/·10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power) => "e" + power.replaceAll("⁻", "-").normalize("NFKC"));
    const plain = raised.replaceAll("\u2212", "-").replaceAll("\u202f", "");
    return plain && isFinite(plain) ? plain : text;
}

function keep(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
