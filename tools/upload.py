"""The upload of a file as a browser sends it, and one that breaks off."""

import http.client
from urllib.parse import urlsplit

PATIENCE = 60.0
BOUNDARY = "----a-visitor-without-a-browser"


def put_file(server: str, url: str, name: str, content: bytes) -> int:
    """Upload a file to where the server said, and return the status of its answer."""
    connection, body = _begin(server, url, name, content)
    connection.send(body)
    status = connection.getresponse().status
    connection.close()
    return status


def break_off(server: str, url: str, name: str, content: bytes) -> None:
    """Announce a file, send the half of it, and let the connection drop."""
    connection, body = _begin(server, url, name, content)
    connection.send(body[: len(body) // 2])
    connection.close()


def _begin(server: str, url: str, name: str, content: bytes) -> tuple[http.client.HTTPConnection, bytes]:
    """Send the head of an upload, and return the connection and the body."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=PATIENCE)
    connection.request("GET", "/_stcore/health")
    answer = connection.getresponse()
    answer.read()
    cookie = str(answer.getheader("Set-Cookie")).partition(";")[0]
    head = (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()
    connection.putrequest("PUT", url)
    connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
    connection.putheader("Content-Length", str(len(body)))
    connection.putheader("Cookie", cookie)
    connection.putheader("X-Xsrftoken", cookie.partition("=")[2])
    connection.endheaders()
    return connection, body
