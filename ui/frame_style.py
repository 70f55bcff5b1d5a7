"""How a section looks: all of it on one screen of 1280×800, larger on a projector, one column on a phone."""

from ui.components.inside import (
    CHART,
    CHOICES,
    COLUMN,
    ELEMENT,
    HEADER,
    MARKDOWN,
    OPENER,
    PICTURE,
    ROW,
    STACK,
    TYPED,
    WRITTEN,
)
from ui.components.markup import Safe, css
from ui.theme import Theme


def frame_style(theme: Theme) -> Safe:
    """Return the style of the frame around a section."""
    return css(
        """
$column {padding: .9rem 2.5rem .5rem; max-width: 84rem}
$header, $header * {background: none; pointer-events: none}
$header :is(button, a) {pointer-events: auto}
body:has($opener) .st-key-rail {padding-left: 3rem}
.st-key-rail > div {display: flex; flex-direction: row; align-items: center; gap: .75rem}
.st-key-rail label {margin: 0; min-height: 0; flex: none; color: $muted}
.st-key-rail [role=radiogroup] {gap: .4rem; padding-right: 2.5rem}
.st-key-rail.st-key-rail button[role=radio] {border: 1px solid $line !important;
  border-radius: 1rem !important; min-height: 1.9rem; padding: 0 .75rem; margin: 0;
  background: none; color: $ink}
.st-key-rail.st-key-rail button[role=radio][data-selected=true] {background: $now;
  border-color: $now !important; font-weight: 600}
.st-key-rail button[role=radio][data-selected=true] :is(p, span) {color: $on_now}
.st-key-head h1 {font-size: 2rem; padding: 0; outline: none}
.st-key-head h1 + p {margin: .25rem 0 0; max-width: 62rem}
.st-key-head p:has(.sign) {margin: 0}
$column > $stack {min-height: calc(100dvh - 1.4rem); gap: .75rem}
$column > $stack > $element:has(script) {position: absolute}
.st-key-spread $stack {gap: .6rem}
.st-key-spread {--diagram-most: 14rem}
.st-key-spread $written :is($markdown, p) {line-height: 1.45}
.st-key-spread $written :is(p, .katex-display) {margin: 0 0 .6rem}
:is(.st-key-spread, .st-key-head) $written $markdown {margin-bottom: 0}
:is(.st-key-spread, .st-key-head) $written $markdown > :last-child {margin-bottom: 0}
.st-key-spread .cells :is(td, th) {padding: .22rem .35rem; line-height: 1.4}
.st-key-spread $choices {display: flex; flex-flow: row wrap; align-items: center; gap: .1rem .6rem}
.st-key-spread :is($choices, $typed) > label {margin: 0; min-height: 0; flex: none}
.st-key-checks $typed {display: flex; flex-flow: row wrap; align-items: center; gap: .1rem .6rem}
.st-key-checks $typed > :not(label) {flex: 1 1 6rem; min-width: 0}
.st-key-spread $row > $element:has(input[type=range]) {flex: 1 1 6rem}
.st-key-spread $element > div:has(input[type=range]) {width: 100% !important}
.st-key-checks {position: relative}
.st-key-checks p:has(+ [role=status]:empty) {margin-bottom: 0 !important}
.st-key-other-check {position: absolute; right: .75rem; top: 1rem; width: auto}
.st-key-other-check button {min-height: 0; padding: 0}
.st-key-folds {row-gap: 0 !important}
.st-key-folds button {padding: 0; min-height: 1.75rem; color: $muted; text-align: left}
:has(> .st-key-foot) {margin-top: auto; position: sticky; bottom: 0; z-index: 2; background: $paper}
.st-key-takeaway $markdown {margin: 0}
.st-key-takeaway p {color: $muted; margin: 0; text-align: center}
@media (min-width: 1700px) {
  $element:has($chart) {zoom: 1.25; width: 80% !important; min-width: 0}
  $element:has($picture) {zoom: 1.25}
}
@media (max-width: 640px) {
  $column {padding: 3.5rem 1rem .75rem}
  $column > $stack {min-height: calc(100dvh - 4.25rem)}
  $header, $header * {pointer-events: auto}
  $header {background: $paper}
  body:has($opener) .st-key-rail {padding-left: 0}
  .st-key-head h1 {font-size: 1.6rem}
  :has(> .st-key-foot) {position: static}
  .st-key-rail.st-key-rail button[role=radio] {width: .9rem; min-width: 0; min-height: .9rem; height: .9rem;
    padding: 0; overflow: hidden}
  .st-key-rail button[role=radio] :is(p, span) {font-size: 0 !important}
  .st-key-foot {flex-wrap: wrap}
  :has(> .st-key-takeaway) {order: -1; flex-basis: 100%}
}
""",
        element=ELEMENT,
        chart=CHART,
        picture=PICTURE,
        choices=CHOICES,
        row=ROW,
        stack=STACK,
        typed=TYPED,
        written=WRITTEN,
        column=COLUMN,
        header=HEADER,
        opener=OPENER,
        paper=theme.paper,
        ink=theme.ink,
        markdown=MARKDOWN,
        muted=theme.muted,
        line=theme.line,
        now=theme.highlight,
        on_now=theme.on_highlight,
    )
