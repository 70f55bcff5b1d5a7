// What one sees of a page: which controls are far from all that they could change, what is cut or too small.
() => {
    const HEADER = 56, SMALLEST = 11;
    const CONTROLS = "stSlider stButtonGroup stNumberInput stCheckbox stSelectbox";
    const PICTURES = "stImage stProgress stMetric stBidiComponentIsolated stVegaLiteChart";
    const all = names => names.split(" ").map(name => `[data-testid=${name}]`).join(", ");
    const asides = "[class*=st-key-check-], [class*=st-key-predict-], details, pre, .katex";
    const box = element => element.getBoundingClientRect();
    const shown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
        && box(element).width > 1 && box(element).height > 12;
    const deep = root => [...root.querySelectorAll("*")].flatMap(
        element => element.shadowRoot ? [element, ...deep(element.shadowRoot)] : [element]);
    const main = document.querySelector("[data-testid=stMain]");
    const found = { controls: 0, texts: 0, apart: [], cut: [], small: [] };

    for (const beat of main.querySelectorAll("[class*=st-key-beat-]")) {
        const within = names => [...beat.querySelectorAll(names)].filter(e => shown(e) && !e.closest(asides));
        const pictures = within(`${all(PICTURES)}, .stVegaLiteChart, table`).map(box);
        for (const control of within(all(CONTROLS))) {
            const one = box(control);
            const fields = control.matches(all("stSelectbox")) ? within(all("stNumberInput")).map(box) : [];
            const spans = [...pictures, ...fields].map(two => Math.max(one.bottom, two.bottom) - Math.min(one.top, two.top));
            const least = Math.min(...spans);
            found.controls += 1;
            if (least > innerHeight - HEADER) found.apart.push(`${control.innerText.split("\n")[0]}: ${least}`);
        }
    }
    for (const element of deep(main)) {
        if (element.childElementCount || !element.textContent.trim() || element.closest(asides)) continue;
        if (!element.checkVisibility()) continue;
        if (element.matches("text, tspan")) {
            const scale = element.getScreenCTM();
            const size = parseFloat(getComputedStyle(element).fontSize) * Math.hypot(scale.a, scale.b);
            found.texts += 1;
            if (size < SMALLEST - 0.05) found.small.push(`${element.textContent}: ${size}`);
        } else if (shown(element) && box(element).right > innerWidth + 1 && !element.closest("table")) {
            found.cut.push(element.textContent);
        }
    }
    found.wide = document.scrollingElement.scrollWidth - innerWidth;
    const wrong = found.apart.length + found.cut.length + found.small.length;
    found.fine = !wrong && found.wide <= 0 && found.controls + found.texts > 0;
    return found;
}
