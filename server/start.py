"""The warm start: the server answers at once, and meanwhile imports and reads what pages will need.

One of several processes answers only once all is read (``GATES_WARM=1``): the others answer until then.
"""

import asyncio
import gc
import importlib
import os
import pkgutil
import time
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

import ui
from nncore import AssetError
from server.memory import give_memory_back
from server.stop import stop_in_time
from ui.log import log_broken, log_read, log_start, show_log
from ui.resources import read_all
from ui.work import QUEUE

BEGUN = time.perf_counter()
TIDY = 5
"""Seconds from one collection of garbage to the next."""


@asynccontextmanager
async def warm_start(_: st.App) -> AsyncIterator[None]:
    """Load what all visitors share, log the start, and open the page in the browser of whoever started it."""
    show_log()
    stop_in_time()
    give_memory_back()
    tidying = asyncio.create_task(tidy())
    reading = asyncio.create_task(asyncio.to_thread(prepare))
    if os.environ.get("GATES_WARM") == "1":
        await reading
    log_start(time.perf_counter() - BEGUN)
    if not st.get_option("server.headless"):  # Streamlit opens a browser only for a plain script
        host = st.get_option("server.address") or "localhost"
        address = f"http://{host}:{st.get_option('server.port')}"
        asyncio.get_running_loop().run_in_executor(None, webbrowser.open, address)
    yield
    QUEUE.shutdown(wait=False, cancel_futures=True)
    tidying.cancel()
    await reading


async def tidy() -> None:
    """Collect garbage every few seconds: after every run, as by default, it is most of what a class costs."""
    while True:
        await asyncio.sleep(TIDY)
        gc.collect()


def prepare() -> None:
    """Import all that pages import, then read all assets; a page that needs one sooner waits for that alone.

    What is imported is frozen, so that the garbage collector skips it: a whole collection holds everybody up.
    """
    importlib.import_module("pandas")  # as Streamlit does when it first shows a component
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    try:
        read_all()
    except AssetError as error:  # its page says so as well, to whoever opens it
        log_broken(error)
    else:
        log_read(time.perf_counter() - BEGUN)
