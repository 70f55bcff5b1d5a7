"""For teachers: the course as a lesson of 45, of 90 and of 2 × 90 minutes."""

from ui.teach.lesson_plans import show_plans

show_plans()
