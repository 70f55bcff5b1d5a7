// What every page needs of the browser: a history of sections, pictures that can be saved, formulas as words.
//
// data: {picture, toolbar}, what we name of Streamlit's inside; {language}, the page's, which Streamlit says is
// English whatever it is, so that a browser would offer to translate it; {words}, by what they are for; and
// {cookie}, which keeps what was chosen.

document.documentElement.lang = data.language;
window.courseWords = data.words;
if (data.cookie) document.cookie = data.cookie + "; path=/; max-age=31536000; samesite=lax";

if (!window.tendsPage) {
    window.tendsPage = true;
    keepEntries();
    savePictures();
    speakFormulas();
}
// Each section that was visited is one entry of the history, and nothing else is: as of 1.67 each write to
// `st.query_params` would be one. What the next page writes may come before the browser has left this one: its
// entry then gets its address back. What a page writes into its address as one arrives there is no step.
// Who goes back twice before the server has answered would be led to the page of its first answer: the place that
// the browser is at counts, and its page is asked for once more.
function keepEntries() {
    let acted = true, moved = false, wentBack = false, before = new URL(location);
    const act = () => {
        acted = true; moved = wentBack = false; before = new URL(location);
        window.pressedAt = performance.now();
    };
    for (const type of ["pointerdown", "keydown"]) addEventListener(type, act, true);
    addEventListener("popstate", () => { acted = false; wentBack = true; before = new URL(location); });
    const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
    const sectionOf = url => url.searchParams.get("at");
    history.pushState = (state, title, url) => {
        const to = new URL(url, location), here = new URL(location);
        const leaves = to.pathname !== here.pathname;
        if (leaves && wentBack) {
            setTimeout(() => {
                replace(history.state, "", before);
                dispatchEvent(new PopStateEvent("popstate"));
            });
            return;
        }
        const moves = acted && sectionOf(to) && sectionOf(to) !== sectionOf(here);
        // An entry for the next page's section, made while the browser was here, becomes that page's.
        if (leaves && !moved && before.pathname === here.pathname) replace(history.state, "", before);
        ((leaves && !moved) || moves ? push : replace)(state, title, url);
        moved ||= Boolean(moves);
        if (leaves) acted = false;
    };
}

// Streamlit's toolbar saves charts and tables, but not pictures: it gets a button for that, once somebody points
// at a picture or comes there by the keys.
function savePictures() {
    const { picture, toolbar } = data;
    const save = ({ alt, src }) => {
        const download = `${alt.split(/[.,:;] |\.$/)[0]}.png`;
        Object.assign(document.createElement("a"), { href: src, download }).click();
    };
    const offer = ({ target }) => {
        const frame = target.closest?.(`:has(> ${picture})`);
        const fullscreen = frame?.querySelector(`${toolbar} button`);
        if (!fullscreen || frame.querySelector(".save")) return;
        const images = () => frame.querySelectorAll(`${picture} img`);
        const button = Object.assign(document.createElement("button"), {
            className: "save " + fullscreen.className, textContent: "\u2193", title: window.courseWords.save,
            ariaLabel: `${window.courseWords.save}: ${images()[0].alt}`, onclick: () => images().forEach(save),
        });
        fullscreen.closest(toolbar).firstElementChild.prepend(button);
    };
    for (const type of ["pointerover", "focusin"]) addEventListener(type, offer, true);
}

// KaTeX gives each formula as MathML, which few screen readers read well, and which does not count as the name of a
// choice that is nothing but a formula: so each gets a name in words, from the LaTeX that it was written in.
function speakFormulas() {
    const part = "\\{([^{}]*)\\}", one = "(?:" + part + "|(\\\\[a-zA-Z]+|[^\\s\\\\{}]))";
    const said = (form, a, b) => ` ${window.courseWords[form].replace("{a}", a).replace("{b}", b)} `;
    const sign = name => ` ${window.courseWords[name] ?? name} `;
    const raised = to => {
        const form = "^" + to.replace("\\", "");
        return form in window.courseWords ? sign(form) : said("^", to);
    };
    const rules = [
        [/\\begin\{[a-z*]+\}(\{[^{}]*\})?|\\end\{[a-z*]+\}/g, " "], [/\\\\(\[[^\]]*\])?/g, " ; "],
        [/\\(left|right|big|Big|displaystyle|quad|qquad|limits|[,;:!])(?![a-z])/g, " "], [/&/g, " "],
        [/\\(mathrm|text|mathbf|operatorname|mathit|textbf|boldsymbol|colorbox)(?=\{)/g, " "],
    ];
    const nested = [
        [new RegExp("\\\\[dt]?frac\\s*" + one + "\\s*" + one),
            (_, a, b, c, d) => said("frac", a ?? b, c ?? d)],
        [new RegExp("\\\\sqrt\\s*" + one), (_, a, b) => said("sqrt", a ?? b)],
        [new RegExp("\\^\\s*\\{\\((\\w+)\\)\\}"), (_, a) => said("^()", a)],
        [new RegExp("\\^\\s*" + one), (_, a, b) => raised(a ?? b)],
        [new RegExp("_\\s*" + one), (_, a, b) => ` ${a ?? b} `],
        [new RegExp(part), (_, a) => ` ${a} `],
    ];
    const plain = [
        [/'/g, () => sign("prime")], [/\\([a-zA-Z]+)/g, (_, name) => sign(name)], [/\u2212/g, "-"],
        [/[=+>\u003c-]/g, sign], [/[\\{}]/g, " "], [/\s+/g, " "], [/ (?=[,.;)])/g, ""],
    ];
    const words = tex => {
        for (const [from, to] of rules) tex = tex.replace(from, to);
        for (let rule; rule = nested.find(([from]) => from.test(tex));) tex = tex.replace(...rule);
        for (const [from, to] of plain) tex = tex.replace(from, to);
        return tex.trim();
    };
    const speak = () => {
        const language = document.documentElement.lang;
        for (const formula of document.querySelectorAll(`.katex:not([data-said-in="${language}"])`)) {
            const tex = formula.querySelector("annotation")?.textContent;
            if (tex) formula.setAttribute("role", "math"), formula.setAttribute("aria-label", words(tex));
            formula.dataset.saidIn = language;
        }
    };
    new MutationObserver(speak).observe(document.body, { childList: true, subtree: true });
    speak();
}
