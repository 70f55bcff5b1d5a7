"""What must be seen where the system sets all colours itself, as Windows' high contrast does.

A browser then drops every background: with it go the handle of a slider, the mark of what is chosen, and
whether a switch is on. The colours named here are the system's own.
"""

from ui.components.inside import SLIDER_VALUE
from ui.components.markup import css

FORCED_COLOURS = css(
    """
@media (forced-colors: active) {
  [role=group]:has(input[type=range]) > [data-orientation] > div:first-child {
    forced-color-adjust: none; background: CanvasText}
  [data-rac]:has(> div > input[type=range]) {
    forced-color-adjust: none; background: Highlight; outline: 2px solid CanvasText}
  $slider_value {forced-color-adjust: auto}
  button[aria-checked=true] {
    forced-color-adjust: none; background: Highlight !important; color: HighlightText !important}
  button[aria-checked=true] p {color: HighlightText !important}
  label:has(input[type=checkbox]) > div:first-of-type {forced-color-adjust: none; background: Canvas;
    outline: 2px solid CanvasText}
  label:has(input[type=checkbox]) > div:first-of-type > div {background: CanvasText}
  label:has(input[type=checkbox]:checked) > div:first-of-type {background: Highlight}
  a[aria-current=page] {outline: 2px solid Highlight}
  [role=tab][aria-selected=true] {outline: 2px solid Highlight; outline-offset: -2px}
  [role=progressbar] * {forced-color-adjust: none}
  [role=progressbar] {outline: 1px solid CanvasText}
}
""",
    slider_value=SLIDER_VALUE,
)
"""How Streamlit's widgets look in forced colours."""
