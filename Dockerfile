# docker build --tag private-chat . && docker run -p 8787:8787 -v data:/data private-chat
# What it needs, and how it is kept: docs/deploying.md. test/system/image.test.ts starts what this file makes.

FROM node:24-bookworm-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
COPY packages/client/package.json packages/client/
RUN npm ci
COPY . .
# What the page says that it is of: git is not in here.
ARG COMMIT=""
RUN npm run build && node scripts/build-server.ts /server && mkdir /data

# glibc and nothing else: no shell, no package manager, and a user who is not root.
FROM gcr.io/distroless/base-nossl-debian12:nonroot
WORKDIR /server
COPY --from=build /server /server
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=5s CMD ["/server/workerd", "test", "health.capnp"]
ENTRYPOINT ["/server/workerd", "serve", "config.capnp"]
CMD ["--socket-addr", "http=*:8787", "--directory-path", "data=/data"]
