import type { Context } from 'hono'
import { fileName } from '../../protocol/file-name.ts'
import type { AppEnv } from '../env.ts'
import { logFromObject } from '../log-from-object.ts'

/** The name, the extension and the media type of a file. */
interface DownloadFile {
  name: string
  extension: string
  type: string
}

const encoder = new TextEncoder()

/** Answers with a file that is made chunk by chunk: the next chunk is made when the client has read enough. */
export function sendDownload<Env extends AppEnv>(
  c: Context<Env>,
  chunks: AsyncIterator<string>,
  file: DownloadFile,
): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        logFromObject(c, 'download-failed', error)
        controller.error(error)
      }
    },
    async cancel() {
      await chunks.return?.()
    },
  })
  return c.body(body, 200, {
    'Content-Type': file.type,
    'Content-Disposition': contentDisposition(fileName(file.name, file.extension)),
  })
}

/**
 * Writes the header of RFC 6266: a name that every client understands, and the whole name (RFC 8187) for newer clients.
 * @param name a name that `fileName` has made: it contains nothing that ends a header
 */
export function contentDisposition(name: string): string {
  // Letters without their accents. NFKD may produce quotes and slashes, so that they are removed after it.
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%;/]/g, '')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
