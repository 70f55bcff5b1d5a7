"""Gates to Digits as a server: app.py, and what protects it. `make run` starts this.

`streamlit run app.py` shows the same course without any of it: SECURITY.md says what is lost.
"""

import os

import streamlit as st
from starlette.middleware import Middleware

from server.errors import answer_error, log_once
from server.front import front
from server.headers import SecurityHeaders, frame_ancestors
from server.metrics import SETTING, ClosedMetrics
from server.origin import OwnOrigin
from server.pace import Pace
from server.prompt import send_at_once
from server.start import warm_start
from server.uploads import UploadLimits

log_once()
send_at_once()
app = st.App(
    "app.py",
    lifespan=warm_start,
    routes=front(),
    middleware=[
        Middleware(SecurityHeaders, ancestors=frame_ancestors(os.environ)),
        Middleware(OwnOrigin),
        Middleware(Pace),
        Middleware(ClosedMetrics, word=os.environ.get(SETTING, "")),
        Middleware(UploadLimits),
    ],
    on_script_error=answer_error,
)
