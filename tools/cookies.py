"""The cookies of a visitor without a browser: the server's against forged uploads, a proxy's for its way."""

import http.client
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

PATIENCE = 60.0
HEALTH = "/_stcore/health"
XSRF = "_streamlit_xsrf"
"""The cookie that an upload has to repeat."""


def cookies_of(server: str, cookies: Mapping[str, str]) -> dict[str, str]:
    """Return what a server gives to whoever first asks it something, with the cookies kept so far.

    Raises
    ------
    OSError
        If it does not answer that all is well.
    """
    parts = urlsplit(server)
    connection = http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    try:
        connection.request("GET", parts.path + HEALTH, headers=header(cookies))
        answer = connection.getresponse()
        answer.read()
    except http.client.HTTPException as error:
        raise ConnectionError(str(error)) from error
    finally:
        connection.close()
    if answer.status != 200:
        raise ConnectionError(f"The server answered {answer.status}.")
    return given(answer.msg.get_all("Set-Cookie", []))


def given(headers: Iterable[str]) -> dict[str, str]:
    """Return the cookies that some headers called Set-Cookie give."""
    pairs = (line.partition(";")[0].partition("=") for line in headers)
    return {name: value for name, _, value in pairs}


def header(cookies: Mapping[str, str]) -> dict[str, str]:
    """Return the header that takes cookies along; none if there are none."""
    said = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return {"Cookie": said} if said else {}
