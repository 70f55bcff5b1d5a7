"""The headers of every answer: what a browser may load into the page, and who may show it in a frame."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SETTING = "GATES_FRAME_ANCESTORS"
"""The environment variable that names the sites which may show the course in a frame."""

# What Streamlit and our own pages need, and nothing from any other address:
# - 'unsafe-inline' scripts: index.html has one, and so has each st.html that runs a script.
# - 'wasm-unsafe-eval': Streamlit's protobuf counts in WebAssembly.
# - blob: scripts: Streamlit loads a component of the second kind, our canvas, from one.
# - 'unsafe-inline' styles: Streamlit and KaTeX style each element by what they write into the page.
# - data: pictures (our stages, the camera's), fonts (KaTeX) and connections (the camera's own picture).
POLICY = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline' 'wasm-unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "connect-src": "'self' data:",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def frame_ancestors(environment: Mapping[str, str]) -> str:
    """Return who may show the course in a frame: nobody, or the sites that the setting names."""
    return " ".join(environment.get(SETTING, "").replace(";", " ").split()) or "'none'"


def for_this_site_alone(cookie: str) -> str:
    """Return a cookie to set: Streamlit's for frames is partitioned by the site around the frame.

    Browsers keep no other cookie in a frame of another site, and without it uploads there are refused.
    """
    framed = cookie.startswith("_streamlit_xsrf=") and "samesite=none" in cookie.lower()
    return f"{cookie}; Partitioned" if framed else cookie


class SecurityHeaders:
    """Add these headers to every answer over HTTP.

    Parameters
    ----------
    app : ASGIApp
        What answers.
    ancestors : str
        Who may show it in a frame, as the policy writes it.
    """

    def __init__(self, app: ASGIApp, ancestors: str) -> None:
        self._app = app
        policy = POLICY | {"frame-ancestors": ancestors}
        self._headers = {
            "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                cookies = headers.getlist("Set-Cookie")
                del headers["Set-Cookie"]
                for cookie in cookies:
                    headers.append("Set-Cookie", for_this_site_alone(cookie))
            await send(message)

        await self._app(scope, receive, send_with_headers)
