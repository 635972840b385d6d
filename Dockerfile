# The command with all that it needs, Pango included. The workspace is mounted at /work:
#
#     docker build --tag casewright .
#     docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" casewright check
FROM python:3.12-slim AS build
WORKDIR /src
COPY generator/requirements.lock generator/
RUN pip download --quiet --require-hashes --requirement generator/requirements.lock --dest /wheels
COPY . .
# hadolint ignore=DL3013,DL3042 # The lock has pinned what is in /wheels, and this stage is thrown away.
RUN pip install --quiet --no-index --find-links /wheels hatchling \
 && pip wheel --quiet --no-index --no-deps --no-build-isolation --wheel-dir /wheels . \
 && python -m venv /opt/casewright \
 && /opt/casewright/bin/pip install --quiet --no-index --find-links /wheels casewright

FROM python:3.12-slim
# hadolint ignore=DL3008 # Debian keeps one version of each at a time.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    fonts-ipaexfont-gothic \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 casewright \
 # What is mounted belongs to whoever runs it, whom git takes for a stranger unless told.
 && git config --system --add safe.directory /work
COPY --from=build /opt/casewright /opt/casewright
# Whoever runs it may have no home in here, and fontconfig wants to write somewhere.
ENV PATH="/opt/casewright/bin:$PATH" XDG_CACHE_HOME=/tmp
USER 10001
WORKDIR /work
ENTRYPOINT ["casewright"]
CMD ["--help"]
