"""What must be seen where the system sets all colours itself, as Windows' high contrast does.

A browser then drops every background: with it go the handle of a slider, the mark of what is chosen, and
whether a switch is on. The colours named here are the system's own.
"""

from ui.components.markup import css

# Named as Streamlit 1.67 makes them: react-aria's widgets within its own test ids.
FORCED_COLOURS = css("""
@media (forced-colors: active) {
  [data-testid=stSlider] [role=group] > [data-orientation] > div:first-child {
    forced-color-adjust: none; background: CanvasText}
  [data-testid=stSlider] [data-rac]:has(> div > input[type=range]) {
    forced-color-adjust: none; background: Highlight; outline: 2px solid CanvasText}
  [data-testid=stSliderThumbValue] {forced-color-adjust: auto}
  [data-testid=stButtonGroup] button[aria-checked=true] {
    forced-color-adjust: none; background: Highlight !important; color: HighlightText !important}
  [data-testid=stButtonGroup] button[aria-checked=true] p {color: HighlightText !important}
  [data-testid=stCheckbox] label > div:first-of-type {forced-color-adjust: none; background: Canvas;
    outline: 2px solid CanvasText}
  [data-testid=stCheckbox] label > div:first-of-type > div {background: CanvasText}
  [data-testid=stCheckbox] label:has(input:checked) > div:first-of-type {background: Highlight}
  [data-testid=stSidebarNavLink][aria-current=page] {outline: 2px solid Highlight}
  [role=tab][aria-selected=true] {outline: 2px solid Highlight; outline-offset: -2px}
  [data-testid=stProgress] [role=progressbar] * {forced-color-adjust: none}
  [data-testid=stProgress] [role=progressbar] {outline: 1px solid CanvasText}
}
""")
"""How Streamlit's widgets look in forced colours."""
