"""Worksheets to print: exercises that a number decides, their answers, and the paper that both stand on.

`*_exercises.py` draw the numbers and work out the answers, `lessons/en/worksheets.md` words them, and
`printed.py` lays them out.
"""
