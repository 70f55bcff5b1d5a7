# The course in a container: docker compose up. Nothing is fetched at run time, and nothing is written but to /tmp.
FROM python:3.13-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/python -m pip install --no-cache-dir --require-hashes -r requirements.lock
COPY CHANGELOG.md LICENSE app.py serve.py ./
COPY .streamlit .streamlit
COPY assets assets
COPY lessons lessons
COPY nncore nncore
COPY pages pages
COPY server server
COPY ui ui
COPY deploy/healthy.py deploy/healthy.py
# Files keep the rights that they have in the checkout, where others may not be let read them.
RUN chmod -R a+rX /app
RUN /venv/bin/python -m compileall -q /app

FROM python:3.13-slim
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build /app /app
# Settings of a server; .streamlit/config.toml has those of one laptop. No page has the origin that is named
# last, and without a name Streamlit would ask an outside host for one.
ENV HOME=/tmp \
    STREAMLIT_SERVER_HEADLESS=true \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_PORT=8501 \
    STREAMLIT_BROWSER_SERVER_ADDRESS=gates-to-digits.invalid \
    GATES_WARM=1
USER 10001:10001
EXPOSE 8501
HEALTHCHECK --interval=5s --timeout=6s --start-period=60s CMD ["/venv/bin/python", "deploy/healthy.py"]
CMD ["/venv/bin/python", "-m", "streamlit", "run", "serve.py"]
