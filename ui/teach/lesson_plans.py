"""The page for teachers: lessons, part by part, with the state to show and the answers to expect."""

import streamlit as st

from ui.components.markup import css, style
from ui.language import _
from ui.lessons import Section
from ui.page import foot, title_of
from ui.teach.plans import PlanPart, plan_parts
from ui.teach.worksheets.show import show_worksheets
from ui.texts import checks, lesson
from ui.widgets.checks_done import in_words
from ui.widgets.links import fresh_link
from ui.widgets.prose import READING, prose
from ui.widgets.reset import resettable
from ui.widgets.table import markdown_table


def show_plans() -> None:
    """Show the headline, and behind a choice of the time there is one plan each; worksheets stand last."""
    title_of("teach")
    resettable("teach")
    course = lesson("teach")
    prose(course.opening)
    style(css(".st-key-plans [role=tablist] {flex-wrap: wrap}"))
    with st.container(key="plans"):
        *lessons, sheets = st.tabs([*map(_title, course.sections), lesson("worksheets").question])
    for number, (tab, plan) in enumerate(zip(lessons, course.sections, strict=True)):
        with tab:
            _show_plan(plan, number)
    with sheets:
        show_worksheets()
    foot()


def _title(plan: Section) -> str:
    """Return the length of a lesson in words, and what it is about if not the whole course."""
    minutes = _("{minutes} minutes").format(minutes=plan.name.replace("x", " × "))
    return f"{minutes}: {plan.heading}" if plan.heading else minutes


def _show_plan(plan: Section, which: int) -> None:
    for number, part in enumerate(plan_parts(plan)):
        with st.container(border=True, width=READING, key=f"plan-{which}-{number}"):
            _show_part(part)


def _show_part(part: PlanPart) -> None:
    st.header(part.title, anchor=False)
    st.caption(_("{minutes} minutes").format(minutes=part.minutes))
    prose(part.aim)
    fresh_link(part.link, _("Show this"))
    st.markdown(f":material/record_voice_over: {part.ask}")
    prose(markdown_table((_("You will hear"), _("It reveals")), part.wrong))
    st.markdown(f":material/task_alt: {in_words(checks()[part.check].text)}")
