"""How the weights that ship are made; the course imports none of it.

In the order in which it happens: `strokes` reads what people wrote and draws it, `between` mixes two people's
hands, `synthetic` and `hands` write what they do not show, `doubtful` what is no digit,
`typefaces` has printed hands; `augment` distorts pictures, `examples` puts all of them together. Of these
`lessons` are made, from which a network learns (`learner`), first a large one, then the one that ships
(`__main__`). `recipe` says all this in words, and `shown` keeps what the course shows of it.
"""
