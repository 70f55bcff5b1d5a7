"""Why something that a visitor brings is refused: a sentence with its values.

They are kept apart, so that ui can show the sentence in another language:
``_(error.template).format(**error.values)``. A template is written out in the call that makes the error,
where the collectors of translations find it: the first argument of each class that is derived from this one.
"""


class Refused(ValueError):
    """Something that is brought cannot be used; the message says in one sentence why, or what to do.

    Parameters
    ----------
    template : str
        The sentence in English, with a ``{name}`` for each value.
    **values : object
        The values: numbers, and names that are the same in every language.

    >>> str(Refused("{name} has {count} neurons.", name="W1", count=9))
    'W1 has 9 neurons.'
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template)
        self.template, self.values = template, values

    def __str__(self) -> str:
        return self.template.format(**self.values)
