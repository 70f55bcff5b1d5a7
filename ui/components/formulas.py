"""Formulas as words: what a screen reader says of them, from the LaTeX that they were written in.

KaTeX gives each formula as MathML, which few screen readers read well, and which does not count as the name
of a choice that is nothing but a formula. A few lines of JavaScript give every formula a name in words.
"""

from ui.components.markup import Safe, script

SPEAK = r"""
if (!window.speaksFormulas) {
    window.speaksFormulas = true;
    const part = "\\{([^{}]*)\\}", one = "(?:" + part + "|(\\\\[a-zA-Z]+|[^\\s\\\\{}]))";
    const signs = {
        cdot: "times", times: "times", approx: "is about", le: "is at most", leq: "is at most",
        ge: "is at least", geq: "is at least", ne: "is not", neq: "is not", leftarrow: "becomes",
        to: "to", rightarrow: "to", sum: "the sum of", partial: "d", log: "the logarithm of",
        exp: "e to the power of", max: "the largest", infty: "infinity", dots: "and so on",
        ldots: "and so on", cdots: "and so on", prime: "prime", in: "in", pm: "plus or minus",
    };
    const raised = to => ({ 2: "squared", 3: "cubed", T: "transposed", prime: "prime" })[to.replace("\\", "")]
        ?? "to the power " + to;
    const rules = [
        [/\\begin\{[a-z*]+\}(\{[^{}]*\})?|\\end\{[a-z*]+\}/g, " "], [/\\\\(\[[^\]]*\])?/g, " ; "],
        [/\\(left|right|big|Big|displaystyle|quad|qquad|limits|[,;:!])(?![a-z])/g, " "], [/&/g, " "],
        [/\\(mathrm|text|mathbf|operatorname|mathit|textbf|boldsymbol|colorbox)(?=\{)/g, " "],
    ];
    const nested = [
        [new RegExp("\\\\[dt]?frac\\s*" + one + "\\s*" + one),
            (_, a, b, c, d) => ` $${a ?? b} over $${c ?? d} `],
        [new RegExp("\\\\sqrt\\s*" + one), (_, a, b) => ` the root of $${a ?? b} `],
        [new RegExp("\\^\\s*\\{\\((\\w+)\\)\\}"), (_, a) => ` of layer $${a}, `],
        [new RegExp("\\^\\s*" + one), (_, a, b) => ` $${raised(a ?? b)} `],
        [new RegExp("_\\s*" + one), (_, a, b) => ` $${a ?? b} `],
        [new RegExp(part), (_, a) => ` $${a} `],
    ];
    const plain = [
        [/'/g, " prime "], [/\\([a-zA-Z]+)/g, (_, name) => ` $${signs[name] ?? name} `], [/=/g, " equals "],
        [/\+/g, " plus "], [/[-\u2212]/g, " minus "], [/>/g, " is more than "], [/\u003c/g, " is less than "],
        [/[\\{}]/g, " "], [/\s+/g, " "], [/ (?=[,.;)])/g, ""],
    ];
    const words = tex => {
        for (const [from, to] of rules) tex = tex.replace(from, to);
        for (let rule; rule = nested.find(([from]) => from.test(tex));) tex = tex.replace(...rule);
        for (const [from, to] of plain) tex = tex.replace(from, to);
        return tex.trim();
    };
    let waits = false;
    const speak = () => {
        waits = false;
        for (const formula of document.querySelectorAll(".katex:not([aria-label])")) {
            const tex = formula.querySelector("annotation")?.textContent;
            if (tex) formula.setAttribute("role", "math"), formula.setAttribute("aria-label", words(tex));
        }
    };
    const soon = () => { if (!waits) waits = true, setTimeout(speak, 200); };
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    speak();
}
"""


def speak_formulas() -> Safe:
    """Return what names every formula of the page in words, those that come later too."""
    return script(SPEAK)
