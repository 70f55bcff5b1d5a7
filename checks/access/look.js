// What is wrong with what one sees of a page: what is cut or too small, wider than the window, or
// below it, words that lie over one another or beyond their drawing.
oneScreen => {
    const SMALLEST = 11;
    const POINTS = 12, DPI = 200, WIDTHS = [800, 900]; // of figures that come as PNG: ui/figures/base.py
    const asides = "[class*=st-key-check-], [class*=st-key-predict-], details, pre, .katex";
    const box = element => element.getBoundingClientRect();
    const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && box(element).width > 1 && box(element).height > 4;
    const deep = root => [...root.querySelectorAll("*")].flatMap(
        element => element.shadowRoot ? [element, ...deep(element.shadowRoot)] : [element]);
    const main = document.querySelector("[data-testid=stMain]");
    const every = deep(main);
    const found = [];

    const read = (words, size) => {
        if (size < SMALLEST - 0.05) found.push(`small: ${words}: ${size.toFixed(1)}`);
    };
    for (const element of every) {
        if (!element.checkVisibility()) continue;
        if (element.matches("img") && element.naturalWidth) {
            const scale = box(element).width / element.naturalWidth;
            if (WIDTHS.includes(element.naturalWidth)) read(element.alt, POINTS * DPI / 72 * scale);
        }
        if (element.childElementCount || !element.textContent.trim() || element.closest(asides)) continue;
        if (element.matches("text, tspan")) {
            const scale = element.getScreenCTM();
            read(element.textContent, parseFloat(getComputedStyle(element).fontSize) * Math.hypot(scale.a, scale.b));
        } else if (shown(element) && box(element).right > innerWidth + 1 && !element.closest("table, [role=tablist]")) {
            found.push(`cut: ${element.textContent}`);
        }
    }
    for (const drawing of every.filter(each => each.matches("svg[role=group]") && shown(each))) {
        const words = [...drawing.querySelectorAll("text")].filter(each => each.textContent.trim());
        const core = element => { // of a line's height the letters take about half
            const { left, right, top, bottom, height } = box(element);
            return { left: left + 1, right: right - 1, top: top + 0.25 * height, bottom: bottom - 0.25 * height };
        };
        const [frame, cores] = [box(drawing), words.map(core)];
        cores.forEach((a, i) => {
            if (a.left < frame.left - 2 || a.right > frame.right + 2) found.push(`outside: ${words[i].textContent}`);
            const over = cores.findIndex((b, k) => k < i
                && Math.min(a.right, b.right) > Math.max(a.left, b.left) && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top));
            if (over >= 0) found.push(`overlap: ${words[over].textContent} and ${words[i].textContent}`);
        });
    }
    const levels = [...main.querySelectorAll("h1, h2, h3, h4")].filter(shown).map(each => +each.tagName[1]);
    if (levels.filter(level => level === 1).length !== 1 || levels[0] !== 1) found.push(`headings: ${levels}`);
    levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) found.push(`headings: ${levels[i - 1]} to ${level}`); });
    const wide = Math.max(document.scrollingElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
    if (wide > 0) found.push(`wide: ${wide}`);
    if (oneScreen && main.scrollHeight > innerHeight) found.push(`below the window: ${main.scrollHeight - innerHeight}`);
    return found;
}
