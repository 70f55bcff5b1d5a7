"""Worksheets to print: exercises that a number decides, their answers, and the paper that both stand on."""
