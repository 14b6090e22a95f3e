# The bot and the worker, one image: `docker build -t cchc .`
# Built in one stage and copied to another, so that pip and the compilers' leavings stay behind. For a build that never
# changes, name the base by its digest: docker buildx imagetools inspect python:3.12.12-slim-bookworm
FROM python:3.12.12-slim-bookworm AS build
WORKDIR /build
COPY requirements.txt ./
RUN python -m venv /opt/cchc \
    && /opt/cchc/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY knowledge knowledge
COPY handlers handlers
COPY bot bot
COPY samples samples
RUN /opt/cchc/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation . \
    && /opt/cchc/bin/pip uninstall --yes --quiet pip

FROM python:3.12.12-slim-bookworm
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin cchc && install -d -o cchc -g cchc /data
COPY --from=build /opt/cchc /opt/cchc
ENV PATH=/opt/cchc/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
# The program ends within 8 seconds of this signal; Docker waits for 10.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://' + os.environ.get('HEALTH_AT', '127.0.0.1:8080') + '/healthz', timeout=4)"]
ENTRYPOINT ["cchc"]
CMD ["run"]
