"""The forward pass, step by step: what happens between the input and the answer."""

from ui.forward.viewer import show_walk_beats
from ui.forward.walk import arrive
from ui.widgets.lesson import begin, end

begin("forward")
arrive()
show_walk_beats()
end("forward")
