"""The page for teachers: lessons, part by part, with the state to show and the answers to expect."""

import streamlit as st

from ui.components.markup import css, style
from ui.language import _, language
from ui.page import foot, title_of
from ui.teach.plans import Plan, PlanPart, read_plans
from ui.teach.worksheets.show import show_worksheets
from ui.teach.worksheets.worksheet_prose import read_worksheets
from ui.texts import checks
from ui.widgets.checks_done import in_words
from ui.widgets.links import fresh_link
from ui.widgets.prose import READING, prose
from ui.widgets.reset import resettable
from ui.widgets.table import markdown_table


def show_plans() -> None:
    """Show the headline, and behind a choice of the time there is one plan each; worksheets stand last."""
    title_of("teach")
    resettable("teach")
    opening, plans = read_plans(language())
    prose(opening)
    style(css(".st-key-plans [role=tablist] {flex-wrap: wrap}"))
    with st.container(key="plans"):
        *lessons, sheets = st.tabs([*(plan.title for plan in plans), read_worksheets(language()).title])
    for number, (tab, plan) in enumerate(zip(lessons, plans, strict=True)):
        with tab:
            _show_plan(plan, number)
    with sheets:
        show_worksheets()
    foot()


def _show_plan(plan: Plan, which: int) -> None:
    for number, part in enumerate(plan.parts):
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
