import { extname } from 'node:path'

/** What the platform says of our kinds of files, by their ending. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Returns the `Content-Type` that the platform serves a file with.
 * @throws an error where nothing says it: a new kind of file stops the build until it stands in this file
 */
export function contentTypeOf(path: string): string {
  const type = CONTENT_TYPES[extname(path)]
  if (type === undefined)
    throw new Error(
      `nothing says with which type ${path} is served: add its ending to ${import.meta.filename}`,
    )
  return type
}
