import type { Context } from 'hono'
import { fileName } from '../../protocol/file-name.ts'
import type { AppEnv } from '../env.ts'
import { logFromObject } from '../log-from-object.ts'

/** What the file is called and is. */
interface DownloadFile {
  name: string
  extension: string
  type: string
}

const encoder = new TextEncoder()

/** Answers with a file made piece by piece: a piece is asked for when there is room for it. */
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
 * RFC 6266: a name that every client understands, and the whole one (RFC 8187) for those that can.
 * @param name as `fileName` makes it: nothing in it is a header's
 */
export function contentDisposition(name: string): string {
  // Letters without their marks: what is taken apart is looked at once more, since it may come apart into anything.
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%;/]/g, '')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
