"""The upload of a file as a browser sends it, and one that breaks off."""

import http.client
from collections.abc import Mapping
from urllib.parse import urlsplit

from tools.cookies import XSRF, header

PATIENCE = 60.0
BOUNDARY = "----a-visitor-without-a-browser"


def put_file(server: str, url: str, name: str, content: bytes, cookies: Mapping[str, str]) -> int:
    """Upload a file to where the server said, and return the status of its answer."""
    connection, body = _begin(server, url, name, content, cookies)
    connection.send(body)
    status = connection.getresponse().status
    connection.close()
    return status


def break_off(server: str, url: str, name: str, content: bytes, cookies: Mapping[str, str]) -> None:
    """Announce a file, send the half of it, and let the connection drop."""
    connection, body = _begin(server, url, name, content, cookies)
    connection.send(body[: len(body) // 2])
    connection.close()


def _begin(
    server: str, url: str, name: str, content: bytes, cookies: Mapping[str, str]
) -> tuple[http.client.HTTPConnection, bytes]:
    """Send the head of an upload, and return the connection and the body."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=PATIENCE)
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    connection.putrequest("PUT", url)
    connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    connection.putheader("Content-Length", str(len(body)))
    connection.putheader("X-Xsrftoken", cookies[XSRF])
    for field, value in header(cookies).items():
        connection.putheader(field, value)
    connection.endheaders()
    return connection, body
