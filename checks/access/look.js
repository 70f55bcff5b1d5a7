// What is wrong with what one sees of a page: what is cut or too small, wider than the window, or below it.
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
    const levels = [...main.querySelectorAll("h1, h2, h3, h4")].filter(shown).map(each => +each.tagName[1]);
    if (levels.filter(level => level === 1).length !== 1 || levels[0] !== 1) found.push(`headings: ${levels}`);
    levels.forEach((level, i) => { if (i && level > levels[i - 1] + 1) found.push(`headings: ${levels[i - 1]} to ${level}`); });
    const wide = Math.max(document.scrollingElement.scrollWidth - innerWidth, main.scrollWidth - main.clientWidth);
    if (wide > 0) found.push(`wide: ${wide}`);
    if (oneScreen && main.scrollHeight > innerHeight) found.push(`below the window: ${main.scrollHeight - innerHeight}`);
    return found;
}
