# The command with all that it needs, Pango included. The workspace is mounted at /work:
#
#     docker build --tag casewright .
#     docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" casewright check
FROM python:3.12-slim AS build
WORKDIR /src
COPY generator/requirements.lock generator/
RUN pip download --quiet --require-hashes --requirement generator/requirements.lock --dest /wheels
COPY . .
RUN pip install --quiet --no-index --find-links /wheels hatchling \
 && pip wheel --quiet --no-index --no-deps --no-build-isolation --wheel-dir /wheels . \
 && python -m venv /opt/casewright \
 && /opt/casewright/bin/pip install --quiet --no-index --find-links /wheels casewright

FROM python:3.12-slim
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home casewright \
 # What is mounted belongs to whoever runs it, whom git takes for a stranger unless told.
 && git config --system --add safe.directory /work
COPY --from=build /opt/casewright /opt/casewright
ENV PATH="/opt/casewright/bin:$PATH"
USER casewright
WORKDIR /work
ENTRYPOINT ["casewright"]
CMD ["--help"]
